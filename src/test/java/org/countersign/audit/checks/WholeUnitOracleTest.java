package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingInterval;
import org.countersign.numbers.RoundingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** GRIM, GRIMMER and DEBIT against enumeration of all small samples, under every rounding rule. */
class WholeUnitOracleTest {

    private static final MathContext DIGITS = new MathContext(40);

    @ParameterizedTest
    @EnumSource(RoundingRule.class)
    void grim_agrees_with_every_possible_sum(RoundingRule rule) {
        for (int items = 1; items <= 3; items++) {
            for (int n = 1; n <= 12; n++) {
                for (int hundredths = -40; hundredths <= 320; hundredths++) {
                    ReportedNumber mean =
                            ReportedNumber.of(BigDecimal.valueOf(hundredths, 2).toPlainString());
                    RoundingInterval interval = mean.interval(rule);
                    boolean possible = false;
                    for (int sum = -60; sum <= 150 && !possible; sum++) {
                        possible = holds(interval, BigDecimal.valueOf(sum), n * items);
                    }
                    assertThat(!IntegerData.sums(mean, n, items, rule).isEmpty())
                            .as("mean %s, n %d, items %d, %s", mean.text(), n, items, rule)
                            .isEqualTo(possible);
                }
            }
        }
    }

    private static boolean holds(RoundingInterval interval, BigDecimal sum, int n) {
        return interval.times(BigDecimal.valueOf(n)).contains(sum);
    }

    @ParameterizedTest
    @EnumSource(
            value = RoundingRule.class,
            names = {"HALF_UP_OR_DOWN", "HALF_EVEN", "TRUNCATE", "CEILING"})
    void grimmer_agrees_with_every_sample_of_up_to_seven(RoundingRule rule) {
        for (int n = 2; n <= 7; n++) {
            int top = n <= 4 ? 7 : n == 5 ? 5 : 4;
            Set<Long> pairs = new HashSet<>();
            enumerate(n, 0, top, 0, 0, pairs);
            for (int mean = 10; mean <= 10 * (top - 1); mean += 3) {
                for (int sd = 0; sd <= 140; sd++) {
                    ReportedNumber m =
                            ReportedNumber.of(BigDecimal.valueOf(mean, 1).toPlainString());
                    ReportedNumber s =
                            ReportedNumber.of(BigDecimal.valueOf(sd, 2).toPlainString());
                    boolean expected = false;
                    for (long pair : pairs) {
                        expected |= fits(pair / 100_000, pair % 100_000, n, m, s, rule);
                    }
                    boolean found = GrimmerCheck.isPossible(m, s, n, 1, rule);
                    if (expected) {
                        assertThat(found)
                                .as("%s %s %d %s", m.text(), s.text(), n, rule)
                                .isTrue();
                    } else if (found) {
                        // Possible only with values outside the enumerated scale: look on a wider one.
                        Set<Long> wider = new HashSet<>();
                        enumerate(n, -4, top + 4, 0, 0, wider);
                        boolean possible = false;
                        for (long pair : wider) {
                            long sum = Math.floorDiv(pair, 100_000L);
                            possible |= fits(sum, pair - sum * 100_000, n, m, s, rule);
                        }
                        assertThat(possible)
                                .as("%s %s %d %s", m.text(), s.text(), n, rule)
                                .isTrue();
                    }
                }
            }
        }
    }

    /** All pairs sum * 100000 + sum of squares of non-decreasing samples. */
    private static void enumerate(int n, int from, int top, long sum, long squares, Set<Long> pairs) {
        if (n == 0) {
            pairs.add(sum * 100_000 + squares);
            return;
        }
        for (int x = from; x <= top; x++) {
            enumerate(n - 1, x, top, sum + x, squares + (long) x * x, pairs);
        }
    }

    private static boolean fits(long sum, long squares, int n, ReportedNumber m, ReportedNumber s, RoundingRule rule) {
        if (!m.interval(rule).times(BigDecimal.valueOf(n)).contains(BigDecimal.valueOf(sum))) {
            return false;
        }
        // SD^2 n (n - 1) = n Q - S^2, a whole number: compared by squares of the ends.
        BigDecimal scaled = BigDecimal.valueOf(n * squares - sum * sum);
        BigDecimal pairs = BigDecimal.valueOf((long) n * (n - 1));
        BigDecimal sd = scaled.divide(pairs, DIGITS).sqrt(DIGITS);
        RoundingInterval interval = s.interval(rule);
        BigDecimal near = sd.setScale(20, RoundingMode.HALF_EVEN);
        return interval.contains(near);
    }

