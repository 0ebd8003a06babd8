package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.AdjustedMeans;
import org.countersign.stats.Coefficient;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.study.Level;

/** The mean of each level of a group, were the levels alike in the covariates. */
public final class AdjustedMeansMethod implements AnalysisMethod {

    private static final Reference SEARLE_SPEED_MILLIKEN = Reference.of(
            "Searle SR, Speed FM, Milliken GA",
            1980,
            "Population marginal means in the linear model: an alternative to least squares means",
            "The American Statistician 34:216-221",
            "10.1080/00031305.1980.10483031");
    private static final Procedure PLANNED =
            Procedure.of("adjusted-means", "means adjusted by the linear model", SEARLE_SPEED_MILLIKEN);

    @Override
    public String id() {
        return "adjusted_means";
    }

    @Override
    public String label() {
        return "Adjusted means";
    }

    @Override
    public String summary() {
        return "Mean of the outcome at each level of the group by the linear model, all covariates at their means over the"
                + " rows used: the average of what the model predicts, were everybody in that level. Their differences"
                + " are the coefficients of `linear_model`.";
    }

    @Override
    public List<RoleSpec> roles() {
        return LinearFits.roles(
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable at whose levels means are taken"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> own = new ArrayList<>();
        own.add(LinearFits.errors());
        ModelFormula.parameters().stream()
                .filter(p -> !p.name().equals("interactions"))
                .forEach(own::add);
        return MethodFamily.withLevel(own.toArray(ParameterSpec[]::new));
    }

    @Override
    public List<Reference> references() {
        return List.of(SEARLE_SPEED_MILLIKEN);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        CategoryColumn group = (CategoryColumn) input.one("group");
        LinearFits.fit(input).ifPresent(fit -> {
            DesignMatrix.Term term = fit.frame().design().terms().get(0);
            int reference = group.variable().referenceIndex();
            Computation<AdjustedMeans.Result> means = fit.model()
                    .map(model -> AdjustedMeans.of(
                            model, term, group.levels().get(reference).label()));
            long[] counts = counts(group, fit.frame().rows());
            int next = 1;
            for (int i = 0; i < counts.length; i++) {
                boolean isReference = i == reference;
                if (counts[i] > 0 || isReference) {
                    int place = isReference ? 0 : next++;
                    add(results, at(fit.subject(), group.levels().get(i), counts[i]), means, place);
                }
            }
        });
    }

    private static long[] counts(CategoryColumn group, CompleteRows rows) {
        long[] counts = new long[group.levels().size()];
        IntUnaryOperator levels = rows.levels(group);
        for (int i = 0; i < rows.size(); i++) {
            counts[levels.applyAsInt(i)] += (long) rows.weights().applyAsDouble(i);
        }
        return counts;
    }

    private static Results.Subject at(Results.Subject subject, Level level, long n) {
        return new Results.Subject(
                List.of(level.slug()),
                subject.subject() + ", " + level.label(),
                subject.decimals(),
                subject.unit(),
                n,
                subject.missing());
    }

    private static void add(
            Results results, Results.Subject subject, Computation<AdjustedMeans.Result> means, int place) {
        if (means instanceof Computed<AdjustedMeans.Result> computed) {
            Coefficient mean = computed.value().levels().get(place);
            QuantityKind kind = QuantityKind.MEASUREMENT;
            results.add(
                    subject,
                    computed.value().procedure(),
                    List.of(
                            Quantity.of("estimate", "adjusted mean", kind, mean.estimate()),
                            Quantity.of(
                                    "ci.lower",
                                    "lower limit of the confidence interval",
                                    kind,
                                    mean.interval().lower()),
                            Quantity.of(
                                    "ci.upper",
                                    "upper limit of the confidence interval",
                                    kind,
                                    mean.interval().upper()),
                            Quantity.of("se", "standard error", kind, mean.standardError()),
                            Quantity.of("n", "number of observations", QuantityKind.COUNT, (double) subject.n())));
        } else if (means instanceof NotComputed<AdjustedMeans.Result>) {
            results.add(
                    subject,
                    means,
                    PLANNED,
                    Results.Expected.estimate(QuantityKind.MEASUREMENT).subList(0, 3));
        }
    }
}
