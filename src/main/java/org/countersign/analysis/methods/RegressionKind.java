package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.stats.Computation;
import org.countersign.stats.CoxModel;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.GeneralizedLinearModel;
import org.countersign.stats.LinearModel;
import org.countersign.stats.ModelComparison;
import org.countersign.stats.NegativeBinomialModel;
import org.countersign.stats.NotComputed;
import org.countersign.stats.ProportionalOddsModel;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.StatisticResult;

/** The regressions that a method can take by name, each in its default variant. */
enum RegressionKind {
    LINEAR(QuantityKind.MEASUREMENT, ModelTest.F),
    LOGISTIC(QuantityKind.RATIO, ModelTest.LIKELIHOOD_RATIO),
    LOG_BINOMIAL(QuantityKind.RATIO, ModelTest.LIKELIHOOD_RATIO),
    MODIFIED_POISSON(QuantityKind.RATIO, ModelTest.WALD),
    POISSON(QuantityKind.RATIO, ModelTest.LIKELIHOOD_RATIO),
    NEGATIVE_BINOMIAL(QuantityKind.RATIO, ModelTest.LIKELIHOOD_RATIO),
    PROPORTIONAL_ODDS(QuantityKind.RATIO, ModelTest.LIKELIHOOD_RATIO),
    COX(QuantityKind.RATIO, ModelTest.LIKELIHOOD_RATIO);

    /** How nested models are compared. */
    enum ModelTest {
        F,
        LIKELIHOOD_RATIO,
        WALD;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static ModelTest of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    private final QuantityKind kind;
    private final ModelTest usual;

