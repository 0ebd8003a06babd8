package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.FriedmanTest;
import org.countersign.stats.PairwiseComparisons;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.study.Level;
import org.countersign.study.VariableType;

/** Several measurements of each row: Friedman's test, and all pairs of them. */
public final class FriedmanMethod implements AnalysisMethod {

    private static final Reference FRIEDMAN = Reference.of(
            "Friedman M",
            1937,
            "The use of ranks to avoid the assumption of normality implicit in the analysis of variance",
            "Journal of the American Statistical Association 32:675-701",
            "10.1080/01621459.1937.10503522");

    @Override
    public String id() {
        return "friedman";
    }

    @Override
    public String label() {
        return "Friedman's test";
    }

    @Override
    public String summary() {
        return "Rank test of several measurements of each row, corrected for ties, with Kendall's W; then each pair of"
                + " measurements, the later minus the earlier, by Wilcoxon's signed-rank test with Holm's adjustment. Rows"
                + " that lack a measurement are left out of all of it.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(new RoleSpec(
                "outcome",
                RoleSpec.Arity.SOME,
                List.of(VariableType.INTEGER, VariableType.NUMBER, VariableType.ORDINAL),
                "the measurements, the earliest first; levels of an ordinal variable count from 0"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice(
                        "follow_up", "signed-rank", "test of each pair", "signed-rank", "paired-t", "none"),
                Parameters.adjustment("holm"),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(FRIEDMAN);
    }

    @Override
    public String defaultDisplay() {
        return "p_statement";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        List<Column> outcomes = input.all("outcome");
        if (outcomes.size() < 2) {
            input.diagnostics()
                    .error(
                            "wrong-type",
                            input.location(),
                            "`outcome` of `friedman` is two variables or more, found " + outcomes.size(),
                            "outcome: [before, during, after]");
            return;
        }
        Optional<CompleteCases> cases = CompleteCases.of(input, outcomes);
        if (cases.isEmpty()) {
            return;
        }
        int decimals = outcomes.stream()
                .mapToInt(c -> c instanceof NumberColumn number ? number.decimals() : 0)
                .max()
                .orElse(0);
        Results.Subject subject = new Results.Subject(
                List.of(),
                Subjects.list(outcomes),
                decimals,
                outcomes.get(0).variable().unit(),
                cases.get().n(),
                cases.get().missing());
        results.add(
                subject,
                FriedmanTest.withDefaults().compute(cases.get().values()),
                Procedure.of("friedman", "Friedman's test", FRIEDMAN),
                List.of(
                        new Results.Expected("statistic", "Q", QuantityKind.STATISTIC),
                        new Results.Expected("p", "P-value", QuantityKind.P_VALUE)));
        if (!input.text("follow_up").equals("none")) {
            List<String> names =
                    outcomes.stream().map(c -> Level.slug(c.variable().name())).toList();
            results.add(
                    subject,
                    PairwiseComparisons.withDefaults()
                            .with(Parameters.constant(input, "follow_up", PairwiseComparisons.Test.class))
                            .with(Parameters.adjustment(input))
                            .computeRelated(names, cases.get().values(), Math.min(15, decimals)),
                    Procedure.of("pairwise", "pairwise comparisons", FRIEDMAN),
                    PairwiseKeys.of(names, QuantityKind.MEASUREMENT));
        }
    }
}
