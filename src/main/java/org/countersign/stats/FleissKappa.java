package org.countersign.stats;

import static org.countersign.stats.QuantityKind.COEFFICIENT;
import static org.countersign.stats.QuantityKind.PROPORTION;

import java.util.List;

/**
 * Fleiss's kappa of m raters per subject over k categories: (mean pairwise agreement - sum p_j²)/(1 - sum p_j²), p_j the
 * overall share of a category; the standard error is that of no agreement beyond chance (Fleiss, Nee and Landis).
 */
public record FleissKappa() {

    private static final Reference FLEISS = Reference.of(
            "Fleiss JL",
            1971,
            "Measuring nominal scale agreement among many raters",
            "Psychological Bulletin 76:378-382",
            "10.1037/h0031619");
    private static final Reference FLEISS_NEE_LANDIS = Reference.of(
            "Fleiss JL, Nee JCM, Landis JR",
            1979,
            "Large sample variance of kappa in the case of different sets of raters",
            "Psychological Bulletin 86:974-977",
            "10.1037/0033-2909.86.5.974");

    public static FleissKappa withDefaults() {
        return new FleissKappa();
    }

    /**
     * Kappa of a table of subjects (rows) by categories (columns), each cell the number of raters who chose it.
     *
     * @throws IllegalArgumentException if the subjects differ in their number of raters, or have fewer than two
     */
    public Computation<Result> compute(ContingencyTable ratings) {
        long m = ratings.rowTotal(0);
        Require.atLeast("raters per subject", m, 2);
        int n = ratings.rows();
        Sum agreement = new Sum();
        for (int i = 0; i < n; i++) {
            Require.that(
                    ratings.rowTotal(i) == m,
                    "raters of subject " + i,
                    ratings.rowTotal(i),
                    "as many as of the first, " + m);
            for (int j = 0; j < ratings.columns(); j++) {
                double c = ratings.count(i, j);
                agreement.add(c * (c - 1) / (m * (m - 1.0)));
            }
        }
        Sum chance = new Sum();
        Sum pq = new Sum();
        Sum skew = new Sum();
        for (int j = 0; j < ratings.columns(); j++) {
            double p = ratings.columnTotal(j) / ((double) n * m);
            chance.add(p * p);
            pq.add(p * (1 - p));
            skew.add(p * (1 - p) * (1 - 2 * p));
        }
        if (!(pq.value() > 0)) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    "all raters used a single category",
                    "report the percent agreement");
        }
        double observed = agreement.value() / n;
        double expected = chance.value();
        double s = pq.value();
        double se = Math.sqrt(2 * (s * s - skew.value()) / (n * m * (m - 1.0))) / s;
        return Computation.of(new Result((observed - expected) / (1 - expected), se, observed, expected, n, m));
    }

    /**
     * The agreement of several raters.
     *
     * @param estimate kappa
     * @param nullStandardError under no agreement beyond chance
     * @param observedAgreement mean pairwise agreement
     * @param expectedAgreement the same by chance
     * @param n number of subjects
     * @param raters per subject
     */
    public record Result(
            double estimate,
            double nullStandardError,
            double observedAgreement,
            double expectedAgreement,
            long n,
            long raters)
            implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of("fleiss-kappa", "Fleiss's kappa", FLEISS, FLEISS_NEE_LANDIS);
        }

        /** Ids {@code estimate, se, statistic, p, observed-agreement, expected-agreement, raters, n}. */
        @Override
        public List<Quantity> quantities() {
            double z = estimate / nullStandardError;
            return new Quantities()
                    .estimate("kappa", COEFFICIENT, estimate)
                    .add("se", "standard error under no agreement beyond chance", COEFFICIENT, nullStandardError)
                    .statistic("z", z)
                    .p(Tails.normal(z, Alternative.TWO_SIDED))
                    .add("observed-agreement", "observed agreement", PROPORTION, observedAgreement)
                    .add("expected-agreement", "agreement expected by chance", PROPORTION, expectedAgreement)
                    .count("raters", "raters per subject", raters)
                    .count("n", "number of subjects", n)
                    .list();
        }
    }
}
