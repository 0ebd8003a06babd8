package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;

/**
 * Tests of one term of a regression, such as an interaction: by comparing two nested models (likelihood-ratio
 * chi-square; the extra sum of squares' F for linear models), or by Wald's statistic b' V^-1 b of the term's
 * coefficients.
 */
public final class ModelComparison {

    private static final Reference WILKS = Reference.of(
            "Wilks SS",
            1938,
            "The large-sample distribution of the likelihood ratio for testing composite hypotheses",
            "The Annals of Mathematical Statistics 9:60-62",
            "10.1214/aoms/1177732360");
    private static final Reference WALD = Reference.of(
            "Wald A",
            1943,
            "Tests of statistical hypotheses concerning several parameters when the number of observations is large",
            "Transactions of the American Mathematical Society 54:426-482",
            "10.2307/1990256");

    /** A pivot of a correlation matrix that is rounding alone. */
    private static final double SINGULAR = 1e-13;

    private ModelComparison() {}

    /**
     * The likelihood-ratio test of two nested models of the same observations.
     *
     * @throws IllegalArgumentException if the models differ in family or n, or the full has no more coefficients
     */
    public static Result likelihoodRatio(GeneralizedLinearModel.Result full, GeneralizedLinearModel.Result reduced) {
        int df = full.coefficients().size() - reduced.coefficients().size();
        Require.atLeast("difference of the numbers of coefficients", df, 1);
        Require.that(full.n() == reduced.n(), "n of the reduced model", reduced.n(), "that of the full, " + full.n());
        Require.that(
                full.options().family() == reduced.options().family(),
                "family of the reduced model",
                reduced.options().family(),
                "that of the full, " + full.options().family());
        return likelihoodRatio(full.logLikelihood(), reduced.logLikelihood(), df);
    }

    /**
     * The likelihood-ratio test of two nested linear models of the same observations, n log(RSS0/RSS1) against
     * chi-square; for small samples the F test is exact and this is not.
     *
     * @throws IllegalArgumentException if the models differ in n, the full has no more coefficients, or fits perfectly
     */
    public static Result likelihoodRatio(LinearModel.Result full, LinearModel.Result reduced) {
        Require.that(
                full.fit().n() == reduced.fit().n(),
                "n of the reduced model",
                reduced.fit().n(),
                "that of the full, " + full.fit().n());
        Require.positive("residual squares of the full model", full.fit().residualSquares());
        double n = full.fit().n();
        return likelihoodRatio(
                -n / 2 * Math.log(full.fit().residualSquares()),
                -n / 2 * Math.log(reduced.fit().residualSquares()),
                full.coefficients().size() - reduced.coefficients().size());
    }

    /**
     * The likelihood-ratio test of any two nested models of the same observations, by their maximised log-likelihoods.
     *
     * @param df number of coefficients that the full model has more
     * @throws IllegalArgumentException if {@code df} is below 1 or a log-likelihood is not finite
     */
    public static Result likelihoodRatio(double full, double reduced, int df) {
        Require.finite("log-likelihood of the full model", full);
        Require.finite("log-likelihood of the reduced model", reduced);
        Require.atLeast("difference of the numbers of coefficients", df, 1);
        double statistic = Math.max(0, 2 * (full - reduced));
        return new Result(
                "likelihood-ratio",
                "likelihood-ratio test",
                WILKS,
                statistic,
                df,
                OptionalDouble.empty(),
                Tails.chiSquareUpper(statistic, df));
    }

    /**
     * The F test of two nested linear models of the same observations.
     *
     * @throws IllegalArgumentException if the models differ in n, or the full has no more coefficients
     */
    public static Result extraSumOfSquares(LinearModel.Result full, LinearModel.Result reduced) {
        int df = full.coefficients().size() - reduced.coefficients().size();
        Require.atLeast("difference of the numbers of coefficients", df, 1);
        LinearModel.Fit fit = full.fit();
        Require.that(
                fit.n() == reduced.fit().n(),
                "n of the reduced model",
                reduced.fit().n(),
                "that of the full, " + fit.n());
        double f = Math.max(0, reduced.fit().residualSquares() - fit.residualSquares())
                / df
                / (fit.residualSquares() / fit.residualFreedom());
        return new Result(
                "extra-sum-of-squares",
                "F test of the extra sum of squares",
                WILKS,
                f,
                df,
                OptionalDouble.of(fit.residualFreedom()),
                Tails.fUpper(f, df, fit.residualFreedom()));
    }

