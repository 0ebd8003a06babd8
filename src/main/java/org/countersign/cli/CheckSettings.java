package org.countersign.cli;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.countersign.audit.checks.CheckOptions;
import org.countersign.audit.checks.CheckOptions.Tailedness;
import org.countersign.audit.checks.Verdict;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.RoundingRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that {@code audit} and {@code check} share. */
final class CheckSettings {

    @Spec(Target.MIXEE)
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--alpha",
            paramLabel = "LEVEL",
            defaultValue = "0.05",
            description = "Level of significance (default: ${DEFAULT-VALUE}).")
    BigDecimal alpha = new BigDecimal("0.05");

    @Option(
            names = "--rounding",
            paramLabel = "RULE",
            defaultValue = "half-up-or-down",
            description =
                    "How printed numbers were rounded: half-up-or-down (either way), half-up, half-down, half-even,"
                            + " truncate, floor or ceiling (default: ${DEFAULT-VALUE}).")
    String rounding = "half-up-or-down";

    @Option(names = "--one-tailed", description = "Accept half the p-value everywhere, as a one-tailed test has.")
    boolean oneTailed;

    @Option(
            names = "--fail-on",
            paramLabel = "VERDICT",
            defaultValue = "inconsistent",
            description = "Exit with 3 on: inconsistent, warning (or inconsistent), never (default: ${DEFAULT-VALUE}).")
    String failOn = "inconsistent";

    CheckOptions options() {
        if (alpha.signum() <= 0 || alpha.compareTo(BigDecimal.ONE) >= 0) {
            throw usage("--alpha " + alpha + ": expected a number strictly between 0 and 1");
        }
        if (!List.of("inconsistent", "warning", "never").contains(failOn)) {
            throw usage("--fail-on " + failOn + ": expected inconsistent, warning or never");
        }
        return new CheckOptions(alpha, rule(), oneTailed ? Tailedness.EITHER : Tailedness.AS_STATED);
    }

    boolean fails(Verdict verdict) {
        return switch (failOn) {
            case "never" -> false;
            case "warning" -> verdict.isFinding();
            default -> verdict == Verdict.INCONSISTENT;
        };
    }

    private RoundingRule rule() {
        List<String> known =
                Arrays.stream(RoundingRule.values()).map(RoundingRule::id).toList();
        return Arrays.stream(RoundingRule.values())
                .filter(rule -> rule.id().equals(rounding))
                .findFirst()
                .orElseThrow(() -> usage("--rounding " + rounding + ": no such rule"
                        + Suggestions.hint(rounding, known)
                                .map(hint -> "; " + hint)
                                .orElse("")));
    }

    CommandLine.ParameterException usage(String message) {
        if (spec == null) {
            throw new IllegalStateException(message);
        }
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
