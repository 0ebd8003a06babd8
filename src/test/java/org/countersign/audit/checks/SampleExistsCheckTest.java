package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleExistsCheckTest {

    // Consistent, inconsistent, on the boundary, not testable.
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            mean=3.50 | sd=1.05 | n=20 | min=1 | max=7                 @ consistent
            mean=6.50 | sd=2.05 | n=20 | min=1 | max=7                 @ inconsistent
            mean=4.00 | sd=3.08 | n=20 | min=1 | max=7                 @ consistent
            mean=4.00 | sd=3.09 | n=20 | min=1 | max=7                 @ inconsistent
            mean=3.53 | sd=1.05 | n=20 | min=1 | max=7                 @ inconsistent
            mean=3.5 | sd=-1.0 | n=20 | min=1 | max=7                  @ inconsistent
            mean=100000 | sd=10 | n=900000 | min=0 | max=200000        @ not-testable
            mean=3.5 | sd=1.0 | n=20 | min=1.5 | max=7                 @ unreadable
            mean=3.5 | sd=1.0 | n=20 | min=8 | max=7                   @ unreadable
            mean=18.3 | sd=4.13 | n=117 | min=0 | max=34               @ consistent
            mean=-2.0 | sd=6.1 | n=51 | min=-54 | max=54               @ consistent
            """)
    void judges(String row, String verdict) {
        assertThat(Rows.verdict(new SampleExistsCheck(), row)).as(row).isEqualTo(verdict);
    }

    @Test
    void agrees_with_every_small_sample() {
        for (int n = 2; n <= 6; n++) {
            List<int[]> samples = new ArrayList<>();
            enumerate(new int[n], 0, 1, 5, samples);
            for (int mean = 10; mean <= 50; mean += 3) {
                for (int sd = 0; sd <= 30; sd++) {
                    ReportedNumber m =
                            ReportedNumber.of(BigDecimal.valueOf(mean, 1).toPlainString());
                    ReportedNumber s =
                            ReportedNumber.of(BigDecimal.valueOf(sd, 1).toPlainString());
                    boolean exists = samples.stream().anyMatch(sample -> fits(sample, m, s));
                    String verdict = Rows.verdict(
                            new SampleExistsCheck(),
                            "mean=" + m.text() + " | sd=" + s.text() + " | n=" + n + " | min=1 | max=5");
                    assertThat(verdict)
                            .as("%s %s %d", m.text(), s.text(), n)
                            .isIn(exists ? List.of("consistent") : List.of("inconsistent", "not-testable"));
                }
            }
        }
    }

    private static void enumerate(int[] sample, int at, int from, int to, List<int[]> samples) {
        if (at == sample.length) {
            samples.add(sample.clone());
            return;
        }
        for (int value = from; value <= to; value++) {
            sample[at] = value;
            enumerate(sample, at + 1, value, to, samples);
        }
    }

    private static boolean fits(int[] sample, ReportedNumber mean, ReportedNumber sd) {
        int n = sample.length;
        long sum = 0;
        long squares = 0;
        for (int value : sample) {
            sum += value;
            squares += (long) value * value;
        }
        RoundingRule rule = RoundingRule.HALF_UP_OR_DOWN;
        BigDecimal variance = BigDecimal.valueOf(n * squares - sum * sum)
                .divide(BigDecimal.valueOf((long) n * (n - 1)), new MathContext(40));
        return mean.interval(rule).times(BigDecimal.valueOf(n)).contains(BigDecimal.valueOf(sum))
                && sd.interval(rule)
                        .contains(variance.sqrt(new MathContext(40)).setScale(20, java.math.RoundingMode.HALF_EVEN));
    }
}
