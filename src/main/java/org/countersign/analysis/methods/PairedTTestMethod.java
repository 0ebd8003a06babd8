package org.countersign.analysis.methods;

import java.util.List;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.TTest;

/** Paired t test of two measurements of each row. */
public final class PairedTTestMethod implements AnalysisMethod {

    @Override
    public String id() {
        return "paired_t_test";
    }

    @Override
    public String label() {
        return "Paired t test";
    }

    @Override
    public String summary() {
        return "Mean of the differences, second outcome minus first, with interval and Student's test.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(RoleSpec.numeric("outcome", RoleSpec.Arity.SOME, "the two measurements, the earlier first"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(Parameters.alternative(), ParameterSpec.confidenceLevel(), Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(TTestMethod.STUDENT);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        List<Column> outcomes = input.all("outcome");
        if (outcomes.size() != 2) {
            input.diagnostics()
                    .error(
                            "wrong-type",
                            input.location(),
                            "`outcome` of `paired_t_test` is two variables, found " + outcomes.size(),
                            "outcome: [before, after]");
            return;
        }
        NumberColumn first = (NumberColumn) outcomes.get(0);
        NumberColumn second = (NumberColumn) outcomes.get(1);
        FrequencyTable.Accumulator differences = FrequencyTable.accumulator();
        long[] missing = new long[1];
        input.rows().forEach(row -> {
            long count = input.dataset().count(row);
            if (first.isMissing(row) || second.isMissing(row)) {
                missing[0] += count;
            } else if (count > 0) {
                differences.add(exact(second.value(row) - first.value(row)), count);
            }
        });
        FrequencyTable table = differences.table();
        results.add(
                new Results.Subject(
                        List.of(),
                        second.variable().label() + " minus " + first.variable().label(),
                        Math.max(first.decimals(), second.decimals()),
                        first.variable().unit(),
                        table.size(),
                        missing[0]),
                TTest.withDefaults()
                        .with(Parameters.alternative(input))
                        .withLevel(input.level())
                        .paired(table),
                Procedure.of("t-test-paired", "paired t test", TTestMethod.STUDENT),
                Results.Expected.estimate(QuantityKind.MEASUREMENT));
    }

    /** The decimal that the difference stands for: 1.9 - 0.7 is 1.2. */
    private static double exact(double difference) {
        return org.countersign.numbers.Decimals.of(difference).doubleValue();
    }
}
