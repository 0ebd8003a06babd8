package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Whatever the data, a procedure yields numbers or names why not: no NaN, no exception, no rival that fails, unique ids,
 * P-values and proportions in their range, limits in order.
 */
class EdgeCaseTest {

    private static final List<double[]> SAMPLES = List.of(
            new double[0],
            new double[] {3},
            new double[] {2, 2},
            new double[] {0, 0, 0, 0},
            new double[] {1, 2},
            new double[] {-1, 0, 1},
            new double[] {5, 5, 5, 6},
            new double[] {1e9, 1e9 + 0.5, 1e9 + 1},
            new double[] {1e-9, 2e-9, 3.5e-9},
            new double[] {1e60, -1e60, 3e59},
            new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 9},
            new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12},
            new double[] {1e80, -3e80, 2e80, 5e80, 4e80},
            new double[] {1e160, -3e160, 2e160, 5e160, 4e160},
            new double[] {1e300, -1e300, 2e299, 5e299, 4e299},
            new double[] {1e-200, 3e-200, 2e-200, 5e-200, 4e-200},
            new double[] {5e-324, 1e-323, 2e-323},
            random(30, 5),
            random(41, 1000));

    private static double[] random(int n, int range) {
        return new SplittableRandom(n).ints(n, 0, range).asDoubleStream().toArray();
    }

    private static void check(String what, Computation<? extends StatisticResult> computation) {
        if (computation instanceof Computed<? extends StatisticResult> computed) {
            check(what, computed.value());
        } else {
            NotComputed<?> not = (NotComputed<?>) computation;
            assertThat(not.detail()).as(what).isNotBlank();
            assertThat(not.advice()).as(what).isNotBlank();
        }
    }

    private static void check(String what, StatisticResult result) {
        String where = what + ", " + result.procedure().label();
        assertThat(result.procedure().references()).as(where).isNotEmpty();
        Map<String, Double> values = numbers(where, result.quantities());
        for (String id : values.keySet()) {
            if (id.endsWith("ci.lower")) {
                String upper = id.replace("ci.lower", "ci.upper");
                if (values.containsKey(upper)) {
                    assertThat(values.get(id)).as(where + " " + id).isLessThanOrEqualTo(values.get(upper));
                }
            }
        }
        Set<String> rivals = new LinkedHashSet<>();
        for (Rival rival : result.rivals()) {
            assertThat(rivals.add(rival.id()))
                    .as(where + " rival " + rival.id())
                    .isTrue();
            numbers(where + ", rival " + rival.id(), rival.quantities().get());
            Set<String> own = new LinkedHashSet<>();
            result.quantities().forEach(quantity -> own.add(quantity.id()));
            rival.quantities()
                    .get()
                    .forEach(quantity ->
                            assertThat(own).as(where + ", rival " + rival.id()).contains(quantity.id()));
        }
    }

    private static Map<String, Double> numbers(String where, List<Quantity> quantities) {
        Map<String, Double> values = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (Quantity quantity : quantities) {
            assertThat(ids.add(quantity.id()))
                    .as(where + " id " + quantity.id())
                    .isTrue();
            if (quantity.value() instanceof Computed<Double> computed) {
                double value = computed.value();
                values.put(quantity.id(), value);
                boolean inRange = switch (quantity.kind()) {
                    case P_VALUE, PROPORTION -> value >= 0 && value <= 1;
                    case PROPORTION_DIFFERENCE -> value >= -1 && value <= 1;
                    case COUNT, RATIO, DEGREES_OF_FREEDOM -> value >= 0;
                    default -> !Double.isNaN(value);
                };
                assertThat(inRange)
                        .as("%s %s = %s", where, quantity.id(), value)
                        .isTrue();
            }
        }
        return values;
    }

    @Test
    void numbers_beyond_the_range_of_the_procedures_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrequencyTable.of(1, -1.1e300))
                .withMessageContaining("sample[1] = -1.1E300: expected a finite number of magnitude 1.0E300 at most");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Correlation.withDefaults().compute(new double[] {1, 2, 3}, new double[] {1, 2, 1e301}))
                .withMessageContaining("y[2] = 1.0E301");
    }

    @Test
    void procedures_of_one_sample() {
        Map<String, Function<FrequencyTable, Computation<? extends StatisticResult>>> procedures =
                new LinkedHashMap<>();
        procedures.put("describe", Describe.withDefaults()::compute);
        procedures.put("t", sample -> TTest.withDefaults().oneSample(sample, 1));
        procedures.put("paired t", sample -> TTest.withDefaults().paired(sample));
        for (WilcoxonSignedRank.Method method : WilcoxonSignedRank.Method.values()) {
            procedures.put(
                    "signed rank " + method, WilcoxonSignedRank.withDefaults().with(method)::compute);
            procedures.put(
                    "pratt " + method,
                    WilcoxonSignedRank.withDefaults().with(method).with(WilcoxonSignedRank.Zeros.PRATT)::compute);
        }
        procedures.put("signed rank greater", WilcoxonSignedRank.withDefaults().with(Alternative.GREATER)::compute);
        procedures.put("sign", SignTest.withDefaults()::compute);
        procedures.put(
                "bootstrap",
                sample -> Bootstrap.withSeed(1)
                        .withReplicates(100)
                        .compute("median", sample, s -> QuantileType.TYPE_7.quantile(s, 0.5)));
        procedures.forEach((name, procedure) -> SAMPLES.forEach(
                sample -> check(name + " of " + Arrays.toString(sample), procedure.apply(FrequencyTable.of(sample)))));
    }

    @Test
    void procedures_of_two_samples() {
        Map<String, BiFunction<FrequencyTable, FrequencyTable, Computation<? extends StatisticResult>>> procedures =
                new LinkedHashMap<>();
        for (WilcoxonRankSum.Method method : WilcoxonRankSum.Method.values()) {
            procedures.put("rank sum " + method, WilcoxonRankSum.withDefaults().with(method)::compute);
        }
        procedures.put("rank sum less", WilcoxonRankSum.withDefaults().with(Alternative.LESS)::compute);
        procedures.put("welch", (x, y) -> TTest.withDefaults().twoSample(x, y));
        procedures.put(
                "student",
                (x, y) -> TTest.withDefaults().with(TTest.Variances.EQUAL).twoSample(x, y));
        for (StandardisedDifference.Measure measure : StandardisedDifference.Measure.values()) {
            procedures.put(measure.id(), StandardisedDifference.withDefaults().with(measure)::compute);
        }
        procedures.put("superiority", ProbabilityOfSuperiority.withDefaults()::compute);
        procedures.put("permutation", PermutationTest.withSeed(1).withReplicates(99)::compute);
        for (TTest.Variances variances : TTest.Variances.values()) {
            procedures.put(
                    "anova " + variances,
                    (x, y) -> OneWayAnova.withDefaults()
                            .with(variances)
                            .compute(List.of(new Group("a", x), new Group("b", y), Group.of("c", 1, 2, 3))));
        }
        procedures.put(
                "kruskal",
                (x, y) -> KruskalWallis.withDefaults().compute(List.of(new Group("a", x), new Group("b", y))));
        for (PairwiseComparisons.Test test : List.of(
                PairwiseComparisons.Test.RANK_SUM, PairwiseComparisons.Test.WELCH, PairwiseComparisons.Test.POOLED_T)) {
            procedures.put(
                    "pairwise " + test,
                    (x, y) -> PairwiseComparisons.withDefaults()
                            .with(test)
                            .compute(List.of(new Group("a", x), new Group("b", y), new Group("c", y))));
        }
        procedures.put(
                "dunn", (x, y) -> DunnTest.withDefaults().compute(List.of(new Group("a", x), new Group("b", y))));
        procedures.forEach((name, procedure) -> {
            for (double[] x : SAMPLES) {
                for (double[] y : SAMPLES) {
                    check(
                            name + " of " + Arrays.toString(x) + " and " + Arrays.toString(y),
                            procedure.apply(FrequencyTable.of(x), FrequencyTable.of(y)));
                }
            }
        });
        for (double[] x : SAMPLES) {
            for (double[] y : SAMPLES.subList(4, 7)) {
                check("tukey", TukeyHsd.withDefaults().compute(List.of(Group.of("a", x), Group.of("b", y))));
            }
        }
    }

    @Test
    void procedures_of_pairs() {
        for (double[] x : SAMPLES) {
            for (double[] y : SAMPLES) {
                if (x.length != y.length) {
                    continue;
                }
                for (Correlation.Method method : Correlation.Method.values()) {
                    check(
                            method + " of " + Arrays.toString(x) + " and " + Arrays.toString(y),
                            Correlation.withDefaults().with(method).compute(x, y));
                }
                check("alpha", CronbachAlpha.withDefaults().compute(List.of(x, y)));
                check("items", ItemAnalysis.withDefaults().compute(List.of(x, y)));
                check("friedman", FriedmanTest.withDefaults().compute(List.of(x, y)));
                for (PairwiseComparisons.Test test :
                        List.of(PairwiseComparisons.Test.SIGNED_RANK, PairwiseComparisons.Test.PAIRED_T)) {
                    check(
                            "pairwise " + test,
                            PairwiseComparisons.withDefaults()
                                    .with(test)
                                    .computeRelated(List.of("a", "b", "c"), List.of(x, y, x), 1));
                }
                check("omega", McDonaldOmega.withDefaults().compute(List.of(x, y, x)));
                for (IntraclassCorrelation.Form form : IntraclassCorrelation.Form.values()) {
                    check(
                            form + " of " + Arrays.toString(x) + " and " + Arrays.toString(y),
                            IntraclassCorrelation.withDefaults().with(form).compute(List.of(x, y)));
                }
            }
        }
    }

    @Test
    void procedures_of_two_by_two_tables() {
        long[] counts = {0, 1, 2, 7, 300};
        for (long a : counts) {
            for (long b : counts) {
                for (long c : counts) {
                    for (long d : counts) {
                        check(new TwoByTwoTable(a, b, c, d));
                    }
                }
            }
        }
    }

    private static void check(TwoByTwoTable table) {
        String what = table.toString();
        for (RiskRatio.Method method : RiskRatio.Method.values()) {
            check(what, RiskRatio.withDefaults().with(method).compute(table));
        }
        for (RiskDifference.Method method : RiskDifference.Method.values()) {
            check(what, RiskDifference.withDefaults().with(method).compute(table));
        }
        for (OddsRatio.Method method : OddsRatio.Method.values()) {
            check(what, OddsRatio.withDefaults().with(method).compute(table));
        }
        for (MantelHaenszel.Measure measure : MantelHaenszel.Measure.values()) {
            check(what, MantelHaenszel.withDefaults().with(measure).compute(List.of(table, table.groupsSwapped())));
        }
        for (BreslowDay.Correction correction : BreslowDay.Correction.values()) {
            check(
                    what,
                    BreslowDay.withDefaults().with(correction).compute(List.of(table, table.groupsSwapped(), table)));
        }
        check(
                what,
                ChiSquareGoodnessOfFit.withDefaults()
                        .compute(List.of(table.events1(), table.events2(), table.others1()), List.of(0.2, 1.0, 3.0)));
        check(
                what,
                KrippendorffBootstrap.withSeed(1)
                        .withReplicates(100)
                        .compute(List.of(
                                FrequencyTable.of((double) table.events1(), (double) table.events2()),
                                FrequencyTable.of((double) table.others1(), (double) table.others2(), (double)
                                        table.events1()))));
        for (McNemar.Method method : McNemar.Method.values()) {
            check(what, McNemar.withDefaults().with(method).compute(table.toContingencyTable()));
        }
        for (CohenKappa.Weights weights : CohenKappa.Weights.values()) {
            check(what, CohenKappa.withDefaults().with(weights).compute(table.toContingencyTable()));
        }
        check(what, NumberNeededToTreat.withDefaults().compute(table));
        check(what, ChiSquare.withDefaults().compute(table.toContingencyTable()));
        check(what, FisherExact.withDefaults().compute(table.toContingencyTable()));
        check(what, CramersV.withDefaults().compute(table.toContingencyTable()));
        check(what, CochranArmitage.withDefaults().compute(table.toContingencyTable()));
        check(what, PercentAgreement.withDefaults().compute(table.toContingencyTable()));
        if (table.n1() > 0) {
            for (ProportionInterval.Method method : ProportionInterval.Method.values()) {
                check(what, ProportionInterval.withDefaults().with(method).compute(table.events1(), table.n1()));
            }
        }
    }

    @Test
    void regressions() {
        for (double[] y : SAMPLES) {
            for (double[] x : SAMPLES) {
                if (x.length != y.length) {
                    continue;
                }
                String what = Arrays.toString(y) + " on " + Arrays.toString(x);
                DesignMatrix design =
                        DesignMatrix.builder(x.length).numeric("x", x).build();
                int[] clusters = new int[x.length];
                boolean[] events = new boolean[x.length];
                double[] times = new double[x.length];
                double[] binary = new double[x.length];
                int[] grades = new int[x.length];
                for (int i = 0; i < x.length; i++) {
                    clusters[i] = i / 3;
                    events[i] = i % 3 != 1;
                    times[i] = Math.abs(y[i]) % 100;
                    binary[i] = i % 2;
                    grades[i] = i % 3;
                }
                for (LinearModel.Errors errors : LinearModel.Errors.values()) {
                    if (errors != LinearModel.Errors.CR1) {
                        check(
                                "linear " + errors + " " + what,
                                LinearModel.withDefaults().with(errors).compute(design, y));
                    }
                }
                check("clustered " + what, LinearModel.withDefaults().computeClustered(design, y, clusters));
                for (GeneralizedLinearModel model : List.of(
                        GeneralizedLinearModel.logistic(),
                        GeneralizedLinearModel.modifiedPoisson(),
                        GeneralizedLinearModel.logBinomial(),
                        GeneralizedLinearModel.poisson())) {
                    check(model + " " + what, model.compute(design, binary));
                }
                check("poisson " + what, GeneralizedLinearModel.poisson().compute(design, times));
                check("ordinal " + what, ProportionalOddsModel.withDefaults().compute(design, grades));
                check("cox " + what, CoxModel.withDefaults().compute(design, times, events));
                check("km " + what, KaplanMeier.withDefaults().compute(SurvivalSample.of(times, events)));
                check("mixed " + what, RandomInterceptModel.withDefaults().compute(design, y, clusters));
                for (EstimatingEquations.Family family : EstimatingEquations.Family.values()) {
                    check(
                            "gee " + family + " " + what,
                            EstimatingEquations.withDefaults()
                                    .with(family)
                                    .compute(
                                            design,
                                            family == EstimatingEquations.Family.LINEAR ? y : binary,
                                            clusters));
                }
            }
        }
    }

    @Test
    void survival_of_two_groups() {
        List<SurvivalSample> samples = new ArrayList<>();
        for (double[] sample : SAMPLES) {
            double[] times = Arrays.stream(sample).map(t -> Math.abs(t) % 50).toArray();
            samples.add(SurvivalSample.of(times, new boolean[times.length]));
            boolean[] all = new boolean[times.length];
            Arrays.fill(all, true);
            samples.add(SurvivalSample.of(times, all));
        }
        for (SurvivalSample first : samples) {
            for (SurvivalSample second : samples) {
                check("log-rank", LogRank.withDefaults().compute(List.of(first, second)));
            }
            for (KaplanMeier.Transform transform : KaplanMeier.Transform.values()) {
                if (KaplanMeier.withDefaults().with(transform).compute(first)
                        instanceof Computed<KaplanMeier.Result> curve) {
                    check("rmst", curve.value().restrictedMean(7));
                    numbers("at", curve.value().quantitiesAt(3));
                }
            }
        }
    }
}
