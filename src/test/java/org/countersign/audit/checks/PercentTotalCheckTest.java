package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTotalCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            percents=33.3; 33.3; 33.3 @ consistent
            percents=33.3; 33.3; 33.4 @ consistent
            percents=33.3; 33.3; 33.1 @ inconsistent
            percents=50; 49 @ consistent
            percents=50; 48 @ inconsistent
            percents=100 @ not-testable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new PercentTotalCheck(), row)).as(row).isEqualTo(verdict);
    }
}
