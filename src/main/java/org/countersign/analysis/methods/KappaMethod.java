package org.countersign.analysis.methods;

import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.CohenKappa;
import org.countersign.stats.ContingencyTable;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** Agreement of two raters beyond chance. */
public final class KappaMethod implements AnalysisMethod {

    private static final Reference COHEN = Reference.of(
            "Cohen J",
            1960,
            "A coefficient of agreement for nominal scales",
            "Educational and Psychological Measurement 20:37-46",
            "10.1177/001316446002000104");

    @Override
    public String id() {
        return "cohen_kappa";
    }

    @Override
    public String label() {
        return "Cohen's kappa";
    }

    @Override
    public String summary() {
        return "Agreement of two raters beyond chance, with observed agreement; unweighted, or weighted for ordered levels.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("raters", RoleSpec.Arity.SOME, "the two raters' variables, with the same levels"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.choice("weights", "none", "for ordered levels", "none", "linear", "quadratic"),
                ParameterSpec.confidenceLevel(),
                Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(COHEN);
    }

    @Override
    public String defaultDisplay() {
        return "estimate";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        Optional<List<CategoryColumn>> raters = Raters.two(input, id());
        if (raters.isEmpty()) {
            return;
        }
        CategoryColumn first = raters.get().get(0);
        CategoryColumn second = raters.get().get(1);
        int k = first.levels().size();
        long[][] counts = new long[k][k];
        long[] missing = new long[1];
        input.rows().forEach(row -> {
            if (first.isMissing(row) || second.isMissing(row)) {
                missing[0] += input.dataset().count(row);
            } else {
                counts[first.level(row)][second.level(row)] += input.dataset().count(row);
            }
        });
        ContingencyTable table = ContingencyTable.of(counts);
        CohenKappa.Weights weights = Parameters.constant(input, "weights", CohenKappa.Weights.class);
        results.add(
                new Results.Subject(
                        List.of(),
                        first.variable().label() + " and " + second.variable().label(),
                        2,
                        Optional.empty(),
                        table.total(),
                        missing[0]),
                CohenKappa.withDefaults().with(weights).withLevel(input.level()).compute(table),
                Procedure.of("cohen-kappa", "Cohen's kappa", COHEN),
                Results.Expected.estimate(QuantityKind.COEFFICIENT));
    }
}
