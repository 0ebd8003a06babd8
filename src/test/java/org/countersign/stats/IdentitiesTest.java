package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Procedures that must agree with each other, over seeded random data. */
class IdentitiesTest {

    private static final double CLOSE = 1e-9;

    private static double[] normal(SplittableRandom random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = Tails.normalQuantile(random.nextDouble(1e-9, 1));
        }
        return values;
    }

    private static double value(StatisticResult result, String id) {
        return result.quantity(id).value().orElseThrow();
    }

    @Test
    void two_groups_are_a_special_case_of_several() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 40; round++) {
            FrequencyTable x = FrequencyTable.of(normal(random, 3 + random.nextInt(20)));
            FrequencyTable y = FrequencyTable.of(normal(random, 3 + random.nextInt(20)));
            List<Group> groups = List.of(new Group("a", x), new Group("b", y));
            TTest.Result student = TTest.withDefaults()
                    .with(TTest.Variances.EQUAL)
                    .twoSample(x, y)
                    .orElseThrow();
            OneWayAnova.Result anova =
                    OneWayAnova.withDefaults().compute(groups).orElseThrow();
            ReferenceFile.assertClose("F", anova.statistic(), student.statistic() * student.statistic(), CLOSE);
            ReferenceFile.assertClose("p", value(anova, "p"), student.p(), CLOSE);
            TTest.Result welch = TTest.withDefaults().twoSample(x, y).orElseThrow();
            OneWayAnova.Result welchAnova = OneWayAnova.withDefaults()
                    .with(TTest.Variances.UNEQUAL)
                    .compute(groups)
                    .orElseThrow();
            ReferenceFile.assertClose("Welch F", welchAnova.statistic(), welch.statistic() * welch.statistic(), CLOSE);
            ReferenceFile.assertClose("Welch df", welchAnova.df2(), welch.degreesOfFreedom(), CLOSE);
            ReferenceFile.assertClose(
                    "Tukey",
                    TukeyHsd.withDefaults()
                            .compute(groups)
                            .orElseThrow()
                            .comparisons()
                            .get(0)
                            .p(),
                    student.p(),
                    1e-7);
            WilcoxonRankSum.Result ranks = WilcoxonRankSum.withDefaults()
                    .with(WilcoxonRankSum.Method.NORMAL)
                    .compute(x, y)
                    .orElseThrow();
            ReferenceFile.assertClose(
                    "H",
                    KruskalWallis.withDefaults().compute(groups).orElseThrow().statistic(),
                    ranks.z() * ranks.z(),
                    CLOSE);
            ReferenceFile.assertClose(
                    "Dunn",
                    DunnTest.withDefaults()
                            .compute(groups)
                            .orElseThrow()
                            .comparisons()
                            .get(0)
                            .p(),
                    ranks.p(),
                    CLOSE);
            ReferenceFile.assertClose(
                    "superiority",
                    ProbabilityOfSuperiority.withDefaults()
                            .compute(x, y)
                            .orElseThrow()
                            .estimate(),
                    ranks.statistic() / (x.size() * y.size()),
                    CLOSE);
        }
    }

    @Test
    void a_binary_covariate_reproduces_the_two_by_two_table() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 30; round++) {
            TwoByTwoTable table = new TwoByTwoTable(
                    2 + random.nextInt(9), 2 + random.nextInt(30), 2 + random.nextInt(9), 2 + random.nextInt(30));
            double[] x = {1, 1, 0, 0};
            double[] y = {1, 0, 1, 0};
            double[] counts = {table.events1(), table.others1(), table.events2(), table.others2()};
            DesignMatrix design = DesignMatrix.builder(4).numeric("x", x).build();
            double[] none = {};
            GeneralizedLinearModel.Result logistic = GeneralizedLinearModel.logistic()
                    .compute(design, y, counts, none)
                    .orElseThrow();
            OddsRatio.Result woolf = OddsRatio.withDefaults()
                    .with(OddsRatio.Method.WOOLF)
                    .compute(table)
                    .orElseThrow();
            ReferenceFile.assertClose(
                    "odds ratio",
                    value(logistic, "x.estimate"),
                    woolf.estimate().orElseThrow(),
                    CLOSE);
            ReferenceFile.assertClose(
                    "lower", value(logistic, "x.ci.lower"), woolf.interval().lower(), CLOSE);
            RiskRatio.Result katz = RiskRatio.withDefaults().compute(table).orElseThrow();
            GeneralizedLinearModel.Result modified = GeneralizedLinearModel.modifiedPoisson()
                    .compute(design, y, counts, none)
                    .orElseThrow();
            ReferenceFile.assertClose(
                    "risk ratio", value(modified, "x.estimate"), katz.estimate().orElseThrow(), CLOSE);
            ReferenceFile.assertClose(
                    "robust error",
                    value(modified, "x.se"),
                    katz.logStandardError().orElseThrow(),
                    CLOSE);
            GeneralizedLinearModel.Result logBinomial = GeneralizedLinearModel.logBinomial()
                    .compute(design, y, counts, none)
                    .orElseThrow();
            ReferenceFile.assertClose(
                    "log-binomial",
                    value(logBinomial, "x.se"),
                    katz.logStandardError().orElseThrow(),
                    1e-7);
            MantelHaenszel.Result single = MantelHaenszel.withDefaults()
                    .with(MantelHaenszel.Correction.NONE)
                    .compute(List.of(table))
                    .orElseThrow();
            ReferenceFile.assertClose(
                    "one stratum", single.estimate(), woolf.estimate().orElseThrow(), CLOSE);
            double n = table.total();
            ChiSquare.Result chi = ChiSquare.withDefaults()
                    .with(ChiSquare.Correction.NONE)
                    .compute(table.toContingencyTable())
                    .orElseThrow();
            ReferenceFile.assertClose("CMH", single.statistic(), chi.statistic() * (n - 1) / n, CLOSE);
            ReferenceFile.assertClose(
                    "trend",
                    value(
                            CochranArmitage.withDefaults()
                                    .compute(table.toContingencyTable())
                                    .orElseThrow(),
                            "p"),
                    chi.p(),
                    CLOSE);
        }
    }

    @Test
    void paired_tests_of_binary_outcomes_agree() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 30; round++) {
            long b = 1 + random.nextInt(12);
            long c = random.nextInt(12);
            McNemar.Result exact = McNemar.withDefaults()
                    .compute(ContingencyTable.of(new long[][] {{4, b}, {c, 5}}))
                    .orElseThrow();
            FrequencyTable differences = FrequencyTable.of(new double[] {1, -1, 0}, new long[] {b, c, 9});
            ReferenceFile.assertClose(
                    "sign test",
                    SignTest.withDefaults().compute(differences).orElseThrow().p(),
                    exact.p(),
                    CLOSE);
        }
    }

    @Test
    void without_ties_the_log_rank_test_is_the_score_test_of_cox() {
        SplittableRandom random = new SplittableRandom(4);
        double[] times = random.doubles(40, 0, 10).toArray();
        boolean[] events = new boolean[40];
        double[] x = new double[40];
        int[] groups = new int[40];
        for (int i = 0; i < 40; i++) {
            events[i] = random.nextInt(4) > 0;
            groups[i] = i % 2;
            x[i] = groups[i];
        }
        PartialLikelihood.Evaluation atNull = new PartialLikelihood(
                        DesignMatrix.builder(40).numeric("x", x).build().withoutIntercept(),
                        times,
                        events,
                        new int[40],
                        CoxModel.Ties.EFRON)
                .evaluate(new double[1]);
        double score =
                Math.pow(atNull.score().getEntry(0), 2) / atNull.information().getEntry(0, 0);
        List<SurvivalSample> samples = new ArrayList<>();
        for (int g = 0; g < 2; g++) {
            double[] own = new double[20];
            boolean[] occurred = new boolean[20];
            for (int i = 0; i < 20; i++) {
                own[i] = times[2 * i + g];
                occurred[i] = events[2 * i + g];
            }
            samples.add(SurvivalSample.of(own, occurred));
        }
        ReferenceFile.assertClose(
                "score",
                score,
                LogRank.withDefaults().compute(samples).orElseThrow().statistic(),
                CLOSE);
    }

    @Test
    void without_censoring_survival_is_the_share_still_there() {
        double[] times = {1, 2, 2, 5, 7, 7, 7, 9};
        boolean[] all = {true, true, true, true, true, true, true, true};
        KaplanMeier.Result curve = KaplanMeier.withDefaults()
                .compute(SurvivalSample.of(times, all))
                .orElseThrow();
        assertThat(curve.survival(2)).isEqualTo(5 / 8.0);
        ReferenceFile.assertClose(
                "mean",
                curve.restrictedMean(9).estimate(),
                FrequencyTable.of(times).moments().mean(),
                1e-14);
    }

    /** Every table with the margins, for random small tables. */
    @Test
    void fishers_test_agrees_with_enumeration() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 40; round++) {
            long[][] counts = new long[3][3];
            for (long[] row : counts) {
                for (int j = 0; j < 3; j++) {
                    row[j] = random.nextInt(4);
                }
            }
            ContingencyTable table = ContingencyTable.of(counts);
            Computation<FisherExact.Result> test = FisherExact.withDefaults().compute(table);
            if (!test.isComputed()) {
                continue;
            }
            double observed = weight(counts);
            double all = 0;
            double extreme = 0;
            long[] r = {table.rowTotal(0), table.rowTotal(1)};
            long[] c = {table.columnTotal(0), table.columnTotal(1), table.columnTotal(2)};
            for (long a = 0; a <= Math.min(r[0], c[0]); a++) {
                for (long b = 0; b <= Math.min(r[0] - a, c[1]); b++) {
                    for (long d = 0; d <= Math.min(r[1], c[0] - a); d++) {
                        for (long e = 0; e <= Math.min(r[1] - d, c[1] - b); e++) {
                            long[][] other = {
                                {a, b, r[0] - a - b},
                                {d, e, r[1] - d - e},
                                {c[0] - a - d, c[1] - b - e, c[2] - (r[0] - a - b) - (r[1] - d - e)}
                            };
                            if (other[2][2] >= 0) {
                                double weight = weight(other);
                                all += weight;
                                extreme += weight <= observed * (1 + 1e-7) ? weight : 0;
                            }
                        }
                    }
                }
            }
            ReferenceFile.assertClose("p of " + table, test.orElseThrow().p(), extreme / all, 1e-11);
        }
    }

    private static double weight(long[][] counts) {
        double weight = 1;
        for (long[] row : counts) {
            for (long count : row) {
                for (long k = 2; k <= count; k++) {
                    weight /= k;
                }
            }
        }
        return weight;
    }

    @Test
    void exact_limits_invert_their_tests() {
        SplittableRandom random = new SplittableRandom(6);
        for (int round = 0; round < 30; round++) {
            TwoByTwoTable table = new TwoByTwoTable(
                    1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(20), 1 + random.nextInt(20));
            ConfidenceInterval score = RiskRatio.withDefaults()
                    .with(RiskRatio.Method.KOOPMAN_SCORE)
                    .compute(table)
                    .orElseThrow()
                    .interval();
            ReferenceFile.assertClose(
                    "Koopman", RiskRatio.scoreStatistic(table, score.lower()), Tails.normalCritical(0.95), CLOSE);
            ConfidenceInterval odds =
                    OddsRatio.withDefaults().compute(table).orElseThrow().interval();
            ReferenceFile.assertClose(
                    "conditional",
                    new NoncentralHypergeometric(table).upper(odds.lower(), table.events1()),
                    0.025,
                    CLOSE);
            ConfidenceInterval wilson = ProportionInterval.withDefaults()
                    .compute(table.events1(), table.n1())
                    .orElseThrow()
                    .interval();
            double z = (table.risk1() - wilson.lower()) / Math.sqrt(wilson.lower() * (1 - wilson.lower()) / table.n1());
            ReferenceFile.assertClose("Wilson", z, Tails.normalCritical(0.95), CLOSE);
        }
    }

    @Test
    void units_do_not_matter_to_regressions() {
        SplittableRandom random = new SplittableRandom(7);
        double[] x = normal(random, 60);
        double[] y = normal(random, 60);
        double[] scaled = new double[60];
        double[] moved = new double[60];
        for (int i = 0; i < 60; i++) {
            y[i] += x[i];
            scaled[i] = 1000 * x[i] + 4e5;
            moved[i] = 5 * y[i] - 1e4;
        }
        LinearModel.Result plain = LinearModel.withDefaults()
                .compute(DesignMatrix.builder(60).numeric("x", x).build(), y)
                .orElseThrow();
        LinearModel.Result other = LinearModel.withDefaults()
                .compute(DesignMatrix.builder(60).numeric("x", scaled).build(), moved)
                .orElseThrow();
        ReferenceFile.assertClose(
                "slope",
                other.coefficient("x").estimate(),
                plain.coefficient("x").estimate() / 200,
                1e-10);
        ReferenceFile.assertClose("t", value(other, "x.statistic"), value(plain, "x.statistic"), 1e-9);
        ReferenceFile.assertClose(
                "standardised",
                value(other, "x.standardised"),
                Correlation.withDefaults().compute(x, y).orElseThrow().estimate(),
                1e-10);
    }
}
