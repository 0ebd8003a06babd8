package org.countersign.report.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.Provenance;
import org.countersign.report.Composites;
import org.countersign.stats.QuantityKind;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;

/** The estimates that a table or a forest plot shows one below the other, each under a label of its own. */
public final class Effects {

    private static final int LONGEST_HEADING = 24;

    /** The method, and the part that its variables play. */
    private static final String SUBGROUPS = "subgroups";

    /** The option that chooses among several estimates of an analysis. */
    public static final String TERM =
            "term: which estimate is shown of an analysis that has several: a coefficient of a"
                    + " regression, such as `arm`, or a part, such as `difference`";

    /** The methods that yield coefficients. */
    public static final List<String> REGRESSIONS = List.of(
            "cox_regression",
            "estimating_equations",
            "linear_model",
            "log_binomial_regression",
            "logistic_regression",
            "mixed_model",
            "modified_poisson",
            "negative_binomial_regression",
            "poisson_regression",
            "proportional_odds",
            "quantile_regression");

    /** The methods that yield an effect with an interval, by itself or as a coefficient. */
    public static final List<String> WITH_INTERVAL = sorted(
            REGRESSIONS,
            "bootstrap",
            "cohen_kappa",
            "correlation",
            "cramers_v",
            "cronbach_alpha",
            "intraclass_correlation",
            "krippendorff_alpha",
            "mantel_haenszel",
            "mcnemar",
            "odds_ratio",
            "paired_t_test",
            "partial_correlation",
            "percent_agreement",
            "point_biserial",
            "probability_of_superiority",
            "restricted_mean_survival",
            "risk_difference",
            "risk_ratio",
            "sign_test",
            "standardised_difference",
            "subgroups",
            "t_test",
            "tukey_hsd",
            "wilcoxon_rank_sum",
            "wilcoxon_signed_rank");

    /** The methods that yield an estimate, by itself or in parts. */
    public static final List<String> METHODS = sorted(
            WITH_INTERVAL,
            "adjusted_means",
            "dunn",
            "fleiss_kappa",
            "friedman",
            "kaplan_meier",
            "mcdonald_omega",
            "number_needed_to_treat",
            "pairwise_comparisons",
            "permutation_test",
            "proportion",
            "survival_probability");

    private Effects() {}