    /** Wald's test of a term of a linear model, an F with the model's standard errors. */
    public static Computation<Result> wald(LinearModel.Result model, DesignMatrix.Term term) {
        double df = model.coefficients().get(0).degreesOfFreedom();
        return wald(model.coefficients(), model.covariance(), term).map(chi -> {
            double f = chi / term.columns().size();
            return new Result(
                    "wald-f",
                    "Wald F test of " + term.name(),
                    WALD,
                    f,
                    term.columns().size(),
                    OptionalDouble.of(df),
                    Tails.fUpper(f, term.columns().size(), df));
        });
    }

    /** Wald's test of a term of a generalized linear model, a chi-square with the model's standard errors. */
    public static Computation<Result> wald(GeneralizedLinearModel.Result model, DesignMatrix.Term term) {
        return waldChiSquare(model.coefficients(), model.covariance(), term);
    }

    /**
     * Wald's test of a term of a proportional-hazards model, a chi-square with the model's standard errors.
     *
     * @param term whose columns are the model's coefficients; it has no intercept
     */
    public static Computation<Result> wald(CoxModel.Result model, DesignMatrix.Term term) {
        return waldChiSquare(model.coefficients(), model.covariance(), term);
    }

    static Computation<Result> waldChiSquare(
            List<Coefficient> coefficients, Covariance covariance, DesignMatrix.Term term) {
        return wald(coefficients, covariance, term)
                .map(chi -> new Result(
                        "wald-chi-square",
                        "Wald chi-square test of " + term.name(),
                        WALD,
                        chi,
                        term.columns().size(),
                        OptionalDouble.empty(),
                        Tails.chiSquareUpper(chi, term.columns().size())));
    }

    private static Computation<Double> wald(
            List<Coefficient> coefficients, Covariance covariance, DesignMatrix.Term term) {
        int k = term.columns().size();
        if (k > coefficients.get(0).degreesOfFreedom()) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    "`" + term.name() + "` has " + k + " coefficients, more than there are clusters less one",
                    "use fewer levels, or standard errors that are not clustered");
        }
        RealVector b = new ArrayRealVector(k);
        Array2DRowRealMatrix correlation = new Array2DRowRealMatrix(k, k);
        for (int i = 0; i < k; i++) {
            int row = term.columns().get(i);
            double error = Math.sqrt(Math.max(0, covariance.get(row, row)));
            if (error == 0) {
                return Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA,
                        "the standard error of " + coefficients.get(row).name() + " is 0: the model fits perfectly",
                        "report the coefficients without a test");
            }
            b.setEntry(i, coefficients.get(row).estimate() / error);
            for (int j = 0; j < k; j++) {
                int column = term.columns().get(j);
                correlation.setEntry(
                        i, j, covariance.get(row, column) / error / Math.sqrt(covariance.get(column, column)));
            }
        }
        LUDecomposition decomposition = new LUDecomposition(correlation, SINGULAR);
        double statistic = decomposition.getSolver().isNonSingular()
                ? b.dotProduct(decomposition.getSolver().solve(b))
                : Double.NaN;
        if (!(statistic >= 0) || Double.isInfinite(statistic)) {
            return Computation.notComputed(
                    NotComputed.Reason.SINGULAR_DESIGN,
                    "the covariance of the coefficients of `" + term.name() + "` is singular",
                    "use fewer levels, or standard errors that are not clustered");
        }
        return Computation.of(statistic);
    }

    /**
     * A test of several coefficients at once.
     *
     * @param id of the procedure
     * @param label of the procedure
     * @param reference of the procedure
     * @param statistic chi-square or F
     * @param degreesOfFreedom number of coefficients tested
     * @param denominatorFreedom of F
     * @param p upper tail
     */
    public record Result(
            String id,
            String label,
            Reference reference,
            double statistic,
            double degreesOfFreedom,
            OptionalDouble denominatorFreedom,
            double p)
            implements StatisticResult {

        public Result {
            requireNonNull(id);
            requireNonNull(label);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(id, label, reference);
        }

        /** Ids {@code statistic, df, p}, of an F also {@code df2}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities()
                    .statistic(denominatorFreedom.isPresent() ? "F" : "chi-square", statistic)
                    .degreesOfFreedom(degreesOfFreedom);
            denominatorFreedom.ifPresent(
                    df -> quantities.add("df2", "denominator degrees of freedom", QuantityKind.DEGREES_OF_FREEDOM, df));
            return quantities.p(p).list();
        }
    }
}
