package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;
import static org.countersign.stats.QuantityKind.PROPORTION;

import java.util.Arrays;
import java.util.List;

/**
 * Cohen's kappa of two raters over k categories, (po - pe)/(1 - pe), unweighted or with linear or quadratic weights for
 * near misses. The interval uses the large-sample standard error, the test that of the null hypothesis (Fleiss, Cohen
 * and Everitt).
 *
 * @param weights for disagreement by the distance of the categories
 * @param level confidence level
 */
public record CohenKappa(Weights weights, double level) {

    private static final Reference COHEN = Reference.of(
            "Cohen J",
            1960,
            "A coefficient of agreement for nominal scales",
            "Educational and Psychological Measurement 20:37-46",
            "10.1177/001316446002000104");
    private static final Reference COHEN_WEIGHTED = Reference.of(
            "Cohen J",
            1968,
            "Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit",
            "Psychological Bulletin 70:213-220",
            "10.1037/h0026256");
    private static final Reference FLEISS_COHEN_EVERITT = Reference.of(
            "Fleiss JL, Cohen J, Everitt BS",
            1969,
            "Large sample standard errors of kappa and weighted kappa",
            "Psychological Bulletin 72:323-327",
            "10.1037/h0028106");

    /** How much a disagreement counts. */
    public enum Weights {
        /** All disagreements alike. */
        NONE("unweighted"),
        /** Agreement 1 - |i - j|/(k - 1). */
        LINEAR("linear"),
        /** Agreement 1 - (i - j)²/(k - 1)². */
        QUADRATIC("quadratic");

        private final String id;

        Weights(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        private double agreement(int i, int j, int k) {
            double distance = Math.abs(i - j) / (k - 1.0);
            return switch (this) {
                case NONE -> i == j ? 1 : 0;
                case LINEAR -> 1 - distance;
                case QUADRATIC -> 1 - distance * distance;
            };
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public CohenKappa {
        requireNonNull(weights);
        Require.level(level);
    }

    /** Unweighted, 95%. */
    public static CohenKappa withDefaults() {
        return new CohenKappa(Weights.NONE, 0.95);
    }

    public CohenKappa with(Weights newWeights) {
        return new CohenKappa(newWeights, level);
    }

    public CohenKappa withLevel(double newLevel) {
        return new CohenKappa(weights, newLevel);
    }

    /**
     * Kappa of a table of the first rater's categories (rows) by the second's (columns).
     *
     * @throws IllegalArgumentException if the table is not square with two categories at least
     */
    public Computation<Result> compute(ContingencyTable table) {
        int k = table.rows();
        Require.that(
                k == table.columns() && k >= 2, "table", k + " x " + table.columns(), "a square table, 2 x 2 at least");
        if (table.total() == 0) {
            return Computation.notComputed(
                    NotComputed.Reason.NO_OBSERVATIONS, "nothing was rated", "check the raters' files");
        }
        double n = table.total();
        double[] rowMeans = new double[k];
        double[] columnMeans = new double[k];
        Sum observed = new Sum();
        Sum expected = new Sum();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double w = weights.agreement(i, j, k);
                observed.add(w * table.count(i, j) / n);
                expected.add(w * (table.rowTotal(i) / n) * (table.columnTotal(j) / n));
                rowMeans[i] += w * table.columnTotal(j) / n;
                columnMeans[j] += w * table.rowTotal(i) / n;
            }
        }
        double po = observed.value();
        double pe = expected.value();
        if (!(pe < 1)) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "both raters used a single category",
                    "report the percent agreement");
        }
        double kappa = (po - pe) / (1 - pe);
        Sum variance = new Sum();
        Sum nullVariance = new Sum();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double w = weights.agreement(i, j, k);
                double margins = rowMeans[i] + columnMeans[j];
                double term = w - margins * (1 - kappa);
                double nullTerm = w - margins;
                variance.add(table.count(i, j) / n * term * term);
                nullVariance.add((table.rowTotal(i) / n) * (table.columnTotal(j) / n) * nullTerm * nullTerm);
            }
        }
        double offset = kappa - pe * (1 - kappa);
        double se = Math.sqrt(Math.max(0, variance.value() - offset * offset) / n) / (1 - pe);
        double nullSe = Math.sqrt(Math.max(0, nullVariance.value() - pe * pe) / n) / (1 - pe);
        return Computation.of(new Result(this, table, kappa, se, nullSe, po, pe));
    }

    /**
     * The agreement of two raters.
     *
     * @param options the options used
     * @param table the ratings
     * @param estimate kappa
     * @param standardError large-sample
     * @param nullStandardError under no agreement beyond chance
     * @param observedAgreement (weighted) proportion of agreement
     * @param expectedAgreement the same by chance
     */
    public record Result(
            CohenKappa options,
            ContingencyTable table,
            double estimate,
            double standardError,
            double nullStandardError,
            double observedAgreement,
            double expectedAgreement)
            implements StatisticResult {

        public ConfidenceInterval interval() {
            double half = Tails.normalCritical(options.level) * standardError;
            return new ConfidenceInterval(estimate - half, estimate + half, options.level, "Wald");
        }

        private Computation<Double> z() {
            return nullStandardError == 0
                    ? Computation.notComputed(
                            NotComputed.Reason.CONSTANT_DATA, "a rater used a single category", "leave the test out")
                    : Computation.of(estimate / nullStandardError);
        }

        @Override
        public Procedure procedure() {
            return options.weights == Weights.NONE
                    ? Procedure.of("cohen-kappa", "Cohen's kappa", COHEN, FLEISS_COHEN_EVERITT)
                    : Procedure.of(
                            "cohen-kappa-" + options.weights.id,
                            "Cohen's kappa with " + options.weights.id + " weights",
                            COHEN_WEIGHTED,
                            FLEISS_COHEN_EVERITT);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, se, statistic, p, observed-agreement, expected-agreement, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("kappa", COEFFICIENT, estimate)
                    .interval(COEFFICIENT, interval())
                    .add("se", "standard error", COEFFICIENT, standardError)
                    .add("statistic", "z", QuantityKind.STATISTIC, z())
                    .add("p", "P-value", QuantityKind.P_VALUE, z().map(z -> Tails.normal(z, Alternative.TWO_SIDED)))
                    .add("observed-agreement", "observed agreement", PROPORTION, observedAgreement)
                    .add("expected-agreement", "agreement expected by chance", PROPORTION, expectedAgreement)
                    .count("n", "number rated", table.total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return Arrays.stream(Weights.values())
                    .filter(other -> other != options.weights && table.rows() > 2)
                    .map(other -> Rival.differing(
                            this,
                            other.id,
                            other.id + " weights",
                            () -> options.with(other).compute(table)))
                    .toList();
        }
    }
}
