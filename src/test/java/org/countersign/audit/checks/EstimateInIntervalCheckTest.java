package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateInIntervalCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            estimate=0.54 | lower=0.39 | upper=0.74 @ consistent
            estimate=0.84 | lower=0.39 | upper=0.74 @ inconsistent
            estimate=1 | lower=1.4 | upper=2.0 @ consistent
            estimate=1 | lower=1.6 | upper=2.0 @ inconsistent
            estimate=0.5 | lower=0.74 | upper=0.39 @ inconsistent
            estimate=0.5 | lower=<0.1 | upper=0.9 @ unreadable
            estimate=-0.2 | lower=-0.5 | upper=0.2 @ consistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new EstimateInIntervalCheck(), row)).as(row).isEqualTo(verdict);
    }
}
