package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Suggestions;
import org.countersign.stats.DesignMatrix;
import org.countersign.study.Level;

/**
 * The complete rows of a regression.
 *
 * @param design a column for each coefficient
 * @param coefficients what each column is called, by the design's own slug
 * @param observations of the complete rows
 * @param missing observations that lack a value
 */
final class RegressionFrame {

    /**
     * A coefficient's name.
     *
     * @param path of its ledger keys
     * @param label for a reader
     */
    record Coefficient(List<String> path, String label) {
        public Coefficient {
            path = List.copyOf(path);
        }
    }

    private final DesignMatrix design;
    private final double[] outcome;
    private final double[] weights;
    private final Map<String, Coefficient> coefficients;
    private final long observations;
    private final long missing;

    private RegressionFrame(
            DesignMatrix design,
            double[] outcome,
            double[] weights,
            Map<String, Coefficient> coefficients,
            long observations,
            long missing) {
        this.design = design;
        this.outcome = outcome;
        this.weights = weights;
        this.coefficients = coefficients;
        this.observations = observations;
        this.missing = missing;
    }

    DesignMatrix design() {
        return design;
    }

    double[] outcome() {
        return outcome;
    }

    double[] weights() {
        return weights;
    }

    /** By the design's slugs, in their order; the intercept first. */
    Map<String, Coefficient> coefficients() {
        return coefficients;
    }

    long observations() {
        return observations;
    }

    long missing() {
        return missing;
    }

    static Optional<RegressionFrame> of(AnalysisInput input, NumberColumn outcome, List<Column> terms) {
        RowSet complete = input.rows()
                .and(row -> !outcome.isMissing(row)
                        && terms.stream().noneMatch(t -> t.isMissing(row))
                        && input.dataset().count(row) > 0);
        int n = complete.size();
        int[] rows = new int[n];
        int[] next = new int[1];
        complete.forEach(row -> rows[next[0]++] = row);
        double[] y = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = outcome.value(rows[i]);
            weights[i] = input.dataset().count(rows[i]);
        }
        DesignMatrix.Builder builder = DesignMatrix.builder(n);
        Map<String, List<Coefficient>> byTerm = new LinkedHashMap<>();
        for (Column term : terms) {
            byTerm.put(term.variable().name(), add(builder, term, rows));
        }
        if (!addInteractions(input, builder, byTerm)) {
            return Optional.empty();
        }
        DesignMatrix design = builder.build();
        Map<String, Coefficient> coefficients = new LinkedHashMap<>();
        List<Coefficient> ordered = new ArrayList<>();
        ordered.add(new Coefficient(List.of("intercept"), "intercept"));
        byTerm.values().forEach(ordered::addAll);
        for (int j = 0; j < design.columns(); j++) {
            coefficients.put(design.slugs().get(j), ordered.get(j));
        }
        long used = input.observations(complete);
        return Optional.of(
                new RegressionFrame(design, y, weights, coefficients, used, input.observations(input.rows()) - used));
    }

    private static List<Coefficient> add(DesignMatrix.Builder builder, Column term, int[] rows) {
        String name = term.variable().name();
        String slug = Level.slug(name);
        if (term instanceof NumberColumn number) {
            double[] values = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                values[i] = number.value(rows[i]);
            }
            builder.numeric(name, values);
            return List.of(new Coefficient(List.of(slug), number.variable().label()));
        }
        CategoryColumn category = (CategoryColumn) term;
        int[] codes = new int[rows.length];
        boolean[] used = new boolean[category.levels().size()];
        for (int i = 0; i < rows.length; i++) {
            codes[i] = category.level(rows[i]);
            used[codes[i]] = true;
        }
        int reference = category.variable().referenceIndex();
        used[reference] = true;
        int[] compact = new int[used.length];
        List<String> names = new ArrayList<>();
        List<Coefficient> coefficients = new ArrayList<>();
        for (int level = 0; level < used.length; level++) {
            compact[level] = names.size();
            if (used[level]) {
                Level l = category.levels().get(level);
                names.add(l.slug());
                if (level != reference) {
                    coefficients.add(new Coefficient(
                            used.length == 2 ? List.of(slug) : List.of(slug, l.slug()),
                            category.variable().label() + ": " + LinearModelMethod.termLabel(category, level)));
                }
            }
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = compact[codes[i]];
        }
        if (names.size() < 2) {
            names.add("none");
            coefficients.add(new Coefficient(List.of(slug), category.variable().label()));
        }
        builder.factor(name, codes, names, compact[reference]);
        return coefficients;
    }

    private static boolean addInteractions(
            AnalysisInput input, DesignMatrix.Builder builder, Map<String, List<Coefficient>> byTerm) {
        for (String interaction : input.texts("interactions")) {
            String[] pair = interaction.split("\\s*[*:]\\s*");
            List<String> known = List.copyOf(byTerm.keySet());
            for (String name : pair) {
                if (pair.length != 2 || !byTerm.containsKey(name)) {
                    input.diagnostics()
                            .add(Diagnostic.error(
                                            "wrong-parameter",
                                            input.location(),
                                            "`interactions: " + interaction
                                                    + "`: expected two variables of the model, `a * b`")
                                    .withHint(Suggestions.hint(name, known)));
                    return false;
                }
            }
            builder.interaction(pair[0], pair[1]);
            List<Coefficient> products = new ArrayList<>();
            for (Coefficient first : byTerm.getOrDefault(pair[0], List.of())) {
                for (Coefficient second : byTerm.getOrDefault(pair[1], List.of())) {
                    products.add(new Coefficient(
                            List.of(String.join("_", first.path()) + "_by_" + String.join("_", second.path())),
                            first.label() + " \u00d7 " + second.label()));
                }
            }
            byTerm.put(interaction, products);
        }
        return true;
    }
}
