package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.Arrays;
import java.util.List;

/**
 * The intraclass correlations of k raters over n subjects in the six forms of Shrout and Fleiss, from the mean squares
 * of subjects, raters and residual, with their F intervals; the test is of no correlation.
 *
 * @param form which
 * @param level confidence level
 */
public record IntraclassCorrelation(Form form, double level) {

    private static final Reference SHROUT_FLEISS = Reference.of(
            "Shrout PE, Fleiss JL",
            1979,
            "Intraclass correlations: uses in assessing rater reliability",
            "Psychological Bulletin 86:420-428",
            "10.1037/0033-2909.86.2.420");
    private static final Reference MCGRAW_WONG = Reference.of(
            "McGraw KO, Wong SP",
            1996,
            "Forming inferences about some intraclass correlation coefficients",
            "Psychological Methods 1:30-46",
            "10.1037/1082-989X.1.1.30");

    /** The model of the raters, and whether a single rating or the mean of all is judged. */
    public enum Form {
        ICC_1_1("icc-1-1", "ICC(1,1): one-way random, single rating", 1, false),
        ICC_2_1("icc-2-1", "ICC(2,1): two-way random, absolute agreement, single rating", 2, false),
        ICC_3_1("icc-3-1", "ICC(3,1): two-way mixed, consistency, single rating", 3, false),
        ICC_1_K("icc-1-k", "ICC(1,k): one-way random, mean rating", 1, true),
        ICC_2_K("icc-2-k", "ICC(2,k): two-way random, absolute agreement, mean rating", 2, true),
        ICC_3_K("icc-3-k", "ICC(3,k): two-way mixed, consistency, mean rating", 3, true);

        private final String id;
        private final String label;
        private final int model;
        private final boolean mean;

        Form(String id, String label, int model, boolean mean) {
            this.id = id;
            this.label = label;
            this.model = model;
            this.mean = mean;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public IntraclassCorrelation {
        requireNonNull(form);
        Require.level(level);
    }

    /** ICC(2,1), 95%. */
    public static IntraclassCorrelation withDefaults() {
        return new IntraclassCorrelation(Form.ICC_2_1, 0.95);
    }

    public IntraclassCorrelation with(Form newForm) {
        return new IntraclassCorrelation(newForm, level);
    }

    public IntraclassCorrelation withLevel(double newLevel) {
        return new IntraclassCorrelation(form, newLevel);
    }

    /**
     * The reliability of ratings.
     *
     * @param raters each with all subjects in the same order; two at least
     * @throws IllegalArgumentException if there are fewer than two raters, their lengths differ, or a value is not finite
     */
    public Computation<Result> compute(List<double[]> raters) {
        Require.atLeast("number of raters", raters.size(), 2);
        int n = raters.get(0).length;
        for (int j = 0; j < raters.size(); j++) {
            Require.finite("raters[" + j + "]", raters.get(j));
            Require.sameLength("raters[0]", n, "raters[" + j + "]", raters.get(j).length);
        }
        if (n < 2) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there are " + n + " subjects",
                    "check the missing ratings");
        }
        MeanSquares squares = MeanSquares.of(raters);
        double error = form.model == 1 ? squares.within : squares.residual;
        if (!(error > 0) || !(squares.subjects > 0)) {
            return Computation.notComputed(
                    NotComputed.Reason.CONSTANT_DATA,
                    squares.subjects > 0 ? "the ratings agree without any error" : "the subjects do not differ",
                    "report the ratings");
        }
        return Computation.of(new Result(this, squares, estimate(squares), interval(squares)));
    }

    /** Mean squares between subjects, within subjects, between raters, and residual. */
    record MeanSquares(int n, int k, double subjects, double within, double raters, double residual) {

        static MeanSquares of(List<double[]> ratings) {
            int k = ratings.size();
            int n = ratings.get(0).length;
            double[] subjectMeans = new double[n];
            double[] raterMeans = new double[k];
            Sum all = new Sum();
            for (int j = 0; j < k; j++) {
                raterMeans[j] = Sum.of(ratings.get(j)) / n;
                for (int i = 0; i < n; i++) {
                    subjectMeans[i] += ratings.get(j)[i] / k;
                    all.add(ratings.get(j)[i]);
                }
            }
            double grand = all.value() / ((double) n * k);
            Sum subjects = new Sum();
            Sum raters = new Sum();
            Sum residual = new Sum();
            Sum within = new Sum();
            for (int i = 0; i < n; i++) {
                subjects.add(k * (subjectMeans[i] - grand) * (subjectMeans[i] - grand));
                for (int j = 0; j < k; j++) {
                    double inside = ratings.get(j)[i] - subjectMeans[i];
                    double rest = inside - (raterMeans[j] - grand);
                    within.add(inside * inside);
                    residual.add(rest * rest);
                }
            }
            for (double mean : raterMeans) {
                raters.add(n * (mean - grand) * (mean - grand));
            }
            return new MeanSquares(
                    n,
                    k,
                    subjects.value() / (n - 1),
                    within.value() / ((double) n * (k - 1)),
                    raters.value() / (k - 1),
                    residual.value() / ((n - 1.0) * (k - 1)));
        }
    }

