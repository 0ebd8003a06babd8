package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupTotalCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            total=135 | parts=51; 84 @ consistent
            total=135 | parts=51; 85 @ inconsistent
            total=1,200 | parts=600; 600 @ consistent
            total=135 | parts=135 @ not-testable
            total=135 | parts=51; x @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new GroupTotalCheck(), row)).as(row).isEqualTo(verdict);
    }
}
