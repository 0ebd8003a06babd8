package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneralizedLinearModelTest {

    private static final ReferenceFile REFERENCE = ReferenceFile.read("generalized.tsv");
    private static final ReferenceFile.Case DATA = REFERENCE.get("data");
    private static final double[] NONE = {};

    private static DesignMatrix.Builder design() {
        double[] arm = DATA.input("arm");
        return DesignMatrix.builder(arm.length).numeric("arm", arm).numeric("age", DATA.input("age"));
    }

    private static DesignMatrix withSite() {
        return design().factor("site", DATA.codes("site"), List.of("a", "b", "c"), 0)
                .build();
    }

    private static void check(String reference, StatisticResult result) {
        REFERENCE.get(reference).check("", result, 1e-10);
    }

    @Test
    void logistic_regression_agrees_with_r() {
        GeneralizedLinearModel logistic = GeneralizedLinearModel.logistic();
        double[] y = DATA.input("y");
        check("logistic", logistic.compute(withSite(), y).orElseThrow());
        check(
                "logistic-robust",
                logistic.with(GeneralizedLinearModel.Errors.ROBUST)
                        .compute(withSite(), y)
                        .orElseThrow());
        check(
                "logistic-clustered",
                logistic.computeClustered(withSite(), y, DATA.codes("id")).orElseThrow());
        check(
                "logistic-weighted",
                logistic.compute(design().build(), y, DATA.input("w"), NONE).orElseThrow());
    }

    @Test
    void count_models_agree_with_r() {
        double[] offset = Arrays.stream(DATA.input("time")).map(Math::log).toArray();
        GeneralizedLinearModel poisson = GeneralizedLinearModel.poisson();
        check(
                "poisson",
                poisson.compute(design().build(), DATA.input("count"), NONE, offset)
                        .orElseThrow());
        check(
                "poisson-robust",
                poisson.with(GeneralizedLinearModel.Errors.ROBUST)
                        .compute(design().build(), DATA.input("count"), NONE, offset)
                        .orElseThrow());
        DesignMatrix arm =
                DesignMatrix.builder(150).numeric("arm", DATA.input("arm")).build();
        NegativeBinomialModel.Result negative = NegativeBinomialModel.withDefaults()
                .compute(arm, DATA.input("over"), NONE)
                .orElseThrow();
        ReferenceFile.Case expected = REFERENCE.get("negative-binomial");
        for (String id : List.of("arm.coefficient", "arm.se", "intercept.coefficient", "intercept.se", "theta")) {
            // glm.nb alternates to about 1e-9.
            expected.check(id, negative.quantity(id).value().orElseThrow(), 1e-7);
        }
    }

    @Test
    void risk_ratio_models_agree_with_r() {
        check(
                "modified-poisson",
                GeneralizedLinearModel.modifiedPoisson()
                        .compute(design().build(), DATA.input("rare"))
                        .orElseThrow());
        // Fisher scoring converges linearly here and R stops when the deviance does.
        REFERENCE
                .get("log-binomial")
                .check(
                        "",
                        GeneralizedLinearModel.logBinomial()
                                .compute(design().build(), DATA.input("rare"))
                                .orElseThrow(),
                        1e-7);
    }

    @Test
    void proportional_odds_agree_with_r() {
        ProportionalOddsModel.Result result = ProportionalOddsModel.withDefaults()
                .compute(design().build(), DATA.codes("grade"))
                .orElseThrow();
        // polr maximises without derivatives of second order: about 1e-5.
        REFERENCE.get("proportional-odds").check("", result, 1e-4);
        REFERENCE.get("proportional-odds").check("log-likelihood", result.logLikelihood(), 1e-11);
    }

    @Test
    void proportional_odds_of_two_categories_are_logistic() {
        double[] y = DATA.input("y");
        ProportionalOddsModel.Result ordinal = ProportionalOddsModel.withDefaults()
                .compute(withSite(), DATA.codes("y"))
                .orElseThrow();
        GeneralizedLinearModel.Result logistic =
                GeneralizedLinearModel.logistic().compute(withSite(), y).orElseThrow();
        for (String id : List.of("arm.estimate", "arm.se", "age.estimate", "site-b.p")) {
            ReferenceFile.assertClose(
                    id,
                    ordinal.quantity(id).value().orElseThrow(),
                    logistic.quantity(id).value().orElseThrow(),
                    1e-10);
        }
    }

    @Test
    void tests_of_terms_agree_with_r() {
        double[] y = DATA.input("y");
        GeneralizedLinearModel logistic = GeneralizedLinearModel.logistic();
        DesignMatrix full = withSite();
        GeneralizedLinearModel.Result fit = logistic.compute(full, y).orElseThrow();
        check(
                "comparison",
                ModelComparison.likelihoodRatio(
                        fit, logistic.compute(full.without("site"), y).orElseThrow()));
        check("wald", ModelComparison.wald(fit, full.terms().get(2)).orElseThrow());
        LinearModel.Result linear =
                LinearModel.withDefaults().compute(full, DATA.input("time")).orElseThrow();
        LinearModel.Result reduced = LinearModel.withDefaults()
                .compute(full.without("site"), DATA.input("time"))
                .orElseThrow();
        check("extra", ModelComparison.extraSumOfSquares(linear, reduced));
        ReferenceFile.assertClose(
                "wald F",
                ModelComparison.wald(linear, full.terms().get(2)).orElseThrow().statistic(),
                ModelComparison.extraSumOfSquares(linear, reduced).statistic(),
                1e-10);
    }

    @Test
    void names_separation_and_other_ends() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] y = {0, 0, 0, 0, 1, 1, 1, 1};
        DesignMatrix one = DesignMatrix.builder(8).numeric("x", x).build();
        NotComputed<?> separated =
                (NotComputed<?>) GeneralizedLinearModel.logistic().compute(one, y);
        assertThat(separated.reason()).isEqualTo(NotComputed.Reason.SEPARATION);
        assertThat(separated.detail()).contains("`x`");
        double[] quasi = {0, 0, 0, 0, 1, 1, 1, 1};
        double[] outcome = {0, 1, 0, 1, 1, 1, 1, 1};
        assertThat(TwoByTwoTest.reason(GeneralizedLinearModel.logistic()
                        .compute(DesignMatrix.builder(8).numeric("q", quasi).build(), outcome)))
                .isEqualTo(NotComputed.Reason.SEPARATION);
        assertThat(TwoByTwoTest.reason(GeneralizedLinearModel.poisson()
                        .compute(DesignMatrix.builder(8).numeric("q", quasi).build(), y)))
                .isEqualTo(NotComputed.Reason.SEPARATION);
        assertThat(TwoByTwoTest.reason(GeneralizedLinearModel.logistic().compute(one, new double[8])))
                .isEqualTo(NotComputed.Reason.NO_EVENTS);
        assertThat(TwoByTwoTest.reason(
                        ProportionalOddsModel.withDefaults().compute(one, new int[] {0, 0, 1, 1, 1, 2, 2, 2})))
                .isEqualTo(NotComputed.Reason.SEPARATION);
        double[] twice = Arrays.stream(x).map(v -> 2 * v).toArray();
        assertThat(TwoByTwoTest.reason(GeneralizedLinearModel.logistic()
                        .compute(
                                DesignMatrix.builder(8)
                                        .numeric("x", x)
                                        .numeric("twice", twice)
                                        .build(),
                                outcome)))
                .isEqualTo(NotComputed.Reason.SINGULAR_DESIGN);
        double[] even = {2, 3, 2, 3, 2, 3, 2, 3};
        assertThat(TwoByTwoTest.reason(NegativeBinomialModel.withDefaults().compute(one, even, NONE)))
                .isEqualTo(NotComputed.Reason.NO_CONVERGENCE);
        assertThatThrownBy(() -> GeneralizedLinearModel.logistic().compute(one, x))
                .hasMessageContaining("outcome[1] = 2.0");
    }

    @Test
    void rare_outcomes_are_not_taken_for_separation() {
        int n = 200_000;
        double[] y = new double[n];
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 2;
        }
        y[0] = 1;
        y[1] = 1;
        y[3] = 1;
        GeneralizedLinearModel.Result rare = GeneralizedLinearModel.logistic()
                .compute(DesignMatrix.builder(n).numeric("x", x).build(), y)
                .orElseThrow();
        ReferenceFile.assertClose(
                "odds ratio", Math.exp(rare.coefficients().get(1).estimate()), 2 * 99_999 / 99_998.0, 1e-9);
    }
}
