package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwoByTwoTest {

    private static final double CLOSED = 1e-12;
    private static final double ITERATED = 1e-10;
    /** The script maximises the constrained likelihood numerically, which costs it digits. */
    private static final double SCORE = 1e-9;

    static List<ReferenceFile.Case> tables() {
        return ReferenceFile.read("two-by-two.tsv").cases();
    }

    static List<ReferenceFile.Case> proportions() {
        return ReferenceFile.read("proportion.tsv").cases();
    }

    static List<ReferenceFile.Case> larger() {
        return ReferenceFile.read("r-by-c.tsv").cases();
    }

    private static TwoByTwoTable table(ReferenceFile.Case given) {
        double[] cells = given.input("cells");
        return new TwoByTwoTable((long) cells[0], (long) cells[1], (long) cells[2], (long) cells[3]);
    }

    @ParameterizedTest
    @MethodSource("proportions")
    void proportion_intervals_agree_with_r(ReferenceFile.Case given) {
        for (ProportionInterval.Method method : ProportionInterval.Method.values()) {
            ConfidenceInterval interval = ProportionInterval.withDefaults()
                    .with(method)
                    .withLevel(given.input("level")[0])
                    .compute((long) given.input("k")[0], (long) given.input("n")[0])
                    .orElseThrow()
                    .interval();
            // R computes Wilson's lower limit near 0 by cancellation.
            double tolerance = method.id().startsWith("wilson") ? 1e-11 : CLOSED;
            checkLimit(given, method.id() + ".lower", interval.lower(), tolerance);
            checkLimit(given, method.id() + ".upper", interval.upper(), tolerance);
        }
    }

    private static void checkLimit(ReferenceFile.Case given, String id, double actual, double tolerance) {
        if (Math.abs(given.expect(id)) < 1e-15) {
            assertThat(actual).as(given.name() + " " + id).isZero();
        } else {
            given.check(id, actual, tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void chi_square_and_fisher_agree_with_r(ReferenceFile.Case given) {
        ContingencyTable table = table(given).toContingencyTable();
        given.check(
                "chisq.",
                ChiSquare.withDefaults()
                        .with(ChiSquare.Correction.NONE)
                        .compute(table)
                        .orElseThrow(),
                CLOSED);
        if (given.expect("yates.statistic") < 1e-20) {
            assertThat(ChiSquare.withDefaults().compute(table).orElseThrow().statistic())
                    .isLessThan(1e-20);
        } else {
            given.check("yates.", ChiSquare.withDefaults().compute(table).orElseThrow(), CLOSED);
        }
        given.check("fisher.", FisherExact.withDefaults().compute(table).orElseThrow(), CLOSED);
        given.check(
                "fisher-greater.",
                FisherExact.withDefaults()
                        .with(Alternative.GREATER)
                        .compute(table)
                        .orElseThrow(),
                CLOSED);
        given.check(
                "fisher-less.",
                FisherExact.withDefaults().with(Alternative.LESS).compute(table).orElseThrow(),
                CLOSED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void odds_ratios_agree_with_r(ReferenceFile.Case given) {
        OddsRatio.Result exact = OddsRatio.withDefaults().compute(table(given)).orElseThrow();
        if (given.expects("or.estimate")) {
            given.check("or.estimate", exact.estimate().orElseThrow(), ITERATED);
        }
        given.check("or.lower", exact.interval().lower(), ITERATED);
        given.check("or.upper", exact.interval().upper(), ITERATED);
        // fisher.test stops its root search at 1e-4, for the upper limit on the scale of its inverse.
        given.check("or-r.lower", exact.interval().lower(), 1e-2);
        given.check("or-r.upper", exact.interval().upper(), 1e-2);
        if (given.expects("or-woolf.estimate")) {
            OddsRatio.Result woolf = OddsRatio.withDefaults()
                    .with(OddsRatio.Method.WOOLF)
                    .compute(table(given))
                    .orElseThrow();
            given.check("or-woolf.estimate", woolf.estimate().orElseThrow(), CLOSED);
            given.check("or-woolf.lower", woolf.interval().lower(), CLOSED);
            given.check("or-woolf.upper", woolf.interval().upper(), CLOSED);
        }
        OddsRatio.Result half = OddsRatio.withDefaults()
                .with(OddsRatio.Method.HALF_ADDED)
                .compute(table(given))
                .orElseThrow();
        given.check("or-half.estimate", half.estimate().orElseThrow(), CLOSED);
        given.check("or-half.lower", half.interval().lower(), CLOSED);
        given.check("or-half.upper", half.interval().upper(), CLOSED);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void risk_ratios_agree_with_r(ReferenceFile.Case given) {
        if (given.expects("rr.estimate")) {
            RiskRatio.Result wald =
                    RiskRatio.withDefaults().compute(table(given)).orElseThrow();
            given.check("rr.estimate", wald.estimate().orElseThrow(), CLOSED);
            given.check("rr.lower", wald.interval().lower(), CLOSED);
            given.check("rr.upper", wald.interval().upper(), CLOSED);
        }
        if (given.expects("rr-koopman.lower")) {
            RiskRatio.Result score = RiskRatio.withDefaults()
                    .with(RiskRatio.Method.KOOPMAN_SCORE)
                    .compute(table(given))
                    .orElseThrow();
            given.check("rr-koopman.lower", score.interval().lower(), SCORE);
            given.check("rr-koopman.upper", score.interval().upper(), SCORE);
            given.check("chisq.p", score.p(), CLOSED);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void risk_differences_agree_with_r(ReferenceFile.Case given) {
        RiskDifference.Result newcombe =
                RiskDifference.withDefaults().compute(table(given)).orElseThrow();
        given.check("rd.lower", newcombe.interval().lower(), CLOSED);
        given.check("rd.upper", newcombe.interval().upper(), CLOSED);
        given.check("rd.p", newcombe.quantity("p").value().orElseThrow(), CLOSED);
        RiskDifference.Result wald = RiskDifference.withDefaults()
                .with(RiskDifference.Method.WALD)
                .compute(table(given))
                .orElseThrow();
        given.check("rd-wald.lower", wald.interval().lower(), CLOSED);
        given.check("rd-wald.upper", wald.interval().upper(), CLOSED);
        if (given.expects("rd-mn.lower")) {
            RiskDifference.Result score = RiskDifference.withDefaults()
                    .with(RiskDifference.Method.MIETTINEN_NURMINEN)
                    .compute(table(given))
                    .orElseThrow();
            given.check("rd-mn.lower", score.interval().lower(), SCORE);
            given.check("rd-mn.upper", score.interval().upper(), SCORE);
        }
    }

    @ParameterizedTest
    @MethodSource("larger")
    void tests_of_larger_tables_agree_with_r(ReferenceFile.Case given) {
        ContingencyTable table = given.contingencyTable();
        given.check("chisq.", ChiSquare.withDefaults().compute(table).orElseThrow(), CLOSED);
        given.check("fisher.", FisherExact.withDefaults().compute(table).orElseThrow(), 1e-10);
        given.check(
                "fisher.",
                FisherExact.withDefaults().compute(table.transposed()).orElseThrow(),
                1e-10);
    }

    @Test
    void names_why_there_is_no_ratio() {
        assertThat(reason(RiskRatio.withDefaults().compute(new TwoByTwoTable(0, 5, 2, 3))))
                .isEqualTo(NotComputed.Reason.ZERO_CELL);
        assertThat(reason(RiskRatio.withDefaults().compute(new TwoByTwoTable(0, 5, 0, 3))))
                .isEqualTo(NotComputed.Reason.NO_EVENTS);
        assertThat(reason(RiskRatio.withDefaults().compute(new TwoByTwoTable(0, 0, 2, 3))))
                .isEqualTo(NotComputed.Reason.NO_OBSERVATIONS);
        assertThat(reason(OddsRatio.withDefaults().with(OddsRatio.Method.WOOLF).compute(new TwoByTwoTable(5, 0, 2, 3))))
                .isEqualTo(NotComputed.Reason.ZERO_CELL);
        assertThat(reason(OddsRatio.withDefaults().compute(new TwoByTwoTable(5, 0, 2, 0))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        RiskRatio.Result score = RiskRatio.withDefaults()
                .with(RiskRatio.Method.KOOPMAN_SCORE)
                .compute(new TwoByTwoTable(4, 6, 0, 9))
                .orElseThrow();
        assertThat(score.interval().upper()).isInfinite();
        assertThat(score.estimate().isComputed()).isFalse();
        assertThat(score.interval().lower()).isGreaterThan(0.9);
        RiskDifference.Result mn = RiskDifference.withDefaults()
                .with(RiskDifference.Method.MIETTINEN_NURMINEN)
                .compute(new TwoByTwoTable(4, 0, 0, 4))
                .orElseThrow();
        assertThat(mn.interval().upper()).isEqualTo(1);
        assertThat(mn.interval().lower()).isBetween(0.0, 0.6);
        assertThat(reason(ChiSquare.withDefaults().compute(ContingencyTable.of(new long[][] {{3, 0}, {4, 0}}))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(reason(ProportionInterval.withDefaults().compute(0, 0)))
                .isEqualTo(NotComputed.Reason.NO_OBSERVATIONS);
    }

    @Test
    void refuses_impossible_counts() {
        assertThatThrownBy(() -> ProportionInterval.withDefaults().compute(5, 4))
                .hasMessageContaining("events = 5");
        assertThatThrownBy(() -> TwoByTwoTable.ofGroups(5, 4, 1, 2)).hasMessageContaining("events1 = 5");
        assertThatThrownBy(() -> new TwoByTwoTable(-1, 4, 1, 2)).hasMessageContaining("events1 = -1");
    }

    @Test
    void swapping_the_groups_inverts_the_ratios() {
        TwoByTwoTable table = new TwoByTwoTable(27, 268, 52, 255);
        for (RiskRatio.Method method : RiskRatio.Method.values()) {
            RiskRatio ratio = RiskRatio.withDefaults().with(method);
            RiskRatio.Result there = ratio.compute(table).orElseThrow();
            RiskRatio.Result back = ratio.compute(table.groupsSwapped()).orElseThrow();
            ReferenceFile.assertClose(
                    "estimate",
                    1 / back.estimate().orElseThrow(),
                    there.estimate().orElseThrow(),
                    1e-13);
            ReferenceFile.assertClose(
                    "lower", 1 / back.interval().upper(), there.interval().lower(), 1e-11);
        }
        for (RiskDifference.Method method : RiskDifference.Method.values()) {
            RiskDifference difference = RiskDifference.withDefaults().with(method);
            ReferenceFile.assertClose(
                    "lower",
                    -difference
                            .compute(table.groupsSwapped())
                            .orElseThrow()
                            .interval()
                            .upper(),
                    difference.compute(table).orElseThrow().interval().lower(),
                    1e-11);
        }
        assertThat(RiskRatio.withDefaults().compute(table).orElseThrow().rivals())
                .extracting(Rival::id)
                .contains("koopman-score", "half-added", "groups-swapped", "chi-square", "fisher");
    }

    static NotComputed.Reason reason(Computation<?> computation) {
        return ((NotComputed<?>) computation).reason();
    }
}
