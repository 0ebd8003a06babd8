package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.BreslowDay;
import org.countersign.stats.Computation;
import org.countersign.stats.MantelHaenszel;
import org.countersign.stats.OddsRatio;
import org.countersign.stats.Procedure;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;
import org.countersign.stats.RiskDifference;
import org.countersign.stats.RiskRatio;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TwoByTwoTable;

/** Two groups and a binary outcome within strata: the pooled effect, each stratum's own, and whether they differ. */
public final class StratifiedMethod implements AnalysisMethod {

    private static final Reference MANTEL_HAENSZEL = Reference.of(
            "Mantel N, Haenszel W",
            1959,
            "Statistical aspects of the analysis of data from retrospective studies of disease",
            "Journal of the National Cancer Institute 22:719-748",
            "10.1093/jnci/22.4.719");
    private static final Reference TARONE = Reference.of(
            "Tarone RE",
            1985,
            "On heterogeneity tests based on efficient scores",
            "Biometrika 72:91-95",
            "10.1093/biomet/72.1.91");

    @Override
    public String id() {
        return "mantel_haenszel";
    }

    @Override
    public String label() {
        return "Mantel-Haenszel stratified comparison";
    }

    @Override
    public String summary() {
        return "Odds ratio (default), risk ratio or risk difference of two groups pooled over strata, with the"
                + " Cochran-Mantel-Haenszel test, corrected for continuity as in R; each stratum's own effect under its"
                + " name; under `homogeneity` the Breslow-Day test of equal odds ratios with Tarone's correction.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("outcome", RoleSpec.Arity.EACH, "what may happen"),
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable with the two groups"),
                RoleSpec.categorical("strata", RoleSpec.Arity.ONE, "variable within whose levels they are compared"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return MethodFamily.withLevel(
                Parameters.event(),
                ParameterSpec.choice(
                        "measure", "odds-ratio", "what is pooled", "odds-ratio", "risk-ratio", "risk-difference"),
                ParameterSpec.choice("correction", "half", "continuity correction of the test", "half", "none"),
                ParameterSpec.choice("homogeneity", "tarone", "correction of the Breslow-Day test", "tarone", "none"));
    }

    @Override
    public List<Reference> references() {
        return List.of(MANTEL_HAENSZEL, TARONE);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        if (!RoleOverlap.isAbsent(input, "outcome", "group", "strata")) {
            return;
        }
        CategoryColumn outcome = (CategoryColumn) input.one("outcome");
        CategoryColumn strata = (CategoryColumn) input.one("strata");
        Optional<boolean[]> which = Parameters.events(input, outcome);
        Optional<AnalysisInput.TwoGroups> groups = input.twoGroups((CategoryColumn) input.one("group"));
        if (which.isEmpty() || groups.isEmpty()) {
            return;
        }
        String label = outcome.variable().label() + ": " + Parameters.eventLabel(outcome, which.get()) + ", "
                + groups.get().label();
        MantelHaenszel.Measure measure = Parameters.constant(input, "measure", MantelHaenszel.Measure.class);
        QuantityKind kind = measure == MantelHaenszel.Measure.RISK_DIFFERENCE
                ? QuantityKind.PROPORTION_DIFFERENCE
                : QuantityKind.RATIO;
        List<Stratum> all = strata(input, outcome, which.get(), groups.get(), strata);
        List<TwoByTwoTable> tables = all.stream().map(Stratum::table).toList();
        long n = tables.stream().mapToLong(TwoByTwoTable::total).sum();
        Results.Subject pooled = new Results.Subject(
                List.of(),
                label + ", stratified by " + strata.variable().label(),
                0,
                Optional.empty(),
                n,
                input.observations(input.rows()) - n);
        results.add(
                pooled,
                MantelHaenszel.withDefaults()
                        .with(measure)
                        .with(Parameters.constant(input, "correction", MantelHaenszel.Correction.class))
                        .withLevel(input.level())
                        .compute(tables),
                Procedure.of("mantel-haenszel", "Mantel-Haenszel estimate", MANTEL_HAENSZEL),
                Results.Expected.estimate(kind));
        results.add(
                pooled.at("homogeneity"),
                BreslowDay.withDefaults()
                        .with(Parameters.constant(input, "homogeneity", BreslowDay.Correction.class))
                        .compute(tables),
                Procedure.of("breslow-day", "Breslow-Day test of homogeneity", TARONE),
                Results.Expected.pValue());
        for (Stratum stratum : all) {
            results.add(
                    stratum.subject(label),
                    effect(measure, stratum.table(), input.level()),
                    Procedure.of("stratum-effect", "effect within the stratum"),
                    Results.Expected.estimate(kind));
        }
    }

    /** One level of the stratifying variable. */
    private record Stratum(AnalysisInput.Group rows, TwoByTwoTable table, long missing) {

        Results.Subject subject(String comparison) {
            return new Results.Subject(
                    List.of(rows.level().slug()),
                    comparison + ", " + rows.level().label(),
                    0,
                    Optional.empty(),
                    table.total(),
                    missing,
                    rows.restriction());
        }
    }

    private static List<Stratum> strata(
            AnalysisInput input,
            CategoryColumn outcome,
            boolean[] which,
            AnalysisInput.TwoGroups groups,
            CategoryColumn strata) {
        List<Stratum> all = new ArrayList<>();
        for (AnalysisInput.Group stratum : input.groups(strata)) {
            Events first =
                    Events.count(input, outcome, which, groups.first().rows().and(stratum.rows()::contains));
            Events reference = Events.count(
                    input, outcome, which, groups.reference().rows().and(stratum.rows()::contains));
            long n = first.total() + reference.total();
            if (n > 0) {
                all.add(new Stratum(
                        stratum,
                        TwoByTwoTable.ofGroups(first.events(), first.total(), reference.events(), reference.total()),
                        input.observations(stratum.rows()) - n));
            }
        }
        return all;
    }

    private static Computation<? extends StatisticResult> effect(
            MantelHaenszel.Measure measure, TwoByTwoTable table, double level) {
        return switch (measure) {
            case ODDS_RATIO ->
                OddsRatio.withDefaults()
                        .with(OddsRatio.Method.WOOLF)
                        .withLevel(level)
                        .compute(table);
            case RISK_RATIO -> RiskRatio.withDefaults().withLevel(level).compute(table);
            case RISK_DIFFERENCE ->
                RiskDifference.withDefaults().withLevel(level).compute(table);
        };
    }
}