    RegressionKind(QuantityKind kind, ModelTest usual) {
        this.kind = kind;
        this.usual = usual;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RegressionKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String[] ids() {
        return Arrays.stream(values()).map(RegressionKind::id).toArray(String[]::new);
    }

    /** Of the coefficients' estimates. */
    QuantityKind kind() {
        return kind;
    }

    /** The test that is usual for this kind. */
    ModelTest usualTest() {
        return usual;
    }

    /** Whether two fits can be compared by a test. */
    boolean offers(ModelTest test) {
        return switch (this) {
            case LINEAR -> true;
            case LOGISTIC, LOG_BINOMIAL, POISSON, COX -> test != ModelTest.F;
            case MODIFIED_POISSON -> test == ModelTest.WALD;
            case NEGATIVE_BINOMIAL, PROPORTIONAL_ODDS -> test == ModelTest.LIKELIHOOD_RATIO;
        };
    }

    /** What is modelled; empty, with a diagnostic, if the outcome is of the wrong type or out of range. */
    Optional<Response> response(AnalysisInput input) {
        boolean timed = this == COX || this == POISSON || this == NEGATIVE_BINOMIAL;
        if (!timed && input.optional("time").isPresent()) {
            input.diagnostics()
                    .error(
                            "unknown-role",
                            input.location(),
                            "the model `" + id() + "` has no use for `time`",
                            "leave it out, or name another `model`");
            return Optional.empty();
        }
        return switch (this) {
            case LINEAR -> Response.measured(input);
            case LOGISTIC, LOG_BINOMIAL, MODIFIED_POISSON -> Response.event(input);
            case POISSON, NEGATIVE_BINOMIAL -> Response.counted(input);
            case PROPORTIONAL_ODDS -> Response.ordered(input);
            case COX -> Response.survival(input);
        };
    }

    /** Whether the procedure takes weights, or rows have to be repeated. */
    CompleteRows.Counting counting() {
        return switch (this) {
            case LINEAR, LOGISTIC, LOG_BINOMIAL, MODIFIED_POISSON, POISSON -> CompleteRows.Counting.WEIGHTED;
            case NEGATIVE_BINOMIAL, PROPORTIONAL_ODDS, COX -> CompleteRows.Counting.REPEATED;
        };
    }

    /** The names of the coefficients that this kind has: not all have an intercept. */
    RegressionFrame named(RegressionFrame frame) {
        return this == COX || this == PROPORTIONAL_ODDS ? frame.withoutIntercept() : frame;
    }

    /** Fits a design over complete rows. */
    Computation<? extends StatisticResult> fit(
            CompleteRows rows, DesignMatrix design, Response response, double level) {
        return switch (this) {
            case LINEAR ->
                LinearModel.withDefaults()
                        .withLevel(level)
                        .compute(design, rows.numbers(((Response.Measured) response).column()), rows.weights());
            case LOGISTIC -> binary(GeneralizedLinearModel.logistic(), rows, design, response, level);
            case LOG_BINOMIAL -> binary(GeneralizedLinearModel.logBinomial(), rows, design, response, level);
            case MODIFIED_POISSON -> binary(GeneralizedLinearModel.modifiedPoisson(), rows, design, response, level);
            case POISSON -> {
                Response.Counted counted = (Response.Counted) response;
                yield GeneralizedLinearModel.poisson()
                        .withLevel(level)
                        .compute(design, counted.values(rows), rows.weightArray(), counted.offset(rows));
            }
            case NEGATIVE_BINOMIAL -> {
                Response.Counted counted = (Response.Counted) response;
                yield NegativeBinomialModel.withDefaults()
                        .withLevel(level)
                        .compute(design, counted.values(rows), counted.offset(rows));
            }
            case PROPORTIONAL_ODDS ->
                ProportionalOddsModel.withDefaults()
                        .withLevel(level)
                        .compute(design, ((Response.Ordered) response).values(rows));
            case COX -> {
                Response.Survival survival = (Response.Survival) response;
                yield CoxModel.withDefaults()
                        .withLevel(level)
                        .compute(design, survival.times(rows), survival.events(rows));
            }
        };
    }

    private static Computation<GeneralizedLinearModel.Result> binary(
            GeneralizedLinearModel model, CompleteRows rows, DesignMatrix design, Response response, double level) {
        return model.withLevel(level)
                .compute(design, ((Response.Event) response).values(rows), rows.weightArray(), new double[0]);
    }

    /**
     * Tests terms of a design: a fit with them against one without, or by their coefficients alone.
     *
     * @param tested names of the design's terms
     * @param label of the tested terms, for a reader
     */
    Computation<ModelComparison.Result> compare(
            CompleteRows rows,
            DesignMatrix design,
            List<String> tested,
            String label,
            Response response,
            ModelTest test) {
        Computation<? extends StatisticResult> full = fit(rows, design, response, 0.95);
        if (test == ModelTest.WALD) {
            DesignMatrix.Term joined = new DesignMatrix.Term(
                    label,
                    design.terms().stream()
                            .filter(term -> tested.contains(term.name()))
                            .flatMap(term -> term.columns().stream())
                            .toList());
            return full.flatMap(fit -> wald(fit, joined));
        }
        DesignMatrix without = design;
        for (String term : tested) {
            without = without.without(term);
        }
        if (this == COX && without.columns() == 1) {
            return full.flatMap(fit -> {
                CoxModel.Result cox = (CoxModel.Result) fit;
                return Computation.of(ModelComparison.likelihoodRatio(
                        cox.logLikelihood(),
                        cox.nullLogLikelihood(),
                        cox.coefficients().size()));
            });
        }
        Computation<? extends StatisticResult> reduced = fit(rows, without, response, 0.95);
        int df = design.columns() - without.columns();
        return full.flatMap(f -> reduced.flatMap(r -> compare(f, r, df, test)));
    }

    private static Computation<ModelComparison.Result> compare(
            StatisticResult full, StatisticResult reduced, int df, ModelTest test) {
        if (full instanceof LinearModel.Result linear) {
            LinearModel.Result smaller = (LinearModel.Result) reduced;
            if (linear.fit().residualSquares() == 0 || smaller.fit().residualSquares() == 0) {
                return Computation.notComputed(
                        NotComputed.Reason.CONSTANT_DATA,
                        "the larger model fits perfectly",
                        "report the coefficients without a test");
            }
            return Computation.of(
                    test == ModelTest.F
                            ? ModelComparison.extraSumOfSquares(linear, smaller)
                            : ModelComparison.likelihoodRatio(linear, smaller));
        }
        return Computation.of(ModelComparison.likelihoodRatio(logLikelihood(full), logLikelihood(reduced), df));
    }

    private static double logLikelihood(StatisticResult result) {
        if (result instanceof GeneralizedLinearModel.Result model) {
            return model.logLikelihood();
        }
        if (result instanceof NegativeBinomialModel.Result model) {
            return model.logLikelihood();
        }
        if (result instanceof ProportionalOddsModel.Result model) {
            return model.logLikelihood();
        }
        return ((CoxModel.Result) result).logLikelihood();
    }

    private static Computation<ModelComparison.Result> wald(StatisticResult fit, DesignMatrix.Term term) {
        requireNonNull(term);
        if (fit instanceof LinearModel.Result model) {
            return ModelComparison.wald(model, term);
        }
        if (fit instanceof GeneralizedLinearModel.Result model) {
            return ModelComparison.wald(model, term);
        }
        return ModelComparison.wald(
                (CoxModel.Result) fit,
                new DesignMatrix.Term(
                        term.name(), term.columns().stream().map(j -> j - 1).toList()));
    }
}
