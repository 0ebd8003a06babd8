package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalWidthCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            q1=-4 | median=-2 | q3=4 | n1=51 | n2=84 | lower=-0.5 | upper=0.2 | adjusted=yes @ warning
            q1=-4 | median=-2 | q3=4 | n1=51 | n2=84 | lower=-0.5 | upper=0.2 @ inconsistent
            q1=-3 | median=-1 | q3=2 | n1=51 | n2=84 | lower=-1.8 | upper=1.5 @ consistent
            q1=-1 | median=1 | q3=4 | n1=51 | n2=84 | lower=0.1 | upper=4.3 @ consistent
            q1=-4 | q3=4 | n1=51 | n2=84 | lower=-0.8 | upper=0.8 @ warning
            q1=-4 | q3=4 | n1=51 | n2=84 | lower=-9.0 | upper=9.0 @ warning
            q1=1 | q3=2 | n1=51 | n2=84 | lower=-0.9 | upper=0.9 @ not-testable
            q1=-4 | q3=4 | n1=3 | n2=84 | lower=-0.9 | upper=0.9 @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new IntervalWidthCheck(), row)).as(row).isEqualTo(verdict);
    }
}
