package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubgroupMeanCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            mean=5.0 | means=4.0; 6.0 | sizes=10; 10 @ consistent
            mean=5.3 | means=4.0; 6.0 | sizes=10; 10 @ inconsistent
            mean=5.1 | means=4.0; 6.0 | sizes=10; 10 @ consistent
            mean=5.0 | means=4.0; 6.0 | sizes=10; 0 @ not-testable
            mean=5.0 | means=4.0; 6.0 | sizes=10 @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new SubgroupMeanCheck(), row)).as(row).isEqualTo(verdict);
    }
}
