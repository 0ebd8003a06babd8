package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TFromSummaryCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            mean1=5.2 | sd1=1.1 | n1=30 | mean2=4.1 | sd2=1.3 | n2=32 | t=3.59 @ consistent
            mean1=5.2 | sd1=1.1 | n1=30 | mean2=4.1 | sd2=1.3 | n2=32 | t=-3.59 @ consistent
            mean1=5.2 | sd1=1.1 | n1=30 | mean2=4.1 | sd2=1.3 | n2=32 | t=5.39 @ inconsistent
            mean1=5.2 | sd1=-1 | n1=30 | mean2=4.1 | sd2=1.3 | n2=32 | t=3.59 @ not-testable
            mean1=5.2 | sd1=1.1 | n1=1 | mean2=4.1 | sd2=1.3 | n2=32 | t=3.59 @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new TFromSummaryCheck(), row)).as(row).isEqualTo(verdict);
    }
}
