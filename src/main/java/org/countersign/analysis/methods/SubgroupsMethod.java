package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Restriction;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.stats.Computation;
import org.countersign.stats.Procedure;
import org.countersign.stats.Reference;
import org.countersign.stats.StatisticResult;
import org.countersign.study.Level;

/** The effect of a group within the levels of other variables, with a test of whether it differs between them. */
public final class SubgroupsMethod implements AnalysisMethod {

    private static final Reference POCOCK = Reference.of(
            "Pocock SJ, Assmann SE, Enos LE, Kasten LE",
            2002,
            "Subgroup analysis, covariate adjustment and baseline comparisons in clinical trial reporting: current"
                    + " practice and problems",
            "Statistics in Medicine 21:2917-2930",
            "10.1002/sim.1296");

    @Override
    public String id() {
        return "subgroups";
    }

    @Override
    public String label() {
        return "Subgroup analysis";
    }

    @Override
    public String summary() {
        return "The group's effect in all rows (`overall`), then in the rows of each level of each subgroup variable"
                + " (`<variable>.<level>`), each by a regression of those rows alone; and a test of the interaction of group"
                + " and variable in a regression of all rows (`<variable>.interaction_test.p`): F for a linear model,"
                + " likelihood ratio otherwise, Wald's for modified Poisson. For a forest plot.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.numericOrCategorical("outcome", RoleSpec.Arity.EACH, "what is modelled"),
                RoleSpec.numeric(
                        "time",
                        RoleSpec.Arity.OPTIONAL,
                        "follow-up time of `model: cox`; time at risk of `poisson` and `negative-binomial`"),
                RoleSpec.categorical("group", RoleSpec.Arity.ONE, "variable of two levels that are compared"),
                RoleSpec.categorical(
                        "subgroups",
                        RoleSpec.Arity.SOME,
                        "variables within whose levels the group's effect is estimated"),
                RoleSpec.numericOrCategorical("covariates", RoleSpec.Arity.ANY, "variables adjusted for"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return MethodFamily.withLevel(
                ParameterSpec.choice("model", "linear", "the regression", RegressionKind.ids()), Parameters.event());
    }

    @Override
    public List<Reference> references() {
        return List.of(POCOCK);
    }

    @Override
    public String defaultDisplay() {
        return "estimate_ci_p";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        RegressionKind kind = RegressionKind.of(input.text("model"));
        CategoryColumn group = (CategoryColumn) input.one("group");
        Optional<AnalysisInput.TwoGroups> compared = input.twoGroups(group);
        Optional<Response> response = kind.response(input);
        boolean distinct = RoleOverlap.isAbsent(input, "outcome", "time", "group", "covariates")
                && RoleOverlap.isAbsent(input, "outcome", "time", "subgroups");
        if (compared.isEmpty() || response.isEmpty() || !distinct || overlap(input, group)) {
            return;
        }
        Subgroups subgroups = new Subgroups(input, results, kind, response.get(), group, compared.get());
        subgroups.effect(
                input.rows(),
                ModelFormula.variables(input),
                List.of("overall"),
                input.one("outcome").variable().label() + ", " + compared.get().label(),
                List.of());
        for (Column column : input.all("subgroups")) {
            subgroups.within((CategoryColumn) column);
        }
    }

    private static boolean overlap(AnalysisInput input, CategoryColumn group) {
        boolean overlaps = input.all("subgroups").contains(group)
                || input.all("covariates").contains(group);
        if (overlaps) {
            input.diagnostics()
                    .error(
                            "wrong-parameter",
                            input.location(),
                            "`" + group.variable().name() + "` is the group; it cannot be a subgroup or covariate too",
                            "name other variables");
        }
        return overlaps;
    }

    /** The estimates of one outcome. */
    private record Subgroups(
            AnalysisInput input,
            Results results,
            RegressionKind kind,
            Response response,
            CategoryColumn group,
            AnalysisInput.TwoGroups compared) {

        Subgroups {
            requireNonNull(input);
        }

        void within(CategoryColumn by) {
            String variable = Level.slug(by.variable().name());
            List<Column> variables = new ArrayList<>(ModelFormula.variables(input));
            variables.remove(by);
            for (AnalysisInput.Group level : input.groups(by)) {
                effect(
                        level.rows(),
                        variables,
                        List.of(variable, level.level().slug()),
                        by.variable().label() + ": " + level.level().label(),
                        level.restriction());
            }
            interaction(by, variables, variable);
        }

        private void effect(
                RowSet some, List<Column> variables, List<String> path, String label, List<Restriction> within) {
            CompleteRows rows = CompleteRows.of(input, some, needed(variables), kind.counting());
            frame(rows, variables, List.of()).ifPresent(frame -> {
                Computation<? extends StatisticResult> fit = kind.fit(rows, frame.design(), response, input.level());
                RegressionResults.addOne(
                        results,
                        subject(path, label, rows).within(within),
                        kind.named(frame),
                        frame.design().slugs().get(1),
                        fit,
                        planned(),
                        kind.kind());
            });
        }

        private void interaction(CategoryColumn by, List<Column> others, String variable) {
            List<Column> variables = new ArrayList<>(others);
            variables.add(by);
            CompleteRows rows = CompleteRows.of(input, needed(variables), kind.counting());
            ModelFormula.Interaction product = new ModelFormula.Interaction(
                    group.variable().name(), by.variable().name());
            frame(rows, variables, List.of(product))
                    .ifPresent(frame -> results.add(
                            subject(
                                    List.of(variable, "interaction_test"),
                                    group.variable().label() + " × "
                                            + by.variable().label(),
                                    rows),
                            kind.compare(
                                    rows,
                                    frame.design(),
                                    List.of(product.term()),
                                    product.term(),
                                    response,
                                    kind.usualTest()),
                            planned(),
                            Results.Expected.pValue()));
        }

        private List<Column> needed(List<Column> variables) {
            List<Column> needed = new ArrayList<>(variables);
            needed.addAll(response.columns());
            return needed;
        }

        private Optional<RegressionFrame> frame(
                CompleteRows rows, List<Column> variables, List<ModelFormula.Interaction> interactions) {
            return RegressionFrame.of(
                    input,
                    rows,
                    new ModelFormula(
                            variables.stream()
                                    .map(v -> new ModelFormula.Term(v, new ModelFormula.Plain()))
                                    .toList(),
                            interactions));
        }

        private Results.Subject subject(List<String> path, String label, CompleteRows rows) {
            Column outcome = input.one("outcome");
            return new Results.Subject(
                    path,
                    label,
                    outcome instanceof NumberColumn number ? number.decimals() : 2,
                    outcome.variable().unit(),
                    rows.observations(),
                    rows.missing());
        }

        private Procedure planned() {
            return Procedure.of(
                    "subgroups", "regression by subgroup, " + kind.id().toLowerCase(Locale.ROOT), POCOCK);
        }
    }
}
