package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Restriction;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.Describe;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantileType;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Location, spread and shape of a numeric variable, overall and by group. */
public final class DescribeMethod implements AnalysisMethod {

    private static final Reference REFERENCE = Reference.of(
            "Hyndman RJ, Fan Y",
            1996,
            "Sample quantiles in statistical packages",
            "The American Statistician 50:361-365",
            "10.1080/00031305.1996.10473566");

    @Override
    public String id() {
        return "describe";
    }

    @Override
    public String label() {
        return "Descriptive statistics";
    }

    @Override
    public String summary() {
        return "Count, mean, SD, quantiles, range and shape, overall and by group; quantiles of type 7 (R), SD with divisor n - 1.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.numeric("outcome", RoleSpec.Arity.EACH, "the variables described"),
                RoleSpec.categorical(
                        "group", RoleSpec.Arity.OPTIONAL, "variable whose levels are described one by one"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.confidenceLevel(),
                ParameterSpec.choice(
                        "quantiles",
                        "7",
                        "type of quantile (Hyndman and Fan), or Tukey's hinges",
                        "1",
                        "2",
                        "3",
                        "4",
                        "5",
                        "6",
                        "7",
                        "8",
                        "9",
                        "hinges"),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(REFERENCE);
    }

    @Override
    public String defaultDisplay() {
        return "median_iqr";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        Optional<CategoryColumn> group = input.category("group");
        if (group.isEmpty()) {
            describe(input, results, outcome, input.rows(), List.of(), "", List.of());
            return;
        }
        for (AnalysisInput.Group g : input.groups(group.get())) {
            describe(
                    input,
                    results,
                    outcome,
                    g.rows(),
                    List.of(g.level().slug()),
                    g.level().label(),
                    g.restriction());
        }
        RowSet grouped = input.rows().and(row -> !group.get().isMissing(row));
        describe(
                input,
                results,
                outcome,
                grouped,
                List.of("overall"),
                "overall",
                List.of(Restriction.known(group.get())));
    }

    private static void describe(
            AnalysisInput input,
            Results results,
            NumberColumn outcome,
            RowSet rows,
            List<String> path,
            String suffix,
            List<Restriction> within) {
        Sample sample = input.sample(outcome, rows);
        Results.Subject subject = AnalysisInput.subject(
                        outcome.variable(),
                        path,
                        suffix,
                        outcome.decimals(),
                        sample.table().size(),
                        sample.missing())
                .within(within);
        results.add(
                subject,
                Describe.withDefaults()
                        .with(quantiles(input))
                        .withLevel(input.level())
                        .compute(sample.table()),
                Procedure.of("describe", "descriptive statistics", REFERENCE),
                List.of(
                        new Results.Expected("mean", "mean", QuantityKind.MEASUREMENT),
                        new Results.Expected("sd", "standard deviation", QuantityKind.MEASUREMENT),
                        new Results.Expected("median", "median", QuantityKind.MEASUREMENT),
                        new Results.Expected("q1", "first quartile", QuantityKind.MEASUREMENT),
                        new Results.Expected("q3", "third quartile", QuantityKind.MEASUREMENT),
                        new Results.Expected("min", "minimum", QuantityKind.MEASUREMENT),
                        new Results.Expected("max", "maximum", QuantityKind.MEASUREMENT)));
        if (sample.table().isEmpty()) {
            results.add(
                    subject,
                    Procedures.COUNTING,
                    List.of(org.countersign.stats.Quantity.of("n", "number of observations", QuantityKind.COUNT, 0)));
        }
        results.add(
                subject,
                Procedures.COUNTING,
                List.of(Quantity.of("missing", "number of missing values", QuantityKind.COUNT, sample.missing())));
    }

    static QuantileType quantiles(AnalysisInput input) {
        String type = input.text("quantiles");
        return type.equals("hinges") ? QuantileType.TUKEY_HINGES : QuantileType.valueOf("TYPE_" + type);
    }
}
