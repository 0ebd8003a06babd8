package org.countersign.analysis.methods;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Suggestions;
import org.countersign.stats.Alternative;
import org.countersign.stats.Bootstrap;
import org.countersign.stats.PAdjustment;
import org.countersign.study.Level;
import org.countersign.study.VariableType;

/** Parameters that several methods have. */
final class Parameters {

    private Parameters() {}

    static ParameterSpec decimals() {
        return ParameterSpec.whole("decimals", "", "decimals displayed; by the style's rules if absent")
                .within(0, 15);
    }

    /** The role of a variable that names the cluster of a row. */
    static RoleSpec cluster(RoleSpec.Arity arity, String doc) {
        return new RoleSpec(
                "cluster",
                arity,
                List.of(
                        VariableType.ID,
                        VariableType.CATEGORY,
                        VariableType.ORDINAL,
                        VariableType.INTEGER,
                        VariableType.TEXT),
                doc);
    }

    /**
     * Whether a method's {@code errors} and its {@code cluster} go together: the one that allows for clusters needs the
     * variable, and the others have no use for it. Adds a diagnostic if not.
     *
     * @param clustered the value of {@code errors} that allows for clusters
     */
    static boolean clusterFits(AnalysisInput input, String clustered) {
        boolean wanted = input.text("errors").equals(clustered);
        boolean named = input.optional("cluster").isPresent();
        if (wanted && !named) {
            input.diagnostics()
                    .error(
                            "missing-key",
                            input.location(),
                            "`errors: " + clustered + "` needs the variable that names the clusters",
                            "cluster: the variable");
        } else if (named && !wanted) {
            input.diagnostics()
                    .error(
                            "wrong-parameter",
                            input.location(),
                            "`errors: " + input.text("errors") + "` has no use for `cluster`",
                            "parameters: {errors: " + clustered + "}");
        }
        return wanted == named;
    }

    static ParameterSpec event() {
        return ParameterSpec.levels(
                "event",
                "level of the outcome that counts, or several; the one that is not the reference if there are two");
    }

    static ParameterSpec alternative() {
        return ParameterSpec.choice(
                "alternative", "two-sided", "alternative hypothesis", "two-sided", "less", "greater");
    }

    static Alternative alternative(AnalysisInput input) {
        return switch (input.text("alternative")) {
            case "less" -> Alternative.LESS;
            case "greater" -> Alternative.GREATER;
            default -> Alternative.TWO_SIDED;
        };
    }

    /** The constant behind a word of a study file: {@code mid-p} is {@code MID_P}. */
    static <E extends Enum<E>> E constant(AnalysisInput input, String parameter, Class<E> type) {
        return Enum.valueOf(type, input.text(parameter).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** How many random draws a procedure makes. */
    static ParameterSpec replicates(String doc) {
        return ParameterSpec.whole("replicates", "9999", doc).within(100, 10_000_000);
    }

    /** Where the random draws begin. */
    static ParameterSpec seed() {
        return ParameterSpec.whole("seed", "1", "of the generator, " + Bootstrap.GENERATOR + "; stands in the ledger");
    }

    static ParameterSpec adjustment(String byDefault) {
        return ParameterSpec.choice(
                "adjustment",
                byDefault,
                "how P-values are adjusted for the number of comparisons; `bh` is Benjamini and Hochberg's, `by`"
                        + " Benjamini and Yekutieli's",
                Arrays.stream(PAdjustment.values()).map(PAdjustment::id).toArray(String[]::new));
    }

    static PAdjustment adjustment(AnalysisInput input) {
        return Arrays.stream(PAdjustment.values())
                .filter(adjustment -> adjustment.id().equals(input.text("adjustment")))
                .findFirst()
                .orElseThrow();
    }

    /** Says that a parameter has a value that it cannot have. */
    static void wrong(AnalysisInput input, String parameter, String expected) {
        input.diagnostics()
                .error(
                        "wrong-parameter",
                        input.location(),
                        "`" + parameter + ": " + String.join(", ", input.texts(parameter)) + "`: expected " + expected);
    }

    /** Says that a parameter without which nothing can be computed is absent. */
    static void missing(AnalysisInput input, String parameter, String example) {
        input.diagnostics()
                .error(
                        "missing-key",
                        input.location(),
                        "the parameter `" + parameter + "` is absent",
                        "parameters: {" + parameter + ": " + example + "}");
    }

    /** Which levels of the outcome count as the event; empty, with a diagnostic, if that is not clear. */
    static Optional<boolean[]> events(AnalysisInput input, CategoryColumn outcome) {
        List<Level> levels = outcome.levels();
        boolean[] events = new boolean[levels.size()];
        if (!input.has("event")) {
            if (levels.size() != 2) {
                input.diagnostics()
                        .error(
                                "missing-key",
                                input.location(),
                                "`" + outcome.variable().name() + "` has " + levels.size()
                                        + " levels; say which of them count",
                                "parameters: {event: "
                                        + levels.get(levels.size() - 1).code() + "}");
                return Optional.empty();
            }
            events[1 - outcome.variable().referenceIndex()] = true;
            return Optional.of(events);
        }
        for (String code : input.texts("event")) {
            int index = outcome.variable().indexOfLevel(code);
            if (index < 0) {
                input.diagnostics()
                        .add(Diagnostic.error(
                                        "unknown-level",
                                        input.location(),
                                        "`event: " + code + "` is not a level of `"
                                                + outcome.variable().name() + "`")
                                .withHint(Suggestions.hint(
                                        code, levels.stream().map(Level::code).toList())));
                return Optional.empty();
            }
            events[index] = true;
        }
        return Optional.of(events);
    }

    /** "Considerable improvement" or "yes or unsure". */
    static String eventLabel(CategoryColumn outcome, boolean[] events) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < events.length; i++) {
            if (events[i]) {
                label.append(label.isEmpty() ? "" : " or ")
                        .append(outcome.levels().get(i).label());
            }
        }
        return label.toString();
    }

    /** The two variables of a method that takes them as its outcome; empty, with a diagnostic, for any other number. */
    static List<Column> pair(AnalysisInput input, String method, String example) {
        List<Column> outcomes = input.all("outcome");
        if (outcomes.size() == 2) {
            return outcomes;
        }
        input.diagnostics()
                .error(
                        "wrong-type",
                        input.location(),
                        "`outcome` of `" + method + "` is two variables, found " + outcomes.size(),
                        example);
        return List.of();
    }
}
