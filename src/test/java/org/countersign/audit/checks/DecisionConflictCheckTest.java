package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionConflictCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            lower=0.1 | upper=4.3 | p=0.04 @ consistent
            lower=-0.5 | upper=0.2 | p=0.03 @ inconsistent
            lower=0.1 | upper=4.3 | p=0.40 @ inconsistent
            lower=0.0 | upper=4.3 | p=0.04 @ consistent
            lower=0.1 | upper=4.3 | p=0.05 @ consistent
            lower=0.68 | upper=0.95 | p=0.2 | scale=log @ inconsistent
            lower=0.68 | upper=1.10 | p=0.2 | scale=log @ consistent
            lower=0.1 | upper=4.3 | p=0.40 | level=90 @ not-testable
            lower=0.1 | upper=4.3 | p=ns @ inconsistent
            lower=0.1 | upper=4.3 | p=<0.2 @ consistent
            lower=0.1 | upper=4.3 | p=>0.05 @ inconsistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new DecisionConflictCheck(), row)).as(row).isEqualTo(verdict);
    }
}
