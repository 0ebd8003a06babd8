package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.COEFFICIENT;

import java.util.List;

/**
 * One-way analysis of variance of k independent means: Fisher's F with a common variance (default, as R's {@code aov}),
 * or Welch's F with variances of their own (R's {@code oneway.test}). With Fisher's F come eta squared, SSB/SST, and
 * omega squared, (SSB - (k - 1) MSW)/(SST + MSW).
 *
 * @param variances whether the groups' variances are taken to be equal
 */
public record OneWayAnova(TTest.Variances variances) {

    private static final Reference FISHER =
            Reference.of("Fisher RA", 1925, "Statistical Methods for Research Workers", "Oliver and Boyd, Edinburgh");
    private static final Reference WELCH = Reference.of(
            "Welch BL",
            1951,
            "On the comparison of several mean values: an alternative approach",
            "Biometrika 38:330-336",
            "10.1093/biomet/38.3-4.330");

    public OneWayAnova {
        requireNonNull(variances);
    }

    /** Equal variances. */
    public static OneWayAnova withDefaults() {
        return new OneWayAnova(TTest.Variances.EQUAL);
    }

    public OneWayAnova with(TTest.Variances newVariances) {
        return new OneWayAnova(newVariances);
    }

    /**
     * The test of equal means.
     *
     * @throws IllegalArgumentException if there are fewer than two groups
     */
    public Computation<Result> compute(List<Group> groups) {
        int smallest = variances == TTest.Variances.EQUAL ? 1 : 2;
        return Group.unlessTooSmall(
                groups, smallest, () -> variances == TTest.Variances.EQUAL ? fisher(groups) : welch(groups));
    }

    private Computation<Result> fisher(List<Group> groups) {
        FrequencyTable pooled = pooled(groups);
        double n = pooled.size();
        int k = groups.size();
        if (n <= k) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "there is one observation in each group",
                    "report the observations");
        }
        double origin = pooled.value(0);
        double grandMean = pooled.minus(origin).moments().mean();
        Sum between = new Sum();
        Sum within = new Sum();
        for (Group group : groups) {
            Moments moments = group.sample().minus(origin).moments();
            double distance = moments.mean() - grandMean;
            between.add(moments.n() * distance * distance);
            within.add(moments.squares());
        }
        if (within.value() == 0) {
            return constant();
        }
        if (!(between.value() + within.value() < Double.POSITIVE_INFINITY)) {
            return Computation.unrepresentable();
        }
        double df1 = k - 1;
        double df2 = n - k;
        double f = (between.value() / df1) / (within.value() / df2);
        return Computation.of(new Result(this, groups, f, df1, df2, between.value(), within.value()));
    }

    private Computation<Result> welch(List<Group> groups) {
        int k = groups.size();
        double origin = pooled(groups).value(0);
        Sum weights = new Sum();
        Sum weighted = new Sum();
        for (Group group : groups) {
            Moments moments = group.sample().minus(origin).moments();
            if (moments.unitSquares() == 0) {
                return constant();
            }
            if (!(1 / moments.variance() > 0 && 1 / moments.variance() < Double.POSITIVE_INFINITY)) {
                return Computation.unrepresentable();
            }
            double weight = moments.n() / moments.variance();
            weights.add(weight);
            weighted.add(weight * moments.mean());
        }
        double mean = weighted.value() / weights.value();
        Sum between = new Sum();
        Sum lambda = new Sum();
        for (Group group : groups) {
            Moments moments = group.sample().minus(origin).moments();
            double weight = moments.n() / moments.variance();
            double rest = 1 - weight / weights.value();
            between.add(weight * (moments.mean() - mean) * (moments.mean() - mean));
            lambda.add(rest * rest / (moments.n() - 1));
        }
        double term = lambda.value() / (k * (double) k - 1);
        double f = between.value() / (k - 1) / (1 + 2 * (k - 2) * term);
        return Computation.of(new Result(this, groups, f, k - 1, 1 / (3 * term), 0, 0));
    }

    private static <T> Computation<T> constant() {
        return Computation.notComputed(
                NotComputed.Reason.CONSTANT_DATA,
                "the values do not vary within a group",
                "report the means without a test");
    }

    static FrequencyTable pooled(List<Group> groups) {
        FrequencyTable pooled = groups.get(0).sample();
        for (Group group : groups.subList(1, groups.size())) {
            pooled = pooled.merge(group.sample());
        }
        return pooled;
    }

    /**
     * An analysis of variance.
     *
     * @param options the options used
     * @param groups as given
     * @param statistic F
     * @param df1 numerator degrees of freedom
     * @param df2 denominator degrees of freedom
     * @param betweenSquares SSB, of Fisher's F
     * @param withinSquares SSW, of Fisher's F
     */
    public record Result(
            OneWayAnova options,
            List<Group> groups,
            double statistic,
            double df1,
            double df2,
            double betweenSquares,
            double withinSquares)
            implements StatisticResult {

        public Result {
            groups = List.copyOf(groups);
        }

        private boolean equal() {
            return options.variances == TTest.Variances.EQUAL;
        }

        @Override
        public Procedure procedure() {
            return equal()
                    ? Procedure.of("anova-one-way", "one-way analysis of variance", FISHER)
                    : Procedure.of("anova-welch", "Welch's one-way analysis of variance", WELCH);
        }

        /** Ids {@code statistic, df1, df2, p}; of Fisher's F also {@code eta-squared, omega-squared, residual-sd}; n. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities()
                    .statistic("F", statistic)
                    .add("df1", "numerator degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, df1)
                    .add("df2", "denominator degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, df2)
                    .p(Tails.fUpper(statistic, df1, df2));
            if (equal()) {
                double mean = withinSquares / df2;
                double total = betweenSquares + withinSquares;
                quantities
                        .add("eta-squared", "eta squared", COEFFICIENT, betweenSquares / total)
                        .add(
                                "omega-squared",
                                "omega squared",
                                COEFFICIENT,
                                (betweenSquares - df1 * mean) / (total + mean))
                        .add("residual-sd", "residual standard deviation", QuantityKind.MEASUREMENT, Math.sqrt(mean));
            }
            return quantities
                    .count("n", "number of observations", pooled(groups).size())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            TTest.Variances other = equal() ? TTest.Variances.UNEQUAL : TTest.Variances.EQUAL;
            return List.of(Rival.differing(
                    this,
                    equal() ? "welch" : "fisher",
                    equal() ? "separate variances (Welch)" : "common variance (Fisher)",
                    () -> options.with(other).compute(groups)));
        }
    }
}
