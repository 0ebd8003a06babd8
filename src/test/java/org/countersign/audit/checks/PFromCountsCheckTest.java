package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PFromCountsCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            k1=27 | n1=295 | k2=52 | n2=307 | p=0.005 @ consistent
            k1=27 | n1=295 | k2=52 | n2=307 | p=0.05 @ warning
            k1=27 | n1=295 | k2=52 | n2=307 | p=0.007 @ consistent
            k1=1 | n1=10 | k2=2 | n2=12 | p=0.9 @ not-testable
            k1=30 | n1=10 | k2=2 | n2=12 | p=0.9 @ unreadable
            k1=27 | n1=295 | k2=52 | n2=307 | p=<0.01 @ consistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new PFromCountsCheck(), row)).as(row).isEqualTo(verdict);
    }
}
