package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusteredTest {

    private static final ReferenceFile REFERENCE = ReferenceFile.read("clustered.tsv");
    private static final ReferenceFile.Case DATA = REFERENCE.get("data");

    private static DesignMatrix design() {
        double[] x = DATA.input("x");
        return DesignMatrix.builder(x.length)
                .numeric("x", x)
                .numeric("arm", DATA.input("arm"))
                .build();
    }

    @ParameterizedTest
    @EnumSource(RandomInterceptModel.Criterion.class)
    void random_intercept_model_agrees_with_r(RandomInterceptModel.Criterion criterion) {
        RandomInterceptModel.Result fit = RandomInterceptModel.withDefaults()
                .with(criterion)
                .compute(design(), DATA.input("y"), DATA.codes("g"))
                .orElseThrow();
        // optimize() finds the minimum of a flat curve to about half its digits.
        REFERENCE.get(criterion.id()).check("", fit, 1e-7);
        REFERENCE.get(criterion.id()).check("log-likelihood", fit.logLikelihood(), 1e-12);
        REFERENCE.get("lme4-" + criterion.id()).check("", fit, 1e-5);
    }

    @Test
    void no_variance_between_clusters_is_said() {
        RandomInterceptModel.Result fit = RandomInterceptModel.withDefaults()
                .compute(design(), DATA.input("z"), alternating())
                .orElseThrow();
        assertThat(fit.betweenDeviation()).isZero();
        assertThat(fit.procedure().label()).contains("singular fit");
        LinearModel.Result plain =
                LinearModel.withDefaults().compute(design(), DATA.input("z")).orElseThrow();
        ReferenceFile.assertClose(
                "se",
                fit.coefficients().get(1).standardError(),
                plain.coefficients().get(1).standardError(),
                1e-10);
    }

    /** Clusters that pair large with small values. */
    private static int[] alternating() {
        double[] z = DATA.input("z");
        Integer[] order = new Integer[z.length];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(order, (i, j) -> Double.compare(z[i], z[j]));
        int[] codes = new int[z.length];
        for (int k = 0; k < z.length; k++) {
            codes[order[k]] = Math.min(k, z.length - 1 - k);
        }
        return codes;
    }

    @ParameterizedTest
    @EnumSource(EstimatingEquations.Family.class)
    void estimating_equations_agree_with_r(EstimatingEquations.Family family) {
        double[] outcome = DATA.input(
                family == EstimatingEquations.Family.LINEAR
                        ? "y"
                        : family == EstimatingEquations.Family.LOGISTIC ? "b" : "count");
        EstimatingEquations.Result fit = EstimatingEquations.withDefaults()
                .with(family)
                .compute(design(), outcome, DATA.codes("g"))
                .orElseThrow();
        REFERENCE.get("gee-" + family.id()).check("", fit, 1e-10);
    }

    @Test
    void names_why_there_is_no_model() {
        int[] one = new int[DATA.input("y").length];
        assertThat(TwoByTwoTest.reason(RandomInterceptModel.withDefaults().compute(design(), DATA.input("y"), one)))
                .isEqualTo(NotComputed.Reason.TOO_FEW_OBSERVATIONS);
        assertThat(TwoByTwoTest.reason(EstimatingEquations.withDefaults().compute(design(), DATA.input("y"), one)))
                .isEqualTo(NotComputed.Reason.TOO_FEW_OBSERVATIONS);
    }

    @ParameterizedTest
    @EnumSource(RandomInterceptModel.Freedom.class)
    void a_test_of_values_whose_squares_leave_the_range_is_a_number_or_a_reason(RandomInterceptModel.Freedom freedom) {
        DesignMatrix design = DesignMatrix.builder(DATA.input("x").length)
                .polynomial("x", DATA.input("x"), 2)
                .build();
        double plain = 0;
        for (double scale :
                new double[] {1, 1e-100, 1e-150, 1e-155, 1e-158, 1e-160, 1e-165, 1e-200, 1e100, 1e152, 1e200}) {
            double[] outcome =
                    Arrays.stream(DATA.input("y")).map(y -> y * scale).toArray();
            Computation<ModelComparison.Result> test = RandomInterceptModel.withDefaults()
                    .with(freedom)
                    .compute(design, outcome, DATA.codes("g"))
                    .flatMap(fit -> fit.test(design.terms().get(0)));
            if (test instanceof Computed<ModelComparison.Result> computed) {
                assertThat(computed.value().statistic()).as("F at %s", scale).isFinite();
                assertThat(computed.value().p()).as("P at %s", scale).isBetween(0.0, 1.0);
                plain = scale == 1 ? computed.value().statistic() : plain;
            }
            if (Math.abs(Math.log10(scale)) <= 100) {
                ReferenceFile.assertClose("F at " + scale, test.orElseThrow().statistic(), plain, 1e-6);
            }
        }
    }

    @Test
    void estimating_equations_of_a_perfect_fit_say_so() {
        double[] x = DATA.input("x");
        for (double scale : new double[] {1e-3, 1, 1e6}) {
            double[] outcome =
                    Arrays.stream(x).map(value -> scale * (3 * value + 1)).toArray();
            Computation<EstimatingEquations.Result> fit = EstimatingEquations.withDefaults()
                    .compute(DesignMatrix.builder(x.length).numeric("x", x).build(), outcome, DATA.codes("g"));
            assertThat(fit).isInstanceOfSatisfying(NotComputed.class, not -> {
                assertThat(not.reason()).isEqualTo(NotComputed.Reason.CONSTANT_DATA);
                assertThat(not.detail()).isEqualTo("the model fits perfectly");
            });
        }
        double[] tiny = Arrays.stream(DATA.input("y")).map(y -> y * 1e-170).toArray();
        assertThat(EstimatingEquations.withDefaults().compute(design(), tiny, DATA.codes("g")))
                .isInstanceOfSatisfying(
                        NotComputed.class, not -> assertThat(not.detail()).doesNotContain("NaN"));
    }
}
