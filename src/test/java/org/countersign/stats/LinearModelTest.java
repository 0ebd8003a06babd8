package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearModelTest {

    private static final ReferenceFile REFERENCE = ReferenceFile.read("linear-model.tsv");
    private static final ReferenceFile.Case DATA = REFERENCE.get("data");
    private static final LinearModel MODEL = LinearModel.withDefaults();
    private static final double[] Y = DATA.input("y");

    private static DesignMatrix design() {
        return design(DATA.input("age"));
    }

    private static DesignMatrix design(double[] age) {
        return DesignMatrix.builder(Y.length)
                .numeric("arm", DATA.input("arm"))
                .numeric("age", age)
                .factor("site", DATA.codes("site"), List.of("a", "b", "c"), 0)
                .numeric("base", DATA.input("base"))
                .build();
    }

    private static void check(String reference, LinearModel.Result result) {
        // Condition of the problem: age and intercept are nearly collinear, R itself keeps about 13 digits.
        REFERENCE.get(reference).check("", result, 2e-11);
    }

    @ParameterizedTest
    @EnumSource(value = LinearModel.Errors.class, names = "CR1", mode = EnumSource.Mode.EXCLUDE)
    void standard_errors_agree_with_sandwich(LinearModel.Errors errors) {
        check(errors.id(), MODEL.with(errors).compute(design(), Y).orElseThrow());
    }

    @Test
    void clustered_errors_agree_with_sandwich() {
        check("cr1", MODEL.computeClustered(design(), Y, DATA.codes("id")).orElseThrow());
    }

    @Test
    void weights_are_precisions_or_frequencies() {
        double[] weights = DATA.input("w");
        LinearModel precision = MODEL.with(LinearModel.Weighting.PRECISION);
        check("precision", precision.compute(design(), Y, weights).orElseThrow());
        check(
                "precision-hc0",
                precision
                        .with(LinearModel.Errors.HC0)
                        .compute(design(), Y, weights)
                        .orElseThrow());
        check(
                "precision-hc3",
                precision
                        .with(LinearModel.Errors.HC3)
                        .compute(design(), Y, weights)
                        .orElseThrow());
        check("frequency", MODEL.compute(design(), Y, weights).orElseThrow());
        check(
                "frequency-hc0",
                MODEL.with(LinearModel.Errors.HC0).compute(design(), Y, weights).orElseThrow());
        check(
                "frequency-hc3",
                MODEL.with(LinearModel.Errors.HC3).compute(design(), Y, weights).orElseThrow());
    }

    @Test
    void terms_of_every_kind_agree_with_r() {
        double[] age = DATA.input("age");
        double[] arm = DATA.input("arm");
        check(
                "interaction",
                MODEL.compute(
                                DesignMatrix.builder(Y.length)
                                        .numeric("arm", arm)
                                        .numeric("age", age)
                                        .interaction("arm", "age")
                                        .build(),
                                Y)
                        .orElseThrow());
        // Powers of 22 to 31: condition 1e9.
        REFERENCE
                .get("cubic")
                .check(
                        "",
                        MODEL.compute(
                                        DesignMatrix.builder(Y.length)
                                                .polynomial("age", age, 3)
                                                .build(),
                                        Y)
                                .orElseThrow(),
                        1e-8);
        check(
                "no-intercept",
                MODEL.compute(
                                DesignMatrix.builder(Y.length)
                                        .withoutIntercept()
                                        .numeric("arm", arm)
                                        .numeric("age", age)
                                        .build(),
                                Y)
                        .orElseThrow());
        check(
                "spline",
                MODEL.compute(
                                DesignMatrix.builder(Y.length)
                                        .naturalSpline("base", DATA.input("base"), 4)
                                        .numeric("arm", arm)
                                        .build(),
                                Y)
                        .orElseThrow());
    }

    @Test
    void large_offsets_cost_no_digits() {
        ReferenceFile.Case offset = REFERENCE.get("offset");
        LinearModel.Result result =
                MODEL.compute(design(offset.input("age")), offset.input("y")).orElseThrow();
        // 1e9 + 0.1 is itself rounded at 1e-7; that perturbs the data, not the method.
        offset.check("", result, 1e-7);
    }

    @Test
    void rows_may_arrive_one_by_one() {
        DesignMatrix design = design();
        LinearModel.Accumulator accumulator = MODEL.accumulator(design.names());
        double[] row = new double[design.columns()];
        for (int i = 0; i < design.rows(); i++) {
            design.row(i, row);
            accumulator.add(row, Y[i], 1);
        }
        LinearModel.Result streamed = accumulator.result().orElseThrow();
        check("classical", streamed);
        assertThat(streamed.rivals()).extracting(Rival::id).doesNotContain("hc3");
    }

    @Test
    void names_a_singular_design() {
        double[] arm = DATA.input("arm");
        double[] twice = Arrays.stream(arm).map(v -> 2 * v + 1).toArray();
        NotComputed<?> singular = (NotComputed<?>) MODEL.compute(
                DesignMatrix.builder(Y.length)
                        .numeric("arm", arm)
                        .numeric("age", DATA.input("age"))
                        .numeric("twice", twice)
                        .build(),
                Y);
        assertThat(singular.reason()).isEqualTo(NotComputed.Reason.SINGULAR_DESIGN);
        assertThat(singular.detail()).contains("`twice`");
        double[] constant = new double[Y.length];
        Arrays.fill(constant, 3.3);
        assertThat(TwoByTwoTest.reason(MODEL.compute(
                        DesignMatrix.builder(Y.length)
                                .numeric("constant", constant)
                                .build(),
                        Y)))
                .isEqualTo(NotComputed.Reason.SINGULAR_DESIGN);
        assertThat(TwoByTwoTest.reason(MODEL.compute(design(), constant))).isEqualTo(NotComputed.Reason.CONSTANT_DATA);
        assertThat(TwoByTwoTest.reason(MODEL.compute(
                        DesignMatrix.builder(2)
                                .numeric("x", new double[] {1, 2})
                                .build(),
                        new double[] {1, 3})))
                .isEqualTo(NotComputed.Reason.TOO_FEW_OBSERVATIONS);
    }

    @Test
    void an_observation_of_full_leverage_has_no_hc3() {
        DesignMatrix alone = DesignMatrix.builder(5)
                .numeric("alone", new double[] {1, 0, 0, 0, 0})
                .build();
        double[] y = {9, 1, 4, 2, 7};
        assertThat(TwoByTwoTest.reason(MODEL.with(LinearModel.Errors.HC3).compute(alone, y)))
                .isEqualTo(NotComputed.Reason.UNDEFINED);
        assertThat(MODEL.with(LinearModel.Errors.HC1).compute(alone, y).isComputed())
                .isTrue();
        assertThat(MODEL.compute(alone, y).orElseThrow().rivals())
                .extracting(Rival::id)
                .contains("hc3");
    }

    @Test
    void a_perfect_fit_has_no_test() {
        LinearModel.Result perfect = MODEL.compute(
                        DesignMatrix.builder(4)
                                .numeric("x", new double[] {0, 1, 2, 3})
                                .build(),
                        new double[] {1, 3, 5, 7})
                .orElseThrow();
        assertThat(perfect.coefficient("x").estimate()).isEqualTo(2);
        assertThat(perfect.fit().rSquared()).isEqualTo(1);
    }

    /** What is left of 0.3 x + 0.1 z is rounding. */
    @ParameterizedTest
    @EnumSource(
            value = LinearModel.Errors.class,
            names = {"CLASSICAL", "HC1", "HC3"})
    void residuals_that_are_rounding_are_a_perfect_fit(LinearModel.Errors errors) {
        double[] x = {0.1, 1.7, 2.3, 3.9, 5.3, 6.1, 7.7, 8.2};
        double[] z = {2.2, 0.3, 9.1, 4.4, 1.9, 0.7, 3.3, 6.8};
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 0.3 * x[i] + 0.1 * z[i];
        }
        LinearModel.Result perfect = MODEL.with(errors)
                .compute(
                        DesignMatrix.builder(y.length)
                                .numeric("x", x)
                                .numeric("z", z)
                                .build(),
                        y)
                .orElseThrow();
        assertThat(perfect.fit().residualSquares()).isZero();
        assertThat(perfect.fit().fStatistic().isComputed()).isFalse();
        assertThat(perfect.coefficient("x").estimate()).isCloseTo(0.3, within(1e-14));
        assertThat(perfect.coefficient("x").standardError()).isZero();
    }

    @Test
    void a_million_rows() {
        int n = 1_000_000;
        SplittableRandom random = new SplittableRandom(6);
        double[][] x = new double[6][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < 6; j++) {
                x[j][i] = random.nextDouble() * 10;
                y[i] += j * x[j][i];
            }
            y[i] += random.nextDouble();
        }
        DesignMatrix.Builder builder = DesignMatrix.builder(n);
        for (int j = 0; j < 6; j++) {
            builder.numeric("x" + j, x[j]);
        }
        DesignMatrix design = builder.build();
        LinearModel.Result result = MODEL.compute(design, y).orElseThrow();
        assertThat(result.coefficient("x3").estimate()).isBetween(2.99, 3.01);
    }
}
