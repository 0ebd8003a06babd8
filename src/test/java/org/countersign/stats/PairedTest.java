package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairedTest {

    private static final WilcoxonSignedRank SIGNED = WilcoxonSignedRank.withDefaults();

    static List<ReferenceFile.Case> differences() {
        return ReferenceFile.read("paired.tsv").cases();
    }

    static List<ReferenceFile.Case> strata() {
        return ReferenceFile.read("stratified.tsv").cases();
    }

    static List<ReferenceFile.Case> counts() {
        return ReferenceFile.read("paired-counts.tsv").cases();
    }

    @ParameterizedTest
    @MethodSource("differences")
    void signed_rank_agrees_with_r(ReferenceFile.Case given) {
        FrequencyTable d = given.table("d");
        WilcoxonSignedRank.Result result = SIGNED.compute(d).orElseThrow();
        given.check("automatic.", result, 1e-12);
        given.check(
                "automatic-greater.p",
                SIGNED.with(Alternative.GREATER).compute(d).orElseThrow().p(),
                1e-12);
        given.check(
                "automatic-less.p",
                SIGNED.with(Alternative.LESS).compute(d).orElseThrow().p(),
                1e-12);
        given.check("estimate", result.centre(), 1e-14);
        given.check(
                "normal.",
                SIGNED.with(WilcoxonSignedRank.Method.NORMAL).compute(d).orElseThrow(),
                1e-12);
        given.check(
                "normal-corrected.",
                SIGNED.with(WilcoxonSignedRank.Method.NORMAL_CORRECTED)
                        .compute(d)
                        .orElseThrow(),
                1e-12);
        given.check(
                "exact.p",
                SIGNED.with(WilcoxonSignedRank.Method.EXACT)
                        .compute(d)
                        .orElseThrow()
                        .p(),
                1e-12);
        if (given.expects("pratt.z")) {
            WilcoxonSignedRank pratt = SIGNED.with(WilcoxonSignedRank.Zeros.PRATT);
            given.check(
                    "pratt.z",
                    pratt.with(WilcoxonSignedRank.Method.NORMAL)
                            .compute(d)
                            .orElseThrow()
                            .z(),
                    1e-12);
            given.check(
                    "pratt-exact.p",
                    pratt.with(WilcoxonSignedRank.Method.EXACT)
                            .compute(d)
                            .orElseThrow()
                            .p(),
                    1e-12);
        }
        if (given.expects("r.lower")) {
            assertThat(Math.abs(result.interval().lower() - given.expect("r.lower")))
                    .isLessThan(2e-4);
            assertThat(Math.abs(result.interval().upper() - given.expect("r.upper")))
                    .isLessThan(2e-4);
        }
        given.check("sign.", SignTest.withDefaults().compute(d).orElseThrow(), 1e-12);
    }

    @Test
    void walsh_averages_are_exact() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 100; round++) {
            double scale = round % 2 == 0 ? 1 : 0.1;
            double[] d = random.doubles(1 + random.nextInt(14), -6, 6)
                    .map(v -> Math.rint(v) * scale)
                    .toArray();
            List<Double> averages = new ArrayList<>();
            for (int i = 0; i < d.length; i++) {
                for (int j = i; j < d.length; j++) {
                    averages.add(d[i] / 2 + d[j] / 2 + 0.0);
                }
            }
            averages.sort(null);
            WalshAverages selection = new WalshAverages(FrequencyTable.of(d));
            assertThat(selection.count()).isEqualTo(averages.size());
            for (int k = 1; k <= averages.size(); k++) {
                assertThat(selection.orderStatistic(k)).isEqualTo(averages.get(k - 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("strata")
    void mantel_haenszel_agrees_with_r(ReferenceFile.Case given) {
        double[] cells = given.input("cells");
        List<TwoByTwoTable> tables = new ArrayList<>();
        for (int i = 0; i < cells.length; i += 4) {
            tables.add(
                    new TwoByTwoTable((long) cells[i], (long) cells[i + 1], (long) cells[i + 2], (long) cells[i + 3]));
        }
        MantelHaenszel pooled = MantelHaenszel.withDefaults();
        given.check("or.", pooled.compute(tables).orElseThrow(), 1e-12);
        given.check(
                "uncorrected.",
                pooled.with(MantelHaenszel.Correction.NONE).compute(tables).orElseThrow(),
                1e-12);
        given.check(
                "rr.",
                pooled.with(MantelHaenszel.Measure.RISK_RATIO).compute(tables).orElseThrow(),
                1e-12);
        given.check(
                "rd.",
                pooled.with(MantelHaenszel.Measure.RISK_DIFFERENCE)
                        .compute(tables)
                        .orElseThrow(),
                1e-12);
    }

    @ParameterizedTest
    @MethodSource("counts")
    void tests_of_paired_counts_and_trend_agree_with_r(ReferenceFile.Case given) {
        ContingencyTable table = given.contingencyTable();
        if (given.name().startsWith("trend")) {
            given.check("trend.", CochranArmitage.withDefaults().compute(table).orElseThrow(), 1e-12);
            given.check("v.", CramersV.withDefaults().compute(table).orElseThrow(), 1e-10);
            return;
        }
        McNemar test = McNemar.withDefaults();
        given.check("exact.", test.compute(table).orElseThrow(), 1e-12);
        given.check(
                "corrected.",
                test.with(McNemar.Method.CHI_SQUARE_CORRECTED).compute(table).orElseThrow(),
                1e-12);
        given.check(
                "plain.", test.with(McNemar.Method.CHI_SQUARE).compute(table).orElseThrow(), 1e-12);
        given.check(
                "or.lower",
                test.compute(table).orElseThrow().quantity("ci.lower").value().orElseThrow(),
                1e-11);
        given.check(
                "or.upper",
                test.compute(table).orElseThrow().quantity("ci.upper").value().orElseThrow(),
                1e-11);
    }

    @Test
    void number_needed_to_treat_inverts_the_risk_difference() {
        NumberNeededToTreat.Result result = NumberNeededToTreat.withDefaults()
                .compute(TwoByTwoTable.ofGroups(27, 295, 52, 307))
                .orElseThrow();
        ReferenceFile.assertClose("nnt", result.estimate(), 1 / (52 / 307.0 - 27 / 295.0), 1e-13);
        assertThat(result.interval().isComputed()).isTrue();
        NumberNeededToTreat.Result unclear = NumberNeededToTreat.withDefaults()
                .compute(TwoByTwoTable.ofGroups(5, 20, 6, 20))
                .orElseThrow();
        assertThat(TwoByTwoTest.reason(unclear.interval())).isEqualTo(NotComputed.Reason.UNDEFINED);
        assertThat(TwoByTwoTest.reason(
                        NumberNeededToTreat.withDefaults().compute(TwoByTwoTable.ofGroups(5, 20, 5, 20))))
                .isEqualTo(NotComputed.Reason.UNDEFINED);
    }

    @Test
    void names_why_there_is_no_test() {
        assertThat(TwoByTwoTest.reason(SIGNED.compute(FrequencyTable.of(0, 0))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(SignTest.withDefaults().compute(FrequencyTable.of())))
                .isEqualTo(NotComputed.Reason.NO_OBSERVATIONS);
        assertThat(TwoByTwoTest.reason(McNemar.withDefaults().compute(ContingencyTable.of(new long[][] {{3, 0}, {0, 3}
                }))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(SignTest.withDefaults()
                        .compute(FrequencyTable.of(1, 2))
                        .orElseThrow()
                        .interval()
                        .isComputed())
                .isFalse();
    }

    /** All sign patterns. */
    @Test
    void exact_signed_rank_probabilities_are_those_of_all_sign_patterns() {
        SplittableRandom random = new SplittableRandom(9);
        for (int round = 0; round < 40; round++) {
            double[] d = random.ints(1 + random.nextInt(9), -5, 6)
                    .filter(v -> v != 0)
                    .asDoubleStream()
                    .toArray();
            if (d.length == 0) {
                continue;
            }
            double[] ranks =
                    Correlation.midranks(Arrays.stream(d).map(Math::abs).toArray());
            double observed = 0;
            double centre = 0;
            for (int i = 0; i < d.length; i++) {
                observed += d[i] > 0 ? ranks[i] : 0;
                centre += ranks[i] / 2;
            }
            int outside = 0;
            for (int mask = 0; mask < 1 << d.length; mask++) {
                double v = 0;
                for (int i = 0; i < d.length; i++) {
                    v += (mask >> i & 1) * ranks[i];
                }
                outside += Math.abs(v - centre) >= Math.abs(observed - centre) ? 1 : 0;
            }
            double p = SIGNED.with(WilcoxonSignedRank.Method.EXACT)
                    .compute(FrequencyTable.of(d))
                    .orElseThrow()
                    .p();
            ReferenceFile.assertClose("p", p, (double) outside / (1 << d.length), 1e-13);
        }
    }
}
