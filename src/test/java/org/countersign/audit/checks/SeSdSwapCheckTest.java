package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeSdSwapCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            sd=10.0 | se=1.00 | n=100 @ consistent
            sd=10.0 | se=2.00 | n=100 @ inconsistent
            sd=10.0 | se=1.005 | n=100 @ consistent
            sd=10.0 | se=1.0060 | n=100 @ inconsistent
            sd=1.0 | se=10.0 | n=100 @ inconsistent
            sd=-1.0 | se=0.1 | n=100 @ not-testable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new SeSdSwapCheck(), row)).as(row).isEqualTo(verdict);
    }
}
