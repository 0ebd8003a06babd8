package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianGranularityCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            median=3.5 | n=20 @ consistent
            median=3.5 | n=21 @ inconsistent
            median=3.25 | n=20 @ inconsistent
            median=3.2 @ inconsistent
            median=3 | n=21 @ not-testable
            median=3.25 | n=20 | items=2 @ consistent
            median=3.0 | n=21 @ consistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new MedianGranularityCheck(), row)).as(row).isEqualTo(verdict);
    }
}
