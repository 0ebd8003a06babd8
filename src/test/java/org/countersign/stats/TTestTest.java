package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TTestTest {

    private static final TTest WELCH = TTest.withDefaults();

    static List<ReferenceFile.Case> pairs() {
        return ReferenceFile.read("t-test.tsv").cases();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void agrees_with_r(ReferenceFile.Case pair) {
        // R loses digits of the spread on a large offset; the data of that case are exact in binary.
        double tolerance = pair.name().equals("large-offset") ? 1e-7 : 1e-12;
        FrequencyTable x = pair.table("x");
        FrequencyTable y = pair.table("y");
        pair.check("welch.", WELCH.twoSample(x, y).orElseThrow(), tolerance);
        pair.check("student.", WELCH.with(TTest.Variances.EQUAL).twoSample(x, y).orElseThrow(), tolerance);
        pair.check("paired.", WELCH.paired(pair.input("x"), pair.input("y")).orElseThrow(), tolerance);
        pair.check("one.", WELCH.oneSample(x, 1).orElseThrow(), tolerance);
        pair.check("greater.", WELCH.with(Alternative.GREATER).twoSample(x, y).orElseThrow(), tolerance);
        pair.check("less.", WELCH.with(Alternative.LESS).twoSample(x, y).orElseThrow(), tolerance);
    }

    @Test
    void names_why_there_is_no_test() {
        assertThat(TwoByTwoTest.reason(WELCH.twoSample(FrequencyTable.of(1, 1), FrequencyTable.of(2, 2))))
                .isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(WELCH.twoSample(FrequencyTable.of(1), FrequencyTable.of(2, 3))))
                .isEqualTo(NotComputed.Reason.TOO_FEW_OBSERVATIONS);
        assertThat(TwoByTwoTest.reason(WELCH.twoSample(FrequencyTable.of(1, 2), FrequencyTable.of())))
                .isEqualTo(NotComputed.Reason.NO_OBSERVATIONS);
        assertThat(WELCH.with(TTest.Variances.EQUAL)
                        .twoSample(FrequencyTable.of(1), FrequencyTable.of(2, 3))
                        .isComputed())
                .isTrue();
    }

    @Test
    void rivals_hold_the_other_conventions() {
        TTest.Result welch = WELCH.twoSample(FrequencyTable.of(1, 2, 5), FrequencyTable.of(2, 3, 3, 9))
                .orElseThrow();
        assertThat(welch.rivals()).extracting(Rival::id).contains("student", "groups-swapped", "divisor-n");
        ReferenceFile.assertClose(
                "swapped", DescribeTest.rival(welch, "groups-swapped", "estimate"), -welch.estimate(), 1e-14);
    }
}
