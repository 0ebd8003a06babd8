package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.Computation;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.NotComputed;
import org.countersign.stats.QuantileType;
import org.countersign.study.Level;

/**
 * The design of a regression over complete rows, and how its coefficients are called.
 *
 * @param rows the complete rows
 * @param design a column for each coefficient
 * @param coefficients names of the coefficients by the design's own slugs, in their order; the intercept first
 * @param terms names of the terms by the design's own, in their order
 * @param coinciding a spline of which two knots coincide in these rows, as it was asked for; its columns only have names
 */
record RegressionFrame(
        CompleteRows rows,
        DesignMatrix design,
        Map<String, Name> coefficients,
        Map<String, Name> terms,
        Optional<String> coinciding) {

    private static final List<String> POWERS = List.of("squared", "cubed");
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

    RegressionFrame {
        requireNonNull(rows);
        requireNonNull(design);
        requireNonNull(coinciding);
        coefficients = Collections.unmodifiableMap(new LinkedHashMap<>(coefficients));
        terms = Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /**
     * What a coefficient or a term is called.
     *
     * @param path of its ledger keys
     * @param label for a reader
     */
    record Name(List<String> path, String label) {
        Name {
            path = List.copyOf(path);
            requireNonNull(label);
        }
    }

    /** The frame; empty, with a diagnostic, if two coefficients would have the same key. */
    static Optional<RegressionFrame> of(AnalysisInput input, CompleteRows rows, ModelFormula formula) {
        DesignMatrix.Builder builder = DesignMatrix.builder(rows.size());
        Map<String, List<Name>> byTerm = new LinkedHashMap<>();
        Map<String, Name> terms = new LinkedHashMap<>();
        for (ModelFormula.Term term : formula.terms()) {
            byTerm.put(term.name(), add(builder, term, rows));
            terms.put(
                    term.name(),
                    new Name(
                            List.of(Level.slug(term.name())),
                            term.column().variable().label()));
        }
        for (ModelFormula.Interaction interaction : formula.interactions()) {
            builder.interaction(interaction.first(), interaction.second());
            byTerm.put(interaction.term(), products(byTerm, interaction));
            Name first = requireNonNull(terms.get(interaction.first()));
            Name second = requireNonNull(terms.get(interaction.second()));
            terms.put(interaction.term(), product(first, second));
        }
        List<Name> ordered = new ArrayList<>();
        ordered.add(new Name(List.of("intercept"), "intercept"));
        byTerm.values().forEach(ordered::addAll);
        if (!distinct(input, ordered)) {
            return Optional.empty();
        }
        DesignMatrix design = builder.build();
        Map<String, Name> coefficients = new LinkedHashMap<>();
        for (int j = 0; j < design.columns(); j++) {
            coefficients.put(design.slugs().get(j), ordered.get(j));
        }
        Optional<String> coinciding = formula.terms().stream()
                .filter(term -> coincides(term, rows))
                .map(RegressionFrame::asked)
                .findFirst();
        return Optional.of(new RegressionFrame(rows, design, coefficients, terms, coinciding));
    }

    private static boolean distinct(AnalysisInput input, List<Name> names) {
        Set<List<String>> paths = new HashSet<>();
        for (Name name : names) {
            if (!paths.add(name.path())) {
                input.diagnostics()
                        .error(
                                "duplicate-variable",
                                input.location(),
                                "two coefficients of the model would have the key `" + String.join(".", name.path())
                                        + "`",
                                "rename a variable");
                return false;
            }
        }
        return true;
    }

    /** The same names for a model that has no intercept of its own. */
    RegressionFrame withoutIntercept() {
        Map<String, Name> rest = new LinkedHashMap<>(coefficients);
        rest.remove("intercept");
        return new RegressionFrame(rows, design, rest, terms, coinciding);
    }

    /** What comes of fitting the design, if it can be fitted. */
    <T> Computation<T> fitted(Supplier<Computation<T>> fit) {
        return coinciding
                .map(spline -> Computation.<T>notComputed(
                        NotComputed.Reason.SINGULAR_DESIGN,
                        "two knots of the spline `" + spline + "` coincide: too many rows have the same value",
                        "fewer degrees of freedom, or the variable as it is"))
                .orElseGet(fit);
    }

    private static String asked(ModelFormula.Term term) {
        return term.shape() instanceof ModelFormula.Spline spline
                ? term.name() + "(" + spline.degreesOfFreedom() + ")"
                : term.name();
    }

    private static boolean coincides(ModelFormula.Term term, CompleteRows rows) {
        return term.column() instanceof NumberColumn number
                && term.shape() instanceof ModelFormula.Spline spline
                && coincide(distribution(rows.numbers(number), rows), spline.degreesOfFreedom());
    }

    private static Name product(Name first, Name second) {
        return new Name(
                List.of(String.join("_", first.path()) + "_by_" + String.join("_", second.path())),
                first.label() + " × " + second.label());
    }

    private static List<Name> products(Map<String, List<Name>> byTerm, ModelFormula.Interaction interaction) {
        List<Name> products = new ArrayList<>();
        for (Name first : byTerm.getOrDefault(interaction.first(), List.of())) {
            for (Name second : byTerm.getOrDefault(interaction.second(), List.of())) {
                products.add(product(first, second));
            }
        }
        return products;
    }

    private static List<Name> add(DesignMatrix.Builder builder, ModelFormula.Term term, CompleteRows rows) {
        return term.column() instanceof NumberColumn number
                ? addNumber(builder, term, number, rows)
                : addFactor(builder, (CategoryColumn) term.column(), rows);
    }

    private static List<Name> addNumber(
            DesignMatrix.Builder builder, ModelFormula.Term term, NumberColumn column, CompleteRows rows) {
        String slug = Level.slug(term.name());
        String label = column.variable().label();
        IntToDoubleFunction values = rows.numbers(column);
        List<Name> names = new ArrayList<>();
        String unit = column.variable().unit().map(u -> ", " + u).orElse("");
        names.add(new Name(List.of(slug), label + unit));
        if (term.shape() instanceof ModelFormula.Polynomial polynomial) {
            builder.polynomial(term.name(), values, polynomial.degree());
            for (int power = 2; power <= polynomial.degree(); power++) {
                String which = power <= POWERS.size() + 1
                        ? POWERS.get(power - 2)
                        : "to the " + ORDINALS.get(power - 1) + " power";
                names.add(new Name(List.of(slug + "_" + power), label + " " + which));
            }
        } else if (term.shape() instanceof ModelFormula.Spline spline) {
            FrequencyTable distribution = distribution(values, rows);
            if (distribution.isEmpty() || coincide(distribution, spline.degreesOfFreedom())) {
                // Nothing will be fitted: columns to be named, whatever is in them.
                builder.polynomial(term.name(), row -> 0, spline.degreesOfFreedom());
            } else {
                builder.naturalSpline(term.name(), values, spline.degreesOfFreedom(), distribution);
            }
            for (int k = 1; k < spline.degreesOfFreedom(); k++) {
                names.add(
                        new Name(List.of(slug + "_spline_" + k), label + ", " + ORDINALS.get(k - 1) + " spline term"));
            }
        } else {
            builder.numeric(term.name(), values);
        }
        return names;
    }

    private static FrequencyTable distribution(IntToDoubleFunction values, CompleteRows rows) {
        FrequencyTable.Accumulator accumulator = FrequencyTable.accumulator();
        IntToDoubleFunction weights = rows.weights();
        for (int i = 0; i < rows.size(); i++) {
            accumulator.add(values.applyAsDouble(i), (long) weights.applyAsDouble(i));
        }
        return accumulator.table();
    }

    private static boolean coincide(FrequencyTable distribution, int degreesOfFreedom) {
        double before = Double.NEGATIVE_INFINITY;
        for (int k = 0; k <= degreesOfFreedom && !distribution.isEmpty(); k++) {
            double knot = QuantileType.TYPE_7.quantile(distribution, (double) k / degreesOfFreedom);
            if (knot <= before) {
                return true;
            }
            before = knot;
        }
        return false;
    }

    /** Indicators of the levels that occur, against the reference level. */
    private static List<Name> addFactor(DesignMatrix.Builder builder, CategoryColumn column, CompleteRows rows) {
        String slug = Level.slug(column.variable().name());
        IntUnaryOperator levels = rows.levels(column);
        boolean[] used = new boolean[column.levels().size()];
        for (int i = 0; i < rows.size(); i++) {
            used[levels.applyAsInt(i)] = true;
        }
        int reference = column.variable().referenceIndex();
        used[reference] = true;
        int[] compact = new int[used.length];
        List<String> slugs = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        for (int level = 0; level < used.length; level++) {
            compact[level] = slugs.size();
            if (used[level]) {
                Level l = column.levels().get(level);
                slugs.add(l.slug());
                if (level != reference) {
                    names.add(new Name(
                            used.length == 2 ? List.of(slug) : List.of(slug, l.slug()),
                            column.variable().label() + ": " + l.label() + " vs "
                                    + column.levels().get(reference).label()));
                }
            }
        }
        if (slugs.size() < 2) {
            slugs.add("none");
            names.add(new Name(List.of(slug), column.variable().label()));
        }
        builder.factor(column.variable().name(), i -> compact[levels.applyAsInt(i)], slugs, compact[reference]);
        return names;
    }
}
