package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** NIST's Statistical Reference Datasets: correct digits beside those of R, kept in docs/statistics-accuracy.md. */
class NistTest {

    private static final ReferenceFile REFERENCE = ReferenceFile.read("nist.tsv");
    private static final double ALL_DIGITS = 15;

    /** Number of correct significant digits, 15 at most. */
    private static double digits(double actual, double certified) {
        if (actual == certified) {
            return ALL_DIGITS;
        }
        double error = certified == 0 ? Math.abs(actual) : Math.abs(actual - certified) / Math.abs(certified);
        return Math.max(0, Math.min(ALL_DIGITS, -Math.log10(error)));
    }

    static List<ReferenceFile.Case> regressions() {
        return REFERENCE.cases().stream().filter(set -> set.expects("r.b")).toList();
    }

    static List<ReferenceFile.Case> samples() {
        return REFERENCE.cases().stream().filter(set -> set.expects("r.sd")).toList();
    }

    static List<ReferenceFile.Case> analyses() {
        return REFERENCE.cases().stream().filter(set -> set.expects("r.f")).toList();
    }

    private static LinearModel.Result fit(ReferenceFile.Case set) {
        double[] y = set.input("y");
        DesignMatrix.Builder design = DesignMatrix.builder(y.length);
        if (set.name().startsWith("NoInt")) {
            design.withoutIntercept();
        }
        if (set.name().equals("Longley")) {
            for (int j = 1; j <= 6; j++) {
                design.numeric("x" + j, set.input("x" + j));
            }
        } else {
            design.polynomial("x", set.input("x"), (int) set.input("degree")[0]);
        }
        return LinearModel.withDefaults().compute(design.build(), y).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void regression_has_at_least_the_digits_of_r(ReferenceFile.Case set) {
        LinearModel.Result result = fit(set);
        double worst = ALL_DIGITS;
        double worstError = ALL_DIGITS;
        for (int j = 0; j < result.coefficients().size(); j++) {
            Coefficient coefficient = result.coefficients().get(j);
            worst = Math.min(worst, digits(coefficient.estimate(), set.input("b")[j]));
            worstError = Math.min(worstError, digits(coefficient.standardError(), set.input("se")[j]));
        }
        print(set.name(), worst, set.expect("r.b"), worstError, set.expect("r.se"));
        assertThat(worst).as("coefficients of %s", set.name()).isGreaterThan(Math.min(12.5, set.expect("r.b") - 0.3));
        if (!Double.isNaN(set.expect("r.se"))) {
            assertThat(worstError)
                    .as("errors of %s", set.name())
                    .isGreaterThan(Math.min(12.5, set.expect("r.se") - 0.3));
            assertThat(digits(result.fit().residualStandardDeviation(), set.expect("s")))
                    .isGreaterThan(set.name().equals("Filip") ? 7 : 12.5);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void description_has_at_least_the_digits_of_r(ReferenceFile.Case set) {
        Moments moments = set.table("x").moments();
        double mean = digits(moments.mean(), set.expect("mean"));
        double sd = digits(moments.standardDeviation(), set.expect("sd"));
        print(set.name(), mean, set.expect("r.mean"), sd, set.expect("r.sd"));
        assertThat(mean).isGreaterThanOrEqualTo(set.expect("r.mean"));
        assertThat(sd).isGreaterThanOrEqualTo(Math.min(14, set.expect("r.sd")) - 0.1);
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void analysis_of_variance_has_at_least_the_digits_of_r(ReferenceFile.Case set) {
        List<Group> groups = set.name().startsWith("SmLs") ? simulated(set.name()) : instruments(set);
        double f = OneWayAnova.withDefaults().compute(groups).orElseThrow().statistic();
        double ours = digits(f, set.expect("f"));
        print(set.name(), ours, set.expect("r.f"), ALL_DIGITS, ALL_DIGITS);
        // Rounding the data of SmLs07 to doubles alone moves F to 21.00081188781877, by rational arithmetic.
        assertThat(ours)
                .as("%s: F = %s", set.name(), f)
                .isGreaterThanOrEqualTo(Math.min(12.5, set.expect("r.f")) - 0.3);
        if (set.name().equals("SmLs07")) {
            ReferenceFile.assertClose("exact F of the doubles", f, 21.00081188781877, 1e-14);
        }
    }

    private static List<Group> instruments(ReferenceFile.Case set) {
        List<Group> groups = new ArrayList<>();
        double[] values = set.input("v");
        double[] instrument = set.input("g");
        int count = (int) instrument[instrument.length - 1];
        int size = values.length / count;
        for (int g = 1; g <= count; g++) {
            groups.add(Group.of("instrument " + g, Arrays.copyOfRange(values, (g - 1) * size, g * size)));
        }
        return groups;
    }

    /** Nine treatments around an offset: the centre once, then a tenth below and above in turn. */
    private static List<Group> simulated(String name) {
        int number = name.charAt(5) - '1';
        int n = List.of(21, 201, 2001).get(number % 3);
        long offset = List.of(1L, 1_000_000L, 1_000_000_000_000L).get(number / 3);
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < 9; g++) {
            int centre = g == 0 ? 4 : g % 2 == 1 ? 3 : 5;
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                int tenth = i == 0 ? centre : i % 2 == 1 ? centre - 1 : centre + 1;
                values[i] = Double.parseDouble(offset + "." + tenth);
            }
            groups.add(Group.of("treatment " + (g + 1), values));
        }
        return groups;
    }

    private static void print(String name, double... columns) {
        if (System.getenv("NIST_PRINT") != null) {
            StringBuilder line = new StringBuilder("| " + name);
            for (double column : columns) {
                line.append(String.format(Locale.ROOT, " | %.1f", column));
            }
            System.out.println(line + " |");
        }
    }
}
