package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PFromStatisticCheckTest {

    // One row each: consistent, inconsistent, on the boundary, not testable; then the traps.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            test=t | df1=28 | statistic=2.20 | p=0.036 @ consistent
            test=t | df1=28 | statistic=2.20 | p=0.04 @ consistent
            test=t | df1=28 | statistic=2.20 | p=0.06 @ inconsistent
            test=t | df1=28 | statistic=-2.20 | p=.036 @ consistent
            test=t | df1=28 | statistic=2.20 | p=<.05 @ consistent
            test=t | df1=28 | statistic=2.20 | p=0.05 | p_comparison=< @ consistent
            test=t | df1=28 | statistic=1.20 | p=<.05 @ inconsistent
            test=t | df1=28 | statistic=2.20 | p=>.05 @ inconsistent
            test=t | df1=28 | statistic=2.20 | p=ns @ inconsistent
            test=t | df1=28 | statistic=1.20 | p=ns @ consistent
            test=t | df1=28 | statistic=2.20 | p=.018 | tails=1 @ consistent
            test=t | df1=28 | statistic=2.20 | p=.018 | tails=greater @ consistent
            test=t | df1=28 | statistic=2.20 | p=.018 | tails=less @ inconsistent
            test=t | df1=28 | statistic=-2.20 | p=.982 | tails=greater @ consistent
            test=t | df1=28 | statistic=0.0 | p=1.00 @ consistent
            test=t | df1=28 | statistic=0.04 | p=.97 @ consistent
            test=t | statistic=2.20 | p=.036 @ not-testable
            test=t | df1=28 | statistic=2.20 | p=1.20 @ not-testable
            test=z | statistic=1.96 | p=.05 @ consistent
            test=F | df1=2 | df2=57 | statistic=3.20 | p=.048 @ consistent
            test=F | df1=2 | df2=57 | statistic=3.20 | p=.48 @ inconsistent
            test=F | df1=2 | df2=57 | statistic=1 | comparison=< | p=.52 @ consistent
            test=F | df1=2 | df2=57 | statistic=1 | comparison=< | p=.02 @ inconsistent
            test=F | df1=2 | df2=57 | statistic=-1.00 | p=.52 @ not-testable
            test=F | df1=2 | statistic=3.20 | p=.048 @ not-testable
            test=r | df1=48 | statistic=.35 | p=.013 @ consistent
            test=r | df1=48 | statistic=1.00 | p=<.001 @ consistent
            test=r | df1=48 | statistic=1.35 | p=<.001 @ not-testable
            test=chi2 | df1=1 | statistic=3.84 | p=.05 @ consistent
            test=Q | df1=3 | statistic=12.1 | p=.007 @ consistent
            test=w | df1=3 | statistic=12.1 | p=.007 @ unreadable
            test=t | df1=17.4 | statistic=2.30 | p=.034 @ consistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new PFromStatisticCheck(), row)).as(row).isEqualTo(verdict);
    }
}
