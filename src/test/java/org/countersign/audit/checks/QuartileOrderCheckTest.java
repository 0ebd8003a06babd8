package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuartileOrderCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            q1=3 | median=5 | q3=8 @ consistent
            q1=3 | median=2 | q3=8 @ inconsistent
            q1=3.0 | median=3 | q3=3.4 @ consistent
            q1=3.5 | median=3 @ consistent
            q1=3.6 | median=3 @ inconsistent
            median=5 @ not-testable
            min=9 | max=8 @ inconsistent
            q1=-4 | median=-2 | q3=4 @ consistent
            q1=4 | median=-2 | q3=4 @ inconsistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new QuartileOrderCheck(), row)).as(row).isEqualTo(verdict);
    }
}
