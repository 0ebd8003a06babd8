package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdLimitsCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            mean=5.0 | sd=2.0 | n=20 | min=0 | max=10 @ consistent
            mean=9.5 | sd=3.1 | n=20 | min=0 | max=10 @ inconsistent
            mean=0.50 | sd=0.58 | n=4 | min=0 | max=1 @ consistent
            mean=0.50 | sd=0.59 | n=4 | min=0 | max=1 @ inconsistent
            mean=5.0 | sd=2.0 | n=1 | min=0 | max=10 @ unreadable
            mean=10.4 | sd=2.0 | n=20 | min=0 | max=10 @ inconsistent
            mean=10.0 | sd=0.0 | n=20 | min=0 | max=10 @ consistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new SdLimitsCheck(), row)).as(row).isEqualTo(verdict);
    }
}
