package org.countersign.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * The columns of a regression: an intercept, numeric covariates, factors as indicators against a reference level
 * (treatment contrasts), interactions, powers and natural splines. Rows are made when asked for, from the caller's
 * arrays or functions of the row's index, which are neither copied nor to be changed; nothing of size rows x columns is
 * ever held.
 */
public final class DesignMatrix {

    private final int rows;
    private final List<Column> columns;
    private final List<Term> terms;
    private final boolean intercept;

    private DesignMatrix(int rows, List<Column> columns, List<Term> terms, boolean intercept) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        this.terms = List.copyOf(terms);
        this.intercept = intercept;
    }

    /**
     * A column.
     *
     * @param name for a reader: {@code age}, {@code arm: intervention}
     * @param slug the name as part of a quantity's id: {@code arm-intervention}
     */
    record Column(String name, String slug, IntToDoubleFunction values) {
        static Column of(String name, IntToDoubleFunction values) {
            return new Column(name, slugOf(name), values);
        }
    }

    /**
     * A term of the model formula and the columns that it makes.
     *
     * @param name as given to the builder; {@code a x b} for an interaction
     * @param columns indices of its columns
     */
    public record Term(String name, List<Integer> columns) {
        public Term {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A design with an intercept as its first column.
     *
     * @param rows number of observations
     * @throws IllegalArgumentException if {@code rows} is negative
     */
    public static Builder builder(int rows) {
        Require.notNegative("rows", rows);
        return new Builder(rows);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns.size();
    }

    /** The columns' names, for a reader. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The columns' names as parts of ids. */
    public List<String> slugs() {
        return columns.stream().map(Column::slug).toList();
    }

    /** The terms in the order in which they were added, the intercept left out. */
    public List<Term> terms() {
        return terms;
    }

    public boolean hasIntercept() {
        return intercept;
    }

    /** Writes one row into {@code target}, of length {@link #columns()} at least. */
    public void row(int row, double[] target) {
        for (int j = 0; j < columns.size(); j++) {
            target[j] = columns.get(j).values.applyAsDouble(row);
        }
    }

    double value(int row, int column) {
        return columns.get(column).values.applyAsDouble(row);
    }

    /**
     * The same design without a term, for a test of it.
     *
     * @throws IllegalArgumentException if there is no such term
     */
    public DesignMatrix without(String term) {
        Term dropped = terms.stream()
                .filter(candidate -> candidate.name.equals(term))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("term = " + term + ": expected one of "
                        + terms.stream().map(Term::name).toList()));
        List<Column> kept = new ArrayList<>();
        List<Term> keptTerms = new ArrayList<>();
        Map<Integer, Integer> places = new HashMap<>();
        for (int j = 0; j < columns.size(); j++) {
            if (!dropped.columns.contains(j)) {
                places.put(j, kept.size());
                kept.add(columns.get(j));
            }
        }
        for (Term candidate : terms) {
            if (candidate != dropped) {
                keptTerms.add(new Term(
                        candidate.name,
                        candidate.columns.stream().map(places::get).toList()));
            }
        }
        return new DesignMatrix(rows, kept, keptTerms, intercept);
    }

    /** The same columns without the intercept, as a proportional-hazards or cumulative model needs them. */
    DesignMatrix withoutIntercept() {
        if (!intercept) {
            return this;
        }
        List<Term> shifted = terms.stream()
                .map(term -> new Term(
                        term.name, term.columns.stream().map(j -> j - 1).toList()))
                .toList();
        return new DesignMatrix(rows, columns.subList(1, columns.size()), shifted, false);
    }

    /** Lower-case words joined by hyphens. */
    static String slugOf(String name) {
        String slug = name.toLowerCase(Locale.ROOT)
                .replace("×", "x")
                .replaceAll("[^a-z0-9_]+", "-")
                .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "term" : slug;
    }

    /** Collects the terms of a {@link DesignMatrix}. */
    public static final class Builder {

        private final int rows;
        private final List<Column> columns = new ArrayList<>();
        private final List<Term> terms = new ArrayList<>();
        private boolean intercept = true;

        private Builder(int rows) {
            this.rows = rows;
            columns.add(Column.of("intercept", row -> 1));
        }

        /**
         * Leaves the intercept out; before any term.
         *
         * @throws IllegalArgumentException if a term has been added already
         */
        public Builder withoutIntercept() {
            Require.that(terms.isEmpty(), "terms", terms.size(), "none before withoutIntercept()");
            columns.clear();
            intercept = false;
            return this;
        }

        /**
         * A covariate as it is.
         *
         * @throws IllegalArgumentException if a value is not finite or their number is not that of the rows
         */
        public Builder numeric(String name, double[] values) {
            Require.sameLength("rows", rows, name, values.length);
            return numeric(name, row -> values[row]);
        }

        /**
         * A covariate as a function of the row's index, which must always give the same.
         *
         * @throws IllegalArgumentException if a value is not finite
         */
        public Builder numeric(String name, IntToDoubleFunction values) {
            check(name, values);
            return term(name, List.of(Column.of(name, values)));
        }

        /**
         * A categorical covariate: an indicator for each level but the reference.
         *
         * @param codes index of each row's level
         * @param levels the levels' names, two at least
         * @param reference index of the reference level
         * @throws IllegalArgumentException if a code or the reference is out of range, or the lengths differ
         */
        public Builder factor(String name, int[] codes, List<String> levels, int reference) {
            Require.sameLength("rows", rows, name, codes.length);
            return factor(name, row -> codes[row], levels, reference);
        }

        /**
         * A categorical covariate whose codes are a function of the row's index.
         *
         * @throws IllegalArgumentException if a code or the reference is out of range
         */
        public Builder factor(String name, IntUnaryOperator codes, List<String> levels, int reference) {
            Require.atLeast("levels of " + name, levels.size(), 2);
            String range = "an index from 0 to " + (levels.size() - 1);
            Require.that(reference >= 0 && reference < levels.size(), "reference", reference, range);
            for (int row = 0; row < rows; row++) {
                int code = codes.applyAsInt(row);
                if (code < 0 || code >= levels.size()) {
                    Require.that(false, name + "[" + row + "]", code, range);
                }
            }
            List<Column> indicators = new ArrayList<>();
            for (int level = 0; level < levels.size(); level++) {
                if (level != reference) {
                    int code = level;
                    indicators.add(
                            Column.of(name + ": " + levels.get(level), row -> codes.applyAsInt(row) == code ? 1 : 0));
                }
            }
            return term(name, indicators);
        }

        /**
         * The product of two terms that have been added before: each column of the one times each of the other.
         *
         * @throws IllegalArgumentException if one of them has not been added
         */
        public Builder interaction(String first, String second) {
            List<Column> products = new ArrayList<>();
            for (int i : term(first).columns) {
                for (int j : term(second).columns) {
                    IntToDoubleFunction a = columns.get(i).values;
                    IntToDoubleFunction b = columns.get(j).values;
                    products.add(Column.of(
                            columns.get(i).name + " × " + columns.get(j).name,
                            row -> a.applyAsDouble(row) * b.applyAsDouble(row)));
                }
            }
            return term(first + " × " + second, products);
        }

        /**
         * The powers 1 to {@code degree} of a covariate.
         *
         * @throws IllegalArgumentException if {@code degree} is below 1 or the values do not fit
         */
        public Builder polynomial(String name, double[] values, int degree) {
            Require.sameLength("rows", rows, name, values.length);
            return polynomial(name, row -> values[row], degree);
        }

        /**
         * The powers of a covariate that is a function of the row's index.
         *
         * @throws IllegalArgumentException if {@code degree} is below 1 or a value is not finite
         */
        public Builder polynomial(String name, IntToDoubleFunction values, int degree) {
            check(name, values);
            Require.atLeast("degree", degree, 1);
            List<Column> powers = new ArrayList<>();
            for (int power = 1; power <= degree; power++) {
                int exponent = power;
                powers.add(Column.of(
                        power == 1 ? name : name + "^" + power, row -> power(values.applyAsDouble(row), exponent)));
            }
            return term(name, powers);
        }

        /**
         * A natural (restricted) cubic spline: linear beyond the outermost observations, with
         * {@code degreesOfFreedom - 1} inner knots at equally spaced quantiles (type 7), the knots of R's {@code ns}.
         * Its columns are the restricted truncated powers (Stone CJ, Koo CY 1985): the same curve as any other basis,
         * but coefficients of their own.
         *
         * @throws IllegalArgumentException if {@code degreesOfFreedom} is below 1, the knots coincide, or the values do
         *     not fit
         */
        public Builder naturalSpline(String name, double[] values, int degreesOfFreedom) {
            Require.sameLength("rows", rows, name, values.length);
            Require.finite(name, values);
            return naturalSpline(name, row -> values[row], degreesOfFreedom, FrequencyTable.of(values));
        }

        /**
         * A natural cubic spline of a covariate that is a function of the row's index.
         *
         * @param distribution whose quantiles are the knots: of the values, each as often as it counts
         * @throws IllegalArgumentException if {@code degreesOfFreedom} is below 1, the knots coincide, or a value is not
         *     finite
         */
        public Builder naturalSpline(
                String name, IntToDoubleFunction values, int degreesOfFreedom, FrequencyTable distribution) {
            check(name, values);
            Require.atLeast("degreesOfFreedom", degreesOfFreedom, 1);
            double[] knots = new double[degreesOfFreedom + 1];
            for (int k = 0; k < knots.length; k++) {
                knots[k] = QuantileType.TYPE_7.quantile(distribution, (double) k / degreesOfFreedom);
                Require.that(
                        k == 0 || knots[k] > knots[k - 1],
                        "degreesOfFreedom",
                        degreesOfFreedom,
                        "fewer: two knots of " + name + " coincide at " + knots[k]);
            }
            List<Column> basis = new ArrayList<>();
            basis.add(Column.of(name, values));
            for (int k = 1; k < degreesOfFreedom; k++) {
                int knot = k - 1;
                basis.add(Column.of(
                        name + " spline " + k, row -> restrictedPower(values.applyAsDouble(row), knots, knot)));
            }
            return term(name, basis);
        }

        /**
         * @throws IllegalArgumentException if two columns have the same name
         */
        public DesignMatrix build() {
            List<String> slugs = columns.stream().map(Column::slug).toList();
            for (String slug : slugs) {
                Require.that(
                        slugs.indexOf(slug) == slugs.lastIndexOf(slug),
                        "column",
                        slug,
                        "names that differ from each other");
            }
            return new DesignMatrix(rows, columns, terms, intercept);
        }

        private Builder term(String name, List<Column> added) {
            List<Integer> places = new ArrayList<>();
            for (Column column : added) {
                places.add(columns.size());
                columns.add(column);
            }
            terms.add(new Term(name, places));
            return this;
        }

        private Term term(String name) {
            return terms.stream()
                    .filter(term -> term.name.equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("term = " + name + ": expected one of "
                            + terms.stream().map(Term::name).toList()));
        }

        private void check(String name, IntToDoubleFunction values) {
            for (int row = 0; row < rows; row++) {
                double value = values.applyAsDouble(row);
                if (!Double.isFinite(value)) {
                    Require.finite(name + "[" + row + "]", value);
                }
            }
        }

        private static double power(double value, int exponent) {
            double power = 1;
            for (int i = 0; i < exponent; i++) {
                power *= value;
            }
            return power;
        }

        /** (x-t)+³ - (x-u)+³ (v-t)/(v-u) + (x-v)+³ (u-t)/(v-u), over (v-w)², u and v the last two knots. */
        private static double restrictedPower(double x, double[] knots, int knot) {
            double last = knots[knots.length - 1];
            double previous = knots[knots.length - 2];
            double scale = last - knots[0];
            double gap = last - previous;
            return (cubed(x - knots[knot])
                            - cubed(x - previous) * (last - knots[knot]) / gap
                            + cubed(x - last) * (previous - knots[knot]) / gap)
                    / (scale * scale);
        }

        private static double cubed(double distance) {
            return distance <= 0 ? 0 : distance * distance * distance;
        }
    }

    @Override
    public String toString() {
        return rows + " x " + Arrays.toString(names().toArray());
    }
}
