package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskFromCountsCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            k1=27 | n1=295 | k2=52 | n2=307 | measure=risk-ratio | estimate=0.54 | lower=0.35 | upper=0.84 @ consistent
            k1=27 | n1=295 | k2=52 | n2=307 | measure=risk-ratio | estimate=0.64 @ inconsistent
            k1=27 | n1=295 | k2=52 | n2=307 | measure=risk-ratio | estimate=0.54 | lower=0.50 | upper=0.58 @ warning
            k1=52 | n1=307 | k2=27 | n2=295 | measure=risk-ratio | estimate=0.54 @ inconsistent
            k1=27 | n1=295 | k2=52 | n2=307 | measure=odds-ratio | estimate=0.49 | lower=0.30 | upper=0.81 @ consistent
            k1=27 | n1=295 | k2=52 | n2=307 | measure=risk-difference | estimate=-7.8% @ consistent
            k1=27 | n1=295 | k2=52 | n2=307 | measure=risk-difference | estimate=-0.078 @ consistent
            k1=0 | n1=295 | k2=52 | n2=307 | measure=risk-ratio | estimate=0.54 @ not-testable
            k1=1 | n1=2 | k2=1 | n2=4 | measure=risk-ratio | estimate=2 @ consistent
            k1=1 | n1=4 | k2=1 | n2=2 | measure=risk-ratio | estimate=0.5 @ consistent
            k1=5 | n1=8 | k2=1 | n2=2 | measure=risk-ratio | estimate=1.2 @ consistent
            k1=5 | n1=8 | k2=1 | n2=2 | measure=risk-ratio | estimate=1.3 @ consistent
            k1=1 | n1=4 | k2=1 | n2=2 | measure=hazard-ratio | estimate=0.5 @ unreadable
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new RiskFromCountsCheck(), row)).as(row).isEqualTo(verdict);
    }
}
