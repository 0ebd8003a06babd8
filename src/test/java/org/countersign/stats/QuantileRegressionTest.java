package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileRegressionTest {

    private static double loss(double[] x, double[] y, double a, double b, double tau) {
        double loss = 0;
        for (int i = 0; i < x.length; i++) {
            double residual = y[i] - a - b * x[i];
            loss += residual * (residual < 0 ? tau - 1 : tau);
        }
        return loss;
    }

    /** The optimum passes through two observations: all pairs are tried. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.25, 0.5, 0.8})
    void reaches_the_minimum_over_all_lines_through_two_observations(double tau) {
        SplittableRandom random = new SplittableRandom((long) (1000 * tau));
        for (int round = 0; round < 60; round++) {
            int n = 5 + random.nextInt(30);
            boolean tied = round % 2 == 0;
            double[] x =
                    random.doubles(n, 0, 10).map(v -> tied ? Math.rint(v) : v).toArray();
            double[] y =
                    random.doubles(n, 0, 10).map(v -> tied ? Math.rint(v) : v).toArray();
            x[0] = 11;
            double best = Double.POSITIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    if (x[i] != x[j]) {
                        double b = (y[i] - y[j]) / (x[i] - x[j]);
                        best = Math.min(best, loss(x, y, y[i] - b * x[i], b, tau));
                    }
                }
            }
            QuantileRegression.Result fit = QuantileRegression.withDefaults()
                    .with(QuantileRegression.Errors.RANK)
                    .withTau(tau)
                    .compute(DesignMatrix.builder(n).numeric("x", x).build(), y)
                    .orElseThrow();
            assertThat(fit.loss()).isLessThanOrEqualTo(best * (1 + 1e-8) + 1e-8);
        }
    }

    @Test
    void without_covariates_it_is_the_median() {
        double[] y = {3, 1, 9, 4, 7};
        QuantileRegression.Result fit = QuantileRegression.withDefaults()
                .with(QuantileRegression.Errors.IID)
                .compute(DesignMatrix.builder(5).build(), y)
                .orElseThrow();
        assertThat(fit.coefficients().get(0).estimate()).isEqualTo(4);
        assertThat(fit.coefficients().get(0).standardError()).isPositive();
    }

    @Test
    void a_binary_covariate_gives_the_difference_of_medians() {
        double[] x = {0, 0, 0, 0, 0, 1, 1, 1};
        double[] y = {1, 2, 5, 9, 11, 3, 8, 20};
        QuantileRegression.Result fit = QuantileRegression.withDefaults()
                .with(QuantileRegression.Errors.IID)
                .compute(DesignMatrix.builder(8).numeric("x", x).build(), y)
                .orElseThrow();
        ReferenceFile.assertClose("slope", fit.coefficients().get(1).estimate(), 3, 1e-12);
    }

    @Test
    void monte_carlo_approaches_the_exact_test() {
        ContingencyTable table =
                ReferenceFile.read("r-by-c.tsv").get("streptomycin").contingencyTable();
        double exact = FisherExact.withDefaults().compute(table).orElseThrow().p();
        ContingencyTable even = ReferenceFile.read("r-by-c.tsv").get("job").contingencyTable();
        FisherMonteCarlo.Result drawn =
                FisherMonteCarlo.withSeed(1948).compute(even).orElseThrow();
        double reference =
                FisherExact.withDefaults().compute(even).orElseThrow().p();
        assertThat(Math.abs(drawn.p() - reference))
                .isLessThan(4 * drawn.quantity("p.se").value().orElseThrow());
        assertThat(FisherMonteCarlo.withSeed(1948).compute(even).orElseThrow().p())
                .isEqualTo(drawn.p());
        assertThat(FisherMonteCarlo.withSeed(1).compute(table).orElseThrow().p())
                .isLessThan(exact + 0.001);
    }

    @Test
    void adjusted_means_agree_with_r() {
        ReferenceFile file = ReferenceFile.read("linear-model.tsv");
        ReferenceFile.Case data = file.get("data");
        double[] y = data.input("y");
        DesignMatrix design = DesignMatrix.builder(y.length)
                .numeric("arm", data.input("arm"))
                .numeric("age", data.input("age"))
                .factor("site", data.codes("site"), java.util.List.of("a", "b", "c"), 0)
                .numeric("base", data.input("base"))
                .build();
        LinearModel.Result model = LinearModel.withDefaults().compute(design, y).orElseThrow();
        file.get("adjusted").check("", AdjustedMeans.of(model, design.terms().get(2), "a"), 1e-11);
    }
}
