package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Characteristics of groups before anything is done to them: Table 1. */
public final class BaselineMethod implements AnalysisMethod {

    private static final Reference STROBE = Reference.of(
            "Vandenbroucke JP, von Elm E, Altman DG, et al",
            2007,
            "Strengthening the Reporting of Observational Studies in Epidemiology (STROBE): explanation and elaboration",
            "PLoS Medicine 4:e297",
            "10.1371/journal.pmed.0040297");

    @Override
    public String id() {
        return "baseline";
    }

    @Override
    public String label() {
        return "Baseline characteristics";
    }

    @Override
    public String summary() {
        return "Each variable by group and overall: mean and SD, or median and quartiles where it is skewed or the groups are"
                + " small; counts and percentages; a test fitting the variable, named with the reason for its choice.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.numericOrCategorical(
                        "outcome", RoleSpec.Arity.EACH, "the characteristics, in the order of the table"),
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable whose levels are the columns"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "tests",
                        "automatic",
                        "`automatic` chooses by variable; `none` for randomised trials, where a difference at baseline is chance"
                                + " by design",
                        "automatic",
                        "none"),
                ParameterSpec.choice(
                        "numeric", "automatic", "how numbers are summarised", "automatic", "mean", "median"),
                ParameterSpec.choice(
                        "quantiles", "7", "type of quantile", "1", "2", "3", "4", "5", "6", "7", "8", "9", "hinges"),
                CrossTabulationMethods.correction(),
                Parameters.seed(),
                ParameterSpec.confidenceLevel(),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(STROBE);
    }

    @Override
    public String defaultDisplay() {
        return "median_iqr";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        CategoryColumn group = (CategoryColumn) input.one("group");
        if (input.one("outcome") instanceof CategoryColumn outcome) {
            new FrequenciesMethod().run(withRole(input, "outcome", outcome), results);
            if (input.text("tests").equals("automatic")) {
                BaselineTests.categorical(input, results, outcome, group);
            }
            return;
        }
        NumberColumn outcome = (NumberColumn) input.one("outcome");
        new DescribeMethod().run(input, results);
        List<Sample> samples = new ArrayList<>();
        for (AnalysisInput.Group g : input.groups(group)) {
            Sample sample = input.sample(outcome, g.rows());
            if (!sample.table().isEmpty()) {
                samples.add(sample);
            }
        }
        BaselineTests.Summary summary = BaselineTests.summary(input.text("numeric"), samples);
        RowSet grouped = input.rows().and(row -> !group.isMissing(row));
        Results.Subject subject = AnalysisInput.subject(
                outcome.variable(),
                List.of(),
                "by " + group.variable().label(),
                outcome.decimals(),
                input.observations(grouped.and(row -> !outcome.isMissing(row))),
                input.observations(grouped.and(outcome::isMissing)));
        results.add(
                subject.at("summary"),
                summary.procedure(),
                List.of(Quantity.of(
                        "parametric",
                        "whether mean and SD summarise it (1) or median and quartiles (0)",
                        QuantityKind.COUNT,
                        summary.isParametric() ? 1 : 0)));
        if (input.text("tests").equals("automatic")) {
            BaselineTests.numeric(input, results, subject, summary, samples);
        }
    }

    private static AnalysisInput withRole(AnalysisInput input, String role, CategoryColumn column) {
        Map<String, List<Column>> roles = new LinkedHashMap<>(input.roles());
        roles.put(role, List.of(column));
        return new AnalysisInput(
                input.dataset(),
                input.rows(),
                roles,
                input.parameters(),
                input.populations(),
                input.diagnostics(),
                input.location());
    }
}
