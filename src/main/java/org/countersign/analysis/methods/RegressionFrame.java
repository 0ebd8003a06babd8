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
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.QuantileType;
import org.countersign.study.Level;

/**
 * The design of a regression over complete rows, and how its coefficients are called.
 *
 * @param rows the complete rows
 * @param design a column for each coefficient
 * @param coefficients names of the coefficients by the design's own slugs, in their order; the intercept first
 * @param terms names of the terms by the design's own, in their order
 */
record RegressionFrame(
        CompleteRows rows, DesignMatrix design, Map<String, Name> coefficients, Map<String, Name> terms) {

    private static final List<String> POWERS = List.of("squared", "cubed");
    private static final List<String> ORDINALS =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

    RegressionFrame {
        requireNonNull(rows);
        requireNonNull(design);
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

    /** The frame; empty, with a diagnostic, if a spline's knots coincide in these rows. */
    static Optional<RegressionFrame> of(AnalysisInput input, CompleteRows rows, ModelFormula formula) {
        DesignMatrix.Builder builder = DesignMatrix.builder(rows.size());
        Map<String, List<Name>> byTerm = new LinkedHashMap<>();
        Map<String, Name> terms = new LinkedHashMap<>();
        for (ModelFormula.Term term : formula.terms()) {
            Optional<List<Name>> names = add(input, builder, term, rows);
            if (names.isEmpty()) {
                return Optional.empty();
            }
            byTerm.put(term.name(), names.get());
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
        return Optional.of(new RegressionFrame(rows, design, coefficients, terms));
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
        return new RegressionFrame(rows, design, rest, terms);
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

    private static Optional<List<Name>> add(
            AnalysisInput input, DesignMatrix.Builder builder, ModelFormula.Term term, CompleteRows rows) {
        if (term.column() instanceof NumberColumn number) {
            return addNumber(input, builder, term, number, rows);
        }
        return Optional.of(addFactor(builder, (CategoryColumn) term.column(), rows));
    }

    private static Optional<List<Name>> addNumber(
            AnalysisInput input,
            DesignMatrix.Builder builder,
            ModelFormula.Term term,
            NumberColumn column,
            CompleteRows rows) {
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
            if (distribution.size() == 0) {
                // No rows, so that nothing will be fitted: columns to be named, whatever is in them.
                builder.polynomial(term.name(), values, spline.degreesOfFreedom());
            } else if (coincide(distribution, spline.degreesOfFreedom())) {
                input.diagnostics()
                        .error(
                                "wrong-parameter",
                                input.location(),
                                "`splines: " + term.name() + "(" + spline.degreesOfFreedom()
                                        + ")`: two knots coincide, too many rows have the same value",
                                "fewer degrees of freedom, or the variable as it is");
                return Optional.empty();
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
        return Optional.of(names);
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
        for (int k = 0; k <= degreesOfFreedom; k++) {
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
