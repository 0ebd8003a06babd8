package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.fraction.BigFraction;
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

    private static DesignMatrix design(ReferenceFile.Case set) {
        DesignMatrix.Builder design = DesignMatrix.builder(set.input("y").length);
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
        return design.build();
    }

    /** At least R's digits, or those of the exact solution: the data are decimal fractions that doubles do not hold. */
    private static void assertDigits(String what, double ours, double ofR, double exact) {
        assertThat(ours).as(what).isGreaterThanOrEqualTo(Math.min(Math.min(ofR, exact), 14.5) - 0.01);
    }

    @ParameterizedTest
    @MethodSource("regressions")
    void regression_has_at_least_the_digits_of_r(ReferenceFile.Case set) {
        double[] y = set.input("y");
        DesignMatrix design = design(set);
        LinearModel.Result result =
                LinearModel.withDefaults().compute(design, y).orElseThrow();
        ExactRegression exact = ExactRegression.of(design, y);
        boolean filip = set.name().equals("Filip");
        Worst coefficients = new Worst();
        Worst errors = new Worst();
        for (int j = 0; j < result.coefficients().size(); j++) {
            Coefficient coefficient = result.coefficients().get(j);
            ReferenceFile.assertClose(
                    set.name() + ": exact b" + j, coefficient.estimate(), exact.coefficient(j), filip ? 1e-10 : 1e-14);
            coefficients.add(coefficient.estimate(), exact.coefficient(j), set.input("b")[j]);
            errors.add(coefficient.standardError(), exact.standardError(j), set.input("se")[j]);
        }
        print(set.name(), coefficients.ours, set.expect("r.b"), coefficients.exact);
        print("", errors.ours, set.expect("r.se"), errors.exact);
        assertDigits("coefficients of " + set.name(), coefficients.ours, set.expect("r.b"), coefficients.exact);
        if (!Double.isNaN(set.expect("r.se"))) {
            assertDigits("errors of " + set.name(), errors.ours, set.expect("r.se"), errors.exact);
            assertThat(digits(result.fit().residualStandardDeviation(), set.expect("s")))
                    .isGreaterThan(filip ? 7 : 13);
        }
    }

    /** The smallest number of correct digits, ours and those of exact arithmetic. */
    private static final class Worst {
        private double ours = ALL_DIGITS;
        private double exact = ALL_DIGITS;

        private void add(double actual, double ofDoubles, double certified) {
            ours = Math.min(ours, digits(actual, certified));
            exact = Math.min(exact, digits(ofDoubles, certified));
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
        assertThat(sd).isGreaterThanOrEqualTo(Math.min(14.5, set.expect("r.sd")) - 0.01);
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void analysis_of_variance_has_at_least_the_digits_of_r(ReferenceFile.Case set) {
        List<Group> groups = set.name().startsWith("SmLs") ? simulated(set.name()) : instruments(set);
        double f = OneWayAnova.withDefaults().compute(groups).orElseThrow().statistic();
        double exact = exactF(groups);
        ReferenceFile.assertClose(set.name() + ": exact F", f, exact, 1e-13);
        double ours = digits(f, set.expect("f"));
        print(set.name(), ours, set.expect("r.f"), digits(exact, set.expect("f")));
        assertDigits(set.name(), ours, set.expect("r.f"), digits(exact, set.expect("f")));
    }

    /** F in rational arithmetic: regression on the groups' indicators, without the solving. */
    private static double exactF(List<Group> groups) {
        BigFraction n = BigFraction.ZERO;
        BigFraction total = BigFraction.ZERO;
        BigFraction between = BigFraction.ZERO;
        BigFraction squares = BigFraction.ZERO;
        for (Group group : groups) {
            BigFraction sum = BigFraction.ZERO;
            FrequencyTable sample = group.sample();
            for (int i = 0; i < sample.distinct(); i++) {
                BigFraction value = new BigFraction(sample.value(i));
                BigFraction weighted = value.multiply(new BigFraction(sample.count(i)));
                sum = sum.add(weighted);
                squares = squares.add(weighted.multiply(value));
            }
            BigFraction size = new BigFraction(sample.size());
            n = n.add(size);
            total = total.add(sum);
            between = between.add(sum.multiply(sum).divide(size));
        }
        BigFraction within = squares.subtract(between);
        BigFraction explained = between.subtract(total.multiply(total).divide(n));
        BigFraction freedom = n.subtract(groups.size());
        return explained
                .multiply(freedom)
                .divide(within.multiply(groups.size() - 1))
                .doubleValue();
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
