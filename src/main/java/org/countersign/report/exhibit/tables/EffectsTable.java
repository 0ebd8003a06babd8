package org.countersign.report.exhibit.tables;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.analysis.LedgerEntry;
import org.countersign.report.Composites;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.Notes;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.report.exhibit.TableModel.Kind;
import org.countersign.report.exhibit.TableModel.Row;
import org.countersign.report.exhibit.TableType;
import org.countersign.stats.QuantityKind;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;

/** Estimates with intervals and p-values, one row each. */
public final class EffectsTable implements TableType {

    private static final String SUBGROUPS = "subgroups";

    @Override
    public String id() {
        return "effects";
    }

    @Override
    public String description() {
        return "One row per estimate: label, number of observations, estimate with its interval, p-value where there is one;"
                + " of a subgroup analysis the overall effect, then one row per level below each variable with its"
                + " interaction.";
    }

    @Override
    public List<String> options() {
        return List.of("term: the coefficient of a regression that is shown, such as `arm`");
    }

    @Override
    public TableModel build(Exhibit exhibit) {
        Notes notes = new Notes();
        List<Row> rows = new ArrayList<>();
        Set<String> levels = new LinkedHashSet<>();
        boolean withP = false;
        List<EffectRow> effects = effects(exhibit);
        for (EffectRow effect : effects) {
            withP |= exhibit.entry(effect.path() + ".p").isPresent();
            exhibit.composites().level(effect.path()).ifPresent(levels::add);
        }
        Optional<EffectHeading> heading = Optional.empty();
        for (EffectRow effect : effects) {
            if (!effect.heading().equals(heading)) {
                heading = effect.heading();
                heading.ifPresent(h -> rows.add(Row.of(Kind.HEADING, List.of(heading(h)))));
            }
            LedgerEntry estimate = effect.estimate();
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(effect.label())
                    .marked(notes.mark(estimate.procedure().label())));
            cells.add(Cell.text(exhibit.model().style().count(estimate.n())));
            cells.add(Cell.of(exhibit.composites(), estimate));
            cells.add(exhibit.composites()
                    .get(effect.path(), "bare_interval")
                    .map(Cell::of)
                    .orElse(Cell.EMPTY));
            if (withP) {
                cells.add(exhibit.entry(effect.path() + ".p")
                        .map(p -> Cell.of(exhibit.composites(), p))
                        .orElse(Cell.EMPTY));
            }
            rows.add(Row.of(effect.heading().isPresent() ? Kind.INDENTED : Kind.DATA, cells));
        }
        String level = levels.size() == 1 ? levels.iterator().next() + " CI" : "CI";
        List<Column> columns = new ArrayList<>(List.of(
                Column.left(exhibit.option("heading", "Comparison")),
                Column.number("No."),
                Column.number(estimateHeading(effects)),
                Column.number(level)));
        if (withP) {
            columns.add(new Column(
                    "<i>" + exhibit.model().style().pSymbol() + "</i>\u00a0value", "P value", TableModel.Align.NUMBER));
        }
        return new TableModel(columns, rows, notes.list());
    }

    private static String estimateHeading(List<EffectRow> effects) {
        boolean ratios = !effects.isEmpty()
                && effects.stream().allMatch(e -> e.estimate().kind() == QuantityKind.RATIO);
        return ratios ? "Ratio" : "Estimate";
    }

    /** What heads the estimates of a subgroup variable: its label and the test of its interaction with the group. */
    public record EffectHeading(String label, Optional<Composites.Composite> interaction) {
        public EffectHeading {
            requireNonNull(label);
            requireNonNull(interaction);
        }

        /** "Sex (interaction: P = .04)". */
        public String text() {
            return label
                    + interaction.map(p -> " (interaction: " + p.text() + ")").orElse("");
        }
    }

    /** An estimate, what it is called, and the heading it stands under. */
    public record EffectRow(String path, String label, LedgerEntry estimate, Optional<EffectHeading> heading) {
        public EffectRow {
            requireNonNull(path);
            requireNonNull(label);
            requireNonNull(estimate);
            requireNonNull(heading);
        }
    }

    private static Cell heading(EffectHeading heading) {
        Cell label = Cell.text(heading.label());
        return heading.interaction()
                .map(p -> new Cell(label.xhtml() + " (interaction: " + p.xhtml() + ")", heading.text(), p.keys()))
                .orElse(label);
    }

    /** The estimates that a table or a forest plot shows, in order. */
    public static List<EffectRow> effects(Exhibit exhibit) {
        List<EffectRow> effects = new ArrayList<>();
        for (AnalysisSpec analysis : exhibit.analyses()) {
            exhibit.turns(analysis).forEach((path, outcome) -> {
                if (analysis.method().text().equals(SUBGROUPS)) {
                    boolean alone = exhibit.analyses().size() == 1
                            && exhibit.turns(analysis).size() == 1;
                    String of = exhibit.variable(analysis.id(), outcome)
                            .map(v -> v.label() + ", overall")
                            .orElse("Overall");
                    subgroups(exhibit, analysis, path, alone ? "Overall" : of, effects);
                    return;
                }
                Optional<String> term = exhibit.spec().option("term").or(() -> groupTerm(exhibit, analysis, path));
                String at = term.map(t -> path + "." + t).orElse(path);
                Optional<LedgerEntry> estimate = exhibit.entry(at + ".estimate");
                if (estimate.isEmpty()) {
                    exhibit.problem(
                            "there is no estimate at `" + at + "`",
                            Optional.of("name a coefficient, `options: {term: ...}`, or other analyses"));
                    return;
                }
                String label =
                        exhibit.turns(analysis).size() == 1 && analysis.label().isPresent()
                                ? analysis.label().get()
                                : exhibit.variable(analysis.id(), outcome)
                                        .map(v -> v.label())
                                        .orElse(estimate.get().provenance().analysisLabel());
                effects.add(new EffectRow(at, label, estimate.get(), Optional.empty()));
            });
        }
        return effects;
    }

    private static void subgroups(
            Exhibit exhibit, AnalysisSpec analysis, String path, String overall, List<EffectRow> effects) {
        exhibit.entry(path + ".overall.estimate")
                .ifPresent(e -> effects.add(new EffectRow(path + ".overall", overall, e, Optional.empty())));
        for (LocatedText name : analysis.roles().getOrDefault("subgroups", List.<LocatedText>of())) {
            String below = path + "." + Level.slug(name.text());
            exhibit.variable(analysis.id(), name.text()).ifPresent(variable -> {
                EffectHeading heading = new EffectHeading(
                        variable.label(), exhibit.composites().get(below + ".interaction_test", "p_statement"));
                Exhibit.levelLabels(variable)
                        .forEach((slug, label) -> exhibit.entry(below + "." + slug + ".estimate")
                                .ifPresent(e -> effects.add(
                                        new EffectRow(below + "." + slug, label, e, Optional.of(heading)))));
            });
        }
    }

    private static Optional<String> groupTerm(Exhibit exhibit, AnalysisSpec analysis, String path) {
        return analysis.roles().getOrDefault("group", List.<LocatedText>of()).stream()
                .map(LocatedText::text)
                .filter(g -> exhibit.entry(path + "." + g + ".estimate").isPresent())
                .findFirst();
    }
}
