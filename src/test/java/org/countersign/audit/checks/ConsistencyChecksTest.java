package org.countersign.audit.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.countersign.audit.extract.Measure.Scale;
import org.countersign.numbers.ReportedNumber;
import org.countersign.numbers.RoundingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsistencyChecksTest {

    static java.util.List<ConsistencyCheck> all() {
        return ConsistencyChecks.all();
    }

    @Test
    void are_sorted_and_unique() {
        assertThat(ConsistencyChecks.ids()).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void have_a_page_and_columns(ConsistencyCheck check) throws Exception {
        assertThat(check.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(check.summary()).doesNotEndWith(".").isNotBlank();
        assertThat(check.columns()).isNotEmpty();
        assertThat(ConsistencyChecks.find(check.id())).containsSame(check);
        String page = Files.readString(Path.of(check.page()));
        assertThat(page)
                .startsWith("# " + check.id() + "\n")
                .contains("## Why", "## How", "## Table form", "## Limits");
        for (TableColumn column : check.columns()) {
            assertThat(page).contains("`" + column.name() + "`");
        }
    }

    // Worked by hand: interval midpoint and half-width, then p over the polygon.
    @ParameterizedTest
    @CsvSource({
        "-0.2, -0.5, 0.2, 0.4, 0.263, 0.462",
        "-0.2, -1.8, 1.5, 0.9, 0.812, 0.863",
        "2.2, 0.1, 4.3, 0.04, 0.035, 0.045"
    })
    void p_ranges_over_the_intervals_that_round_to_the_printed_one(
            String estimate, String lower, String upper, String p, double low, double high) {
        Assessment assessment = Rows.assess(
                new CiPCheck(),
                "estimate=" + estimate + " | lower=" + lower + " | upper=" + upper + " | p=" + p,
                CheckOptions.withDefaults());
        assertThat(assessment.recomputed().orElseThrow().low())
                .isCloseTo(low, org.assertj.core.api.Assertions.within(5e-4));
        assertThat(assessment.recomputed().orElseThrow().high())
                .isCloseTo(high, org.assertj.core.api.Assertions.within(5e-4));
    }

    @Test
    void the_polygon_holds_every_interval_that_rounds_to_the_printed_one() {
        var random = new java.util.Random(20_190_301);
        for (int i = 0; i < 2000; i++) {
            double middle = random.nextDouble() * 4 - 2;
            double width = 0.2 + random.nextDouble() * 3;
            boolean log = i % 2 == 0;
            Scale scale = log ? Scale.LOG : Scale.IDENTITY;
            ReportedNumber e = print(log ? Math.exp(middle) : middle);
            ReportedNumber l = print(log ? Math.exp(middle - width) : middle - width);
            ReportedNumber u = print(log ? Math.exp(middle + width) : middle + width);
            IntervalPolygon polygon = IntervalPolygon.of(e, l, u, scale, RoundingRule.HALF_UP_OR_DOWN)
                    .orElseThrow();
            double ratio = Math.abs(middle) / width;
            assertThat(polygon.ratio().low()).isLessThanOrEqualTo(ratio * (1 + 1e-9));
            assertThat(polygon.ratio().high()).isGreaterThanOrEqualTo(ratio * (1 - 1e-9));
            assertThat(polygon.halfWidth().low()).isLessThanOrEqualTo(width * (1 + 1e-9));
            assertThat(polygon.halfWidth().high()).isGreaterThanOrEqualTo(width * (1 - 1e-9));
        }
    }

    private static ReportedNumber print(double value) {
        return ReportedNumber.of(BigDecimal.valueOf(value)
                .setScale(2, java.math.RoundingMode.HALF_EVEN)
                .toPlainString());
    }

    @Test
    void a_decision_flips_only_with_the_point_p() {
        Assessment flipped = Rows.assess(
                new PFromStatisticCheck(), "test=t | df1=28 | statistic=1.20 | p=.03", CheckOptions.withDefaults());
        assertThat(flipped.decision()).isEqualTo(Decision.FLIPPED);
        Assessment kept = Rows.assess(
                new PFromStatisticCheck(), "test=t | df1=28 | statistic=2.20 | p=.01", CheckOptions.withDefaults());
        assertThat(kept.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(kept.decision()).isEqualTo(Decision.KEPT);
    }

    @Test
    void explanations_come_with_a_finding() {
        Assessment oneTailed = Rows.assess(
                new PFromStatisticCheck(), "test=t | df1=28 | statistic=2.20 | p=.018", CheckOptions.withDefaults());
        assertThat(oneTailed.explanations()).anyMatch(e -> e.startsWith("one-tailed"));
        assertThat(oneTailed.explanations()).anyMatch(e -> e.endsWith(".018 goes with t = 2.513"));
        Assessment bonferroni =
                Rows.assess(new PFromStatisticCheck(), "test=z | statistic=2.50 | p=.037", CheckOptions.withDefaults());
        assertThat(bonferroni.explanations()).anyMatch(e -> e.startsWith("adjusted: p multiplied by 3"));
        Assessment truncated = Rows.assess(new PercentCheck(), "k=2 | n=3 | percent=66.6", CheckOptions.withDefaults());
        assertThat(truncated.explanations().get(0)).startsWith("rounding");
        Assessment swapped = Rows.assess(new SeSdSwapCheck(), "sd=1.0 | se=10.0 | n=100", CheckOptions.withDefaults());
        assertThat(swapped.explanations()).contains("swap: SD and SE have changed places");
    }

    @Test
    void nobody_is_told_to_print_what_nobody_prints() {
        Assessment zero = Rows.assess(
                new CiPCheck(), "estimate=2.2 | lower=0.1 | upper=4.3 | p=0.4", CheckOptions.withDefaults());
        assertThat(zero.explanations()).noneMatch(e -> e.contains("0.0 instead"));
        Assessment padded = Rows.assess(
                new PFromStatisticCheck(), "test=chi2 | df1=3 | statistic=11.5 | p=0.68", CheckOptions.withDefaults());
        assertThat(padded.verdict()).isEqualTo(Verdict.INCONSISTENT);
        assertThat(padded.explanations()).noneMatch(e -> e.contains("01.5"));
    }

    @Test
    void a_lost_sign_is_named() {
        Assessment lost = Rows.assess(
                new CiPCheck(), "estimate=0.52 | lower=0.15 | upper=1.18 | p=0.126", CheckOptions.withDefaults());
        assertThat(lost.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(lost.explanations().get(0)).startsWith("sign: a lower limit of -0.15 would fit");
    }

    @Test
    void other_rounding_rules_are_honoured() {
        CheckOptions truncating = CheckOptions.withDefaults().with(RoundingRule.TRUNCATE);
        assertThat(Rows.verdict(new PercentCheck(), "k=2 | n=3 | percent=66.6", truncating))
                .isEqualTo("consistent");
        assertThat(Rows.verdict(new PercentCheck(), "k=2 | n=3 | percent=66.7", truncating))
                .isEqualTo("inconsistent");
        CheckOptions down = CheckOptions.withDefaults().with(RoundingRule.HALF_DOWN);
        assertThat(Rows.verdict(new PercentCheck(), "k=1 | n=8 | percent=13", down))
                .isEqualTo("inconsistent");
    }

    @Test
    void the_distribution_free_floor_is_below_any_sample() {
        var random = new java.util.Random(51);
        for (int i = 0; i < 500; i++) {
            int n = 4 + random.nextInt(60);
            double[] sample = random.doubles(n, -5, 5).sorted().toArray();
            double q1 = sample[n / 4 - 1 < 0 ? 0 : n / 4 - 1];
            double q3 = sample[n - n / 4];
            double median = (sample[(n - 1) / 2] + sample[n / 2]) / 2;
            double mean = java.util.Arrays.stream(sample).average().orElseThrow();
            double squares = java.util.Arrays.stream(sample)
                    .map(x -> (x - mean) * (x - mean))
                    .sum();
            assertThat(SpreadFloor.sumOfSquares(q1, new Bounds(median, median), q3, n))
                    .isLessThanOrEqualTo(squares * (1 + 1e-9));
        }
    }
}
