package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiPCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            estimate=-0.2 | lower=-0.5 | upper=0.2 | p=0.4 @ consistent
            estimate=-0.2 | lower=-1.8 | upper=1.5 | p=0.9 @ consistent
            estimate=2.2 | lower=0.1 | upper=4.3 | p=0.04 @ consistent
            estimate=2.2 | lower=0.1 | upper=4.3 | p=0.004 @ inconsistent
            estimate=-0.2 | lower=-1.8 | upper=1.5 | p=0.7 @ inconsistent
            estimate=0.54 | lower=0.39 | upper=0.74 | p=<0.001 | scale=log @ consistent
            estimate=0.54 | lower=0.39 | upper=0.74 | p=0.04 | scale=log @ inconsistent
            estimate=0.80 | lower=0.68 | upper=0.95 | p=0.01 | scale=log @ consistent
            estimate=2.0 | lower=1.9 | upper=9.0 | p=0.01 @ warning
            estimate=3.0 | lower=1.0 | upper=2.0 | p=0.01 @ not-testable
            estimate=-0.5 | lower=0.1 | upper=0.9 | p=0.01 | scale=log @ not-testable
            estimate=2.2 | lower=0.1 | upper=4.3 | p=0.04 | level=120 @ unreadable
            estimate=2.2 | lower=0.1 | upper=4.3 | p=0.04 | scale=cubic @ unreadable
            estimate=1.0 | lower=0.2 | upper=1.8 | p=0.017 | df=20 @ consistent
            estimate=1.0 | lower=0.2 | upper=1.8 | p=0.001 | df=20 @ inconsistent
            estimate=0.0 | lower=-1.0 | upper=1.0 | p=ns @ consistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new CiPCheck(), row)).as(row).isEqualTo(verdict);
    }
}