    private double estimate(MeanSquares s) {
        double n = s.n;
        double k = s.k;
        return switch (form) {
            case ICC_1_1 -> (s.subjects - s.within) / (s.subjects + (k - 1) * s.within);
            case ICC_2_1 -> singleAgreement(s);
            case ICC_3_1 -> (s.subjects - s.residual) / (s.subjects + (k - 1) * s.residual);
            case ICC_1_K -> (s.subjects - s.within) / s.subjects;
            case ICC_2_K -> (s.subjects - s.residual) / (s.subjects + (s.raters - s.residual) / n);
            case ICC_3_K -> (s.subjects - s.residual) / s.subjects;
        };
    }

    private static double singleAgreement(MeanSquares s) {
        return (s.subjects - s.residual) / (s.subjects + (s.k - 1) * s.residual + s.k * (s.raters - s.residual) / s.n);
    }

    private ConfidenceInterval interval(MeanSquares s) {
        double n = s.n;
        double k = s.k;
        double upTo = (1 + level) / 2;
        double lower;
        double upper;
        if (form.model == 2) {
            double icc = singleAgreement(s);
            double fj = s.raters / s.residual;
            double term = n * (1 + (k - 1) * icc) - k * icc;
            double df = (k - 1)
                    * (n - 1)
                    * (k * icc * fj + term)
                    * (k * icc * fj + term)
                    / ((n - 1) * k * k * icc * icc * fj * fj + term * term);
            double f1 = Tails.fQuantile(upTo, n - 1, df);
            double f2 = Tails.fQuantile(upTo, df, n - 1);
            double error = k * s.raters + (k * n - k - n) * s.residual;
            lower = n * (s.subjects - f1 * s.residual) / (f1 * error + n * s.subjects);
            upper = n * (f2 * s.subjects - s.residual) / (error + n * f2 * s.subjects);
            if (form.mean) {
                lower = lower * k / (1 + lower * (k - 1));
                upper = upper * k / (1 + upper * (k - 1));
            }
        } else {
            double error = form.model == 1 ? s.within : s.residual;
            double df2 = form.model == 1 ? n * (k - 1) : (n - 1) * (k - 1);
            double f = s.subjects / error;
            double low = f / Tails.fQuantile(upTo, n - 1, df2);
            double high = f * Tails.fQuantile(upTo, df2, n - 1);
            lower = form.mean ? 1 - 1 / low : (low - 1) / (low + k - 1);
            upper = form.mean ? 1 - 1 / high : (high - 1) / (high + k - 1);
        }
        return new ConfidenceInterval(Math.min(lower, upper), Math.max(lower, upper), level, "F");
    }

    /**
     * The reliability of ratings.
     *
     * @param options the options used
     * @param squares the analysis of variance
     * @param estimate the coefficient
     * @param interval of it
     */
    public record Result(
            IntraclassCorrelation options, MeanSquares squares, double estimate, ConfidenceInterval interval)
            implements StatisticResult {

        private double error() {
            return options.form.model == 1 ? squares.within : squares.residual;
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(options.form.id, options.form.label, SHROUT_FLEISS, MCGRAW_WONG);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, statistic, df1, df2, p, raters, n}. */
        @Override
        public List<Quantity> quantities() {
            double f = squares.subjects / error();
            double df1 = squares.n - 1.0;
            double df2 = options.form.model == 1 ? squares.n * (squares.k - 1.0) : df1 * (squares.k - 1);
            return new Quantities()
                    .estimate("intraclass correlation", COEFFICIENT, estimate)
                    .interval(COEFFICIENT, interval)
                    .statistic("F", f)
                    .add("df1", "numerator degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, df1)
                    .add("df2", "denominator degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, df2)
                    .p(Tails.fUpper(f, df1, df2))
                    .count("raters", "number of raters", squares.k)
                    .count("n", "number of subjects", squares.n)
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return Arrays.stream(Form.values())
                    .filter(other -> other != options.form && (other.model == 1 || squares.residual > 0))
                    .map(other -> Rival.differing(this, other.id, other.label, () -> {
                        IntraclassCorrelation form = options.with(other);
                        return Computation.of(
                                new Result(form, squares, form.estimate(squares), form.interval(squares)));
                    }))
                    .toList();
        }
    }
}
