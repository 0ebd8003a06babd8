package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImpossibleValueCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            kind=p | value=0.03 @ consistent
            kind=p | value=0.000 @ inconsistent
            kind=p | value=1.00 @ consistent
            kind=p | value=1.01 @ inconsistent
            kind=p | value=-0.02 @ inconsistent
            kind=p | value=<0.001 @ consistent
            kind=p | value=<0 @ inconsistent
            kind=coefficient | value=-1.00 @ consistent
            kind=coefficient | value=-1.02 @ inconsistent
            kind=sd | value=-0.1 @ inconsistent
            kind=f | value=-3.2 @ inconsistent
            kind=chi2 | value=0 @ consistent
            kind=ratio | value=-0.5 @ inconsistent
            kind=percent | value=106 @ inconsistent
            kind=colour | value=1 @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new ImpossibleValueCheck(), row)).as(row).isEqualTo(verdict);
    }
}