    private static List<String> sorted(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).sorted().toList();
    }

    /**
     * One estimate.
     *
     * @param path key above the estimate, its interval and its p-value
     * @param heading above it and its neighbours: the label of its analysis, where several analyses have several outcomes
     *     each, the variable of a subgroup, the outcome of parts
     * @param role beside its neighbours
     * @param label what it is called
     * @param estimate the entry itself
     */
    public record Row(String path, Optional<Heading> heading, Role role, String label, LedgerEntry estimate) {
        public Row {
            requireNonNull(path);
            requireNonNull(role);
            requireNonNull(heading);
            requireNonNull(label);
            requireNonNull(estimate);
        }
    }

    /** What an estimate is beside its neighbours. */
    public enum Role {
        SINGLE,
        /** It sums up those of subgroups or strata. */
        SUMMARY
    }

    /**
     * What heads some estimates.
     *
     * @param label an analysis or a variable
     * @param test whether the effects below it differ from each other
     */
    public record Heading(String label, Optional<Test> test) {
        public Heading {
            requireNonNull(label);
            requireNonNull(test);
        }

        static Heading of(String label) {
            return new Heading(label, Optional.empty());
        }

        /** "Sex (interaction: P = .04)". */
        public String text() {
            return label
                    + test.map(t -> " (" + t.name() + ": " + t.p().text() + ")").orElse("");
        }
    }

    /**
     * A test of several effects.
     *
     * @param name of what it finds, such as "interaction"
     */
    public record Test(String name, Composites.Composite p) {
        public Test {
            requireNonNull(name);
            requireNonNull(p);
        }
    }

    /** The estimates of an exhibit's analyses, in order; what it names wrongly goes to its diagnostics. */
    public static List<Row> of(Exhibit exhibit) {
        boolean blocks = exhibit.analyses().size() > 1
                && exhibit.analyses().stream().anyMatch(a -> exhibit.turns(a).size() > 1);
        List<Row> rows = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            Map<String, String> turns = exhibit.turns(analysis);
            turns.forEach((path, outcome) -> {
                if (analysis.method().text().equals(SUBGROUPS)) {
                    boolean alone = exhibit.analyses().size() == 1 && turns.size() == 1;
                    String of = exhibit.variable(analysis.id(), outcome)
                            .map(v -> v.label() + ", overall")
                            .orElse("Overall");
                    subgroups(exhibit, analysis, path, alone ? "Overall" : of, rows);
                    return;
                }
                List<Part> parts = parts(exhibit, analysis, path);
                if (!parts.isEmpty()) {
                    parts(exhibit, analysis, path, outcome, parts, rows);
                    return;
                }
                Optional<String> term = exhibit.spec().option("term").or(() -> groupTerm(exhibit, analysis, path));
                String at = term.map(t -> path + "." + t).orElse(path);
                Optional<LedgerEntry> estimate = exhibit.entry(at + ".estimate");
                if (estimate.isEmpty()) {
                    exhibit.problem(
                            "there is no estimate at `" + at + "`",
                            Optional.of("name a coefficient or a part, `options: {term: ...}`, or other analyses"));
                    return;
                }
                String ofAnalysis = estimate.get().provenance().analysisLabel();
                String ofOutcome = exhibit.variable(analysis.id(), outcome)
                        .map(v -> v.label())
                        .orElse(ofAnalysis);
                boolean named = turns.size() == 1 && analysis.label().isPresent();
                rows.add(new Row(
                        at,
                        blocks ? Optional.of(Heading.of(block(analysis, exhibit, estimate.get()))) : Optional.empty(),
                        Role.SINGLE,
                        blocks ? ofOutcome : (named ? ofAnalysis : ofOutcome) + unit(estimate.get()),
                        estimate.get()));
            });
        }
        return toldApart(rows);
    }

    /** What is estimated, if it is the same in all rows: "Risk ratio", also of "Mantel-Haenszel risk ratio". */
    public static String quantity(List<Row> rows) {
        Set<String> labels = new LinkedHashSet<>();
        rows.forEach(r -> labels.add(r.estimate().quantity().label().replaceFirst(", .*", "")));
        Optional<String> common = labels.stream()
                .filter(label -> labels.stream().allMatch(other -> other.endsWith(label)))
                .findFirst();
        if (common.isPresent() && common.get().length() <= LONGEST_HEADING) {
            return capital(common.get());
        }
        boolean ratios =
                !rows.isEmpty() && rows.stream().allMatch(r -> r.estimate().kind() == QuantityKind.RATIO);
        return ratios ? "Ratio" : "Estimate";
    }

    /** The analysis, what it estimates if its label does not say so, and of whom if not of all. */
    private static String block(AnalysisSpec analysis, Exhibit exhibit, LedgerEntry estimate) {
        String label = estimate.provenance().analysisLabel();
        String quantity = estimate.quantity().label();
        boolean said = label.toLowerCase(Locale.ROOT).contains(quantity.toLowerCase(Locale.ROOT))
                || quantity.length() > LONGEST_HEADING;
        String population = analysis.population()
                .flatMap(p -> exhibit.model().study().population(p.text()))
                .map(p -> "; " + p.label())
                .orElse("");
        return label + (said ? "" : ", " + quantity) + unit(estimate) + population;
    }

    private static String unit(LedgerEntry estimate) {
        return estimate.kind() == QuantityKind.PROPORTION_DIFFERENCE ? ", " + LedgerEntry.PERCENTAGE_POINTS : "";
    }

    /** Rows that would be called alike say what they estimate. */
    private static List<Row> toldApart(List<Row> rows) {
        Map<String, Integer> times = new LinkedHashMap<>();
        rows.forEach(r -> times.merge(r.heading() + r.label(), 1, Integer::sum));
        return rows.stream()
                .map(r -> times.getOrDefault(r.heading() + r.label(), 1) == 1
                        ? r
                        : new Row(
                                r.path(),
                                r.heading(),
                                r.role(),
                                r.label() + ", " + r.estimate().quantity().label(),
                                r.estimate()))
                .toList();
    }

    private static void subgroups(Exhibit exhibit, AnalysisSpec analysis, String path, String overall, List<Row> rows) {
        exhibit.entry(path + ".overall.estimate")
                .ifPresent(e -> rows.add(new Row(path + ".overall", Optional.empty(), Role.SUMMARY, overall, e)));
        for (LocatedText name : analysis.roles().getOrDefault(SUBGROUPS, List.<LocatedText>of())) {
            String below = path + "." + Level.slug(name.text());
            exhibit.variable(analysis.id(), name.text()).ifPresent(variable -> {
                Heading heading =
                        new Heading(variable.label(), test(exhibit, "interaction", below + ".interaction_test"));
                Exhibit.levelLabels(variable)
                        .forEach((slug, label) -> exhibit.entry(below + "." + slug + ".estimate")
                                .ifPresent(e -> rows.add(
                                        new Row(below + "." + slug, Optional.of(heading), Role.SINGLE, label, e))));
            });
        }
    }

    private static Optional<Test> test(Exhibit exhibit, String name, String path) {
        return exhibit.composites().get(path, "p_statement").map(p -> new Test(name, p));
    }

    /** What an analysis has estimates of, one beside the other: groups, times, pairs, strata, but no coefficients. */
    private static List<Part> parts(Exhibit exhibit, AnalysisSpec analysis, String path) {
        return exhibit.spec().option("term").isPresent()
                        || REGRESSIONS.contains(analysis.method().text())
                ? List.of()
                : Part.of(exhibit, analysis, path).stream()
                        .filter(part -> !part.labels().isEmpty())
                        .filter(part -> exhibit.entry(part.path() + ".estimate").isPresent())
                        .toList();
    }

    /** A row for each part, then the estimate of all together, if there is one. */
    private static void parts(
            Exhibit exhibit, AnalysisSpec analysis, String path, String outcome, List<Part> parts, List<Row> rows) {
        String label = exhibit.variable(analysis.id(), outcome)
                .map(v -> v.label())
                .or(() -> exhibit.provenance(analysis.id()).map(Provenance::analysisLabel))
                .orElse(outcome);
        String by = analysis.roles().getOrDefault("strata", List.<LocatedText>of()).stream()
                .flatMap(name -> exhibit.variable(analysis.id(), name.text()).stream())
                .map(variable -> " by " + variable.label())
                .findFirst()
                .orElse("");
        Optional<Test> homogeneity = test(exhibit, "homogeneity", path + ".homogeneity");
        for (Part part : parts) {
            String around = part.around().isEmpty() ? "" : ", " + part.around();
            exhibit.entry(part.path() + ".estimate")
                    .ifPresent(e -> rows.add(new Row(
                            part.path(),
                            Optional.of(new Heading(label + by + around, homogeneity)),
                            Role.SINGLE,
                            part.label(),
                            e)));
        }
        exhibit.entry(path + ".estimate")
                .ifPresent(e -> rows.add(
                        new Row(path, Optional.of(new Heading(label + by, homogeneity)), Role.SUMMARY, "Pooled", e)));
    }

    private static Optional<String> groupTerm(Exhibit exhibit, AnalysisSpec analysis, String path) {
        return analysis.roles().getOrDefault("group", List.<LocatedText>of()).stream()
                .map(LocatedText::text)
                .map(Level::slug)
                .filter(g -> exhibit.entry(path + "." + g + ".estimate").isPresent())
                .findFirst();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
