package org.countersign.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * The means of a linear model's outcome at each level of a factor, all other columns held at their means: what the
 * groups' means would be, were the groups alike in the covariates (least-squares means with observed proportions). For a
 * factor without interactions.
 */
public final class AdjustedMeans {

    private static final Reference SEARLE_SPEED_MILLIKEN = Reference.of(
            "Searle SR, Speed FM, Milliken GA",
            1980,
            "Population marginal means in the linear model: an alternative to least squares means",
            "The American Statistician 34:216-221",
            "10.1080/00031305.1980.10483031");

    private AdjustedMeans() {}

    /**
     * The adjusted means of a factor or of a numeric 0/1 covariate.
     *
     * @param model with an intercept
     * @param term the factor's term in the model's design
     * @param referenceLevel name of the level whose columns are all 0
     * @throws IllegalArgumentException if the model has no intercept or the term's columns are not the model's
     */
    public static Result of(LinearModel.Result model, DesignMatrix.Term term, String referenceLevel) {
        int p = model.coefficients().size();
        Require.that(model.fit().modelFreedom() == p - 1, "model", "without intercept", "a model with an intercept");
        for (int column : term.columns()) {
            Require.that(
                    column > 0 && column < p, "term column", column, "a column of the model, from 1 to " + (p - 1));
        }
        double[] weights = new double[p];
        List<Double> means = model.solution().columnMeans();
        for (int j = 0; j < p; j++) {
            weights[j] = term.columns().contains(j) ? 0 : means.get(j);
        }
        List<Coefficient> levels = new ArrayList<>();
        levels.add(level(model, referenceLevel, weights));
        for (int column : term.columns()) {
            double[] own = weights.clone();
            own[column] = 1;
            String name = model.coefficients().get(column).name();
            levels.add(level(model, name, own));
        }
        return new Result(term.name(), levels);
    }

    private static Coefficient level(LinearModel.Result model, String name, double[] weights) {
        Sum estimate = new Sum();
        for (int j = 0; j < weights.length; j++) {
            estimate.addProduct(weights[j], model.coefficients().get(j).estimate());
        }
        Coefficient any = model.coefficients().get(0);
        return new Coefficient(
                name,
                DesignMatrix.slugOf(name),
                estimate.value(),
                Math.sqrt(Math.max(0, model.covariance().of(weights))),
                any.degreesOfFreedom(),
                any.level());
    }

    /**
     * Adjusted means.
     *
     * @param term the factor
     * @param levels the reference level first
     */
    public record Result(String term, List<Coefficient> levels) implements StatisticResult {

        public Result {
            levels = List.copyOf(levels);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("adjusted-means", "means adjusted by the linear model", SEARLE_SPEED_MILLIKEN);
        }

        /** For each level {@code <slug>.estimate, .ci.lower, .ci.upper, .se, .statistic, .p}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            levels.forEach(level -> level.addTo(quantities));
            return quantities.list();
        }
    }
}
