package org.countersign.stats;

import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.Arrays;
import java.util.List;

/**
 * McDonald's omega (total) of a scale's sum from a one-factor model: (sum of loadings)² / ((sum of loadings)² + sum of
 * unique variances), the loadings by maximum likelihood (EM) on the correlations and carried back to the items' units.
 * Three items at least; an item without unique variance (a Heywood case) leaves it undefined.
 */
public record McDonaldOmega() {

    private static final int MAX_ITERATIONS = 200_000;
    private static final double TOLERANCE = 1e-14;
    private static final double SMALLEST_UNIQUENESS = 1e-6;
    private static final Reference MCDONALD =
            Reference.of("McDonald RP", 1999, "Test Theory: A Unified Treatment", "Lawrence Erlbaum, Mahwah, NJ");
    private static final Reference RUBIN_THAYER = Reference.of(
            "Rubin DB, Thayer DT",
            1982,
            "EM algorithms for ML factor analysis",
            "Psychometrika 47:69-76",
            "10.1007/BF02293851");

    public static McDonaldOmega withDefaults() {
        return new McDonaldOmega();
    }

    /**
     * Omega of a scale.
     *
     * @param items the items, each with all respondents in the same order; three at least
     * @throws IllegalArgumentException if there are fewer than three items, their lengths differ, or a value is not
     *     finite
     */
    public Computation<Result> compute(List<double[]> items) {
        Require.atLeast("number of items", items.size(), 3);
        ItemCovariance covariance = ItemCovariance.of(items);
        int k = covariance.items();
        if (covariance.n() <= k) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    covariance.n() + " respondents are too few for " + k + " items",
                    "report Cronbach's alpha");
        }
        double[] sd = new double[k];
        for (int i = 0; i < k; i++) {
            sd[i] = Math.sqrt(covariance.covariance(i, i));
            if (sd[i] == 0) {
                return Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA, "item " + (i + 1) + " does not vary", "leave the item out");
            }
        }
        return factor(covariance, sd);
    }

    private static Computation<Result> factor(ItemCovariance covariance, double[] sd) {
        int k = sd.length;
        double[] loadings = new double[k];
        double[] unique = new double[k];
        Arrays.fill(loadings, 0.7);
        Arrays.fill(unique, 0.5);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double precision = 1;
            for (int i = 0; i < k; i++) {
                precision += loadings[i] * loadings[i] / unique[i];
            }
            double[] withFactor = new double[k];
            double factorVariance = 1 - (precision - 1) / precision;
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    withFactor[i] +=
                            covariance.covariance(i, j) / (sd[i] * sd[j]) * (loadings[j] / unique[j] / precision);
                }
                factorVariance += loadings[i] / unique[i] / precision * withFactor[i];
            }
            double change = 0;
            for (int i = 0; i < k; i++) {
                double next = withFactor[i] / factorVariance;
                change = Math.max(change, Math.abs(next - loadings[i]));
                loadings[i] = next;
                unique[i] = 1 - next * withFactor[i];
                if (!(unique[i] > SMALLEST_UNIQUENESS)) {
                    return Computation.notComputed(
                            NotComputed.Reason.UNDEFINED,
                            "item " + (i + 1) + " has no variance of its own in a one-factor model",
                            "report Cronbach's alpha");
                }
            }
            if (change < TOLERANCE) {
                return Computation.of(result(covariance, sd, loadings, unique));
            }
        }
        return Computation.notComputed(
                NotComputed.Reason.NO_CONVERGENCE, "the factor model did not settle", "report Cronbach's alpha");
    }

    private static Result result(ItemCovariance covariance, double[] sd, double[] loadings, double[] unique) {
        double raw = 0;
        double rawUnique = 0;
        double standard = 0;
        double standardUnique = 0;
        for (int i = 0; i < sd.length; i++) {
            raw += loadings[i] * sd[i];
            rawUnique += unique[i] * sd[i] * sd[i];
            standard += loadings[i];
            standardUnique += unique[i];
        }
        return new Result(
                raw * raw / (raw * raw + rawUnique),
                standard * standard / (standard * standard + standardUnique),
                sd.length,
                covariance.n());
    }

    /**
     * The reliability of a scale's sum.
     *
     * @param estimate omega in the items' units
     * @param standardised omega of the standardised items
     * @param items number of items
     * @param n number of respondents
     */
    public record Result(double estimate, double standardised, int items, int n) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "mcdonald-omega", "McDonald's omega, one factor, maximum likelihood", MCDONALD, RUBIN_THAYER);
        }

        /** Ids {@code estimate, items, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .estimate("McDonald's omega", COEFFICIENT, estimate)
                    .count("items", "number of items", items)
                    .count("n", "number of respondents", n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(new Rival(
                    "standardised",
                    "omega of the standardised items",
                    () -> List.of(Quantity.of("estimate", "standardised omega", COEFFICIENT, standardised))));
        }
    }
}
