package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            k=27 | n=295 | percent=9.2 @ consistent
            k=27 | n=295 | percent=9.3 @ inconsistent
            k=1 | n=8 | percent=12.5 @ consistent
            k=1 | n=8 | percent=12 @ consistent
            k=1 | n=8 | percent=13 @ consistent
            k=1 | n=8 | percent=12.4 @ inconsistent
            k=39 | n=48 | percent=81% @ consistent
            k=0 | n=48 | percent=0 @ consistent
            k=3 | n=0 | percent=0 @ unreadable
            k=3.5 | n=10 | percent=35 @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new PercentCheck(), row)).as(row).isEqualTo(verdict);
    }
}