    @ParameterizedTest
    @EnumSource(RoundingRule.class)
    void debit_agrees_with_every_count(RoundingRule rule) {
        for (int n = 2; n <= 15; n++) {
            for (int mean = 0; mean <= 100; mean += 1) {
                for (int sd = 0; sd <= 75; sd++) {
                    ReportedNumber m =
                            ReportedNumber.of(BigDecimal.valueOf(mean, 2).toPlainString());
                    ReportedNumber s =
                            ReportedNumber.of(BigDecimal.valueOf(sd, 2).toPlainString());
                    boolean expected = false;
                    for (int k = 0; k <= n; k++) {
                        expected |= fits(k, k, n, m, s, rule);
                    }
                    assertThat(DebitCheck.isPossible(m, s, n, rule))
                            .as("mean %s, SD %s, n %d, %s", m.text(), s.text(), n, rule)
                            .isEqualTo(expected);
                }
            }
        }
    }

    // The first two are answered wrongly elsewhere.
    @ParameterizedTest
    @CsvSource({
        "8.9, 2.81, 25, 1, consistent",
        "1.2, 0.3, 57, 1, inconsistent",
        "5.21, 1.60, 28, 1, consistent",
        "3.44, 2.47, 18, 1, inconsistent",
        "3.45, 2.47, 18, 1, inconsistent",
        "2.5, 0.5, 4, 1, inconsistent",
        "2.5, 0.58, 4, 1, consistent",
        "2.50, 0.000, 4, 1, inconsistent",
        "3.00, 0.00, 4, 1, consistent",
        "3.0, -0.5, 4, 1, inconsistent",
        "3.33, 1.15, 3, 1, consistent",
        "3.33, 1.25, 3, 1, inconsistent",
        "5000000, 2, 900000, 1, not-testable"
    })
    void grimmer_knows_the_traps(String mean, String sd, int n, int items, String verdict) {
        assertThat(Rows.verdict(new GrimmerCheck(), "mean=" + mean + " | sd=" + sd + " | n=" + n + " | items=" + items))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "5.19, 28, 1, no, inconsistent",
        "5.18, 28, 1, no, consistent",
        "5.19, 28, 4, no, not-testable",
        "5.1, 28, 1, no, not-testable",
        "33%, 28, 1, no, inconsistent",
        "32, 28, 1, yes, consistent",
        "2.5, 8, 1, no, consistent",
        "2.25, 8, 1, no, consistent",
        "2.12, 8, 1, no, consistent",
        "2.13, 8, 1, no, consistent",
        "5.19, 0, 1, no, unreadable",
        "abc, 5, 1, no, unreadable"
    })
    void grim(String mean, String n, int items, String percent, String verdict) {
        assertThat(Rows.verdict(
                        new GrimCheck(), "mean=" + mean + " | n=" + n + " | items=" + items + " | percent=" + percent))
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.44, 0.50, 50, consistent",
        "0.44, 0.40, 50, inconsistent",
        "0.5, 0.5, 2000000, consistent",
        "0.50, 0.71, 2, consistent",
        "1.20, 0.50, 50, inconsistent",
        "44%, 50%, 50, consistent",
        "0.44, 0.50, 1, unreadable"
    })
    void debit(String mean, String sd, String n, String verdict) {
        assertThat(Rows.verdict(new DebitCheck(), "mean=" + mean + " | sd=" + sd + " | n=" + n))
                .isEqualTo(verdict);
    }

    @Test
    void a_finding_names_what_would_fit() {
        Assessment assessment = Rows.assess(new GrimCheck(), "mean=5.19 | n=28", CheckOptions.withDefaults());
        assertThat(assessment.explanations()).anySatisfy(e -> assertThat(e).contains("attrition", "27"));
        assertThat(assessment.recomputed())
                .hasValueSatisfying(range -> assertThat(range.low()).isBetween(5.178, 5.179));
    }
}
