package org.countersign.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.Datasets;
import org.countersign.dataset.RowSet;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.numbers.NumberStyle;
import org.countersign.stats.Quantity;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;
import org.countersign.study.PopulationSpec;
import org.countersign.study.StudyDefinition;

/** Applies the methods of the catalogue, analysis by analysis, and fills the ledger. */
public final class AnalysisRunner {

    private final StudyDefinition study;
    private final Datasets datasets;
    private final Display display;
    private final Progress progress;
    private final Diagnostics diagnostics = new Diagnostics();
    private final List<SurvivalSeries> curves = new ArrayList<>();
    private final Map<String, RowSet> rowsOfPopulation = new LinkedHashMap<>();

    private AnalysisRunner(StudyDefinition study, Datasets datasets, NumberStyle style, Progress progress) {
        this.study = study;
        this.datasets = datasets;
        this.display = new Display(style);
        this.progress = progress;
    }

    /**
     * @throws StudyException with every analysis that names what does not exist or does not fit its method
     */
    public static Ledger run(StudyDefinition study, Datasets datasets, NumberStyle style) {
        return run(study, datasets, style, study.analyses());
    }

    /** As {@link #run(StudyDefinition, Datasets, NumberStyle)}, telling which analysis is being done. */
    public static Ledger run(StudyDefinition study, Datasets datasets, NumberStyle style, Progress progress) {
        return new AnalysisRunner(study, datasets, style, progress).run(study.analyses());
    }

    /** As {@link #run(StudyDefinition, Datasets, NumberStyle)}, for some of the study's analyses. */
    public static Ledger run(StudyDefinition study, Datasets datasets, NumberStyle style, List<AnalysisSpec> analyses) {
        return new AnalysisRunner(study, datasets, style, Progress.NONE).run(analyses);
    }

    private Ledger run(List<AnalysisSpec> analyses) {
        for (PopulationSpec population : study.populations()) {
            datasets.get(population.dataset().text())
                    .ifPresent(dataset -> rowsOfPopulation.put(
                            population.name(),
                            population
                                    .where()
                                    .map(where -> DerivedColumns.where(dataset, where, diagnostics))
                                    .orElseGet(dataset::allRows)));
        }
        diagnostics.throwIfErrors();
        List<LedgerEntry> entries = new ArrayList<>();
        int done = 0;
        for (AnalysisSpec analysis : analyses) {
            progress.at("computing " + analysis.id(), done++, analyses.size());
            new AnalysisBinder(study, datasets, analysis, diagnostics)
                    .bind()
                    .ifPresent(bound -> entries.addAll(compute(analysis, bound, entries)));
        }
        diagnostics.throwIfErrors();
        refuseDuplicates(entries);
        return Ledger.of(entries, curves);
    }

    /** A variable or level may be called like a part of a result; two entries cannot share a key. */
    private void refuseDuplicates(List<LedgerEntry> entries) {
        Set<ResultKey> seen = new HashSet<>();
        Set<String> told = new HashSet<>();
        for (LedgerEntry entry : entries) {
            String analysis = entry.provenance().analysis();
            if (!seen.add(entry.key()) && told.add(analysis)) {
                study.analysis(analysis)
                        .ifPresent(a -> diagnostics.error(
                                "duplicate-entry",
                                a.method().location(),
                                "two results of `" + analysis + "` would have the key `" + entry.key() + "`",
                                "a variable or a level is called like a part of the results: rename it, or derive one with"
                                        + " another name"));
            }
        }
        diagnostics.throwIfErrors();
    }

    private List<LedgerEntry> compute(
            AnalysisSpec analysis, AnalysisBinder.Bound bound, List<LedgerEntry> earlierEntries) {
        Ledger earlier = Ledger.of(bound.method().basis() == AnalysisMethod.Basis.LEDGER ? earlierEntries : List.of());
        List<LedgerEntry> entries = new ArrayList<>();
        for (Map<String, List<Column>> roles : bound.turns()) {
            Results results = new Results();
            bound.method().run(input(analysis, bound, roles, earlier), results);
            List<String> prefix = new ArrayList<>(List.of(analysis.id()));
            bound.inTurn()
                    .filter(role -> bound.turns().size() > 1)
                    .ifPresent(role -> prefix.add(Level.slug(roles.getOrDefault(role, List.of())
                            .get(0)
                            .variable()
                            .name())));
            Provenance provenance = provenance(analysis, bound, roles);
            for (Results.Curve curve : results.curves()) {
                List<String> path = new ArrayList<>(prefix);
                path.addAll(curve.subject().path());
                curves.add(new SurvivalSeries(ResultKey.of(String.join(".", path)), curve.label(), curve.points()));
            }
            for (Results.Block block : results.blocks()) {
                Precision precision =
                        new Precision(block.quantities(), block.subject().decimals());
                block.quantities().forEach(q -> entries.add(entry(prefix, block, q, precision, provenance)));
            }
        }
        return entries;
    }

    private AnalysisInput input(
            AnalysisSpec analysis, AnalysisBinder.Bound bound, Map<String, List<Column>> roles, Ledger earlier) {
        Map<String, AnalysisInput.NamedRows> populations = new LinkedHashMap<>();
        for (PopulationSpec population : study.populations()) {
            if (population.dataset().text().equals(bound.dataset().name())) {
                populations.put(
                        population.name(),
                        new AnalysisInput.NamedRows(
                                population.label(),
                                Objects.requireNonNull(rowsOfPopulation.get(population.name())),
                                population.where().map(LocatedText::text)));
            }
        }
        RowSet rows = bound.population()
                .map(p -> Objects.requireNonNull(rowsOfPopulation.get(p.name())))
                .orElseGet(() -> bound.dataset().allRows());
        return new AnalysisInput(
                bound.dataset(),
                rows,
                roles,
                bound.parameters(),
                populations,
                diagnostics,
                analysis.method().location(),
                earlier,
                places(analysis));
    }

    private static Map<String, List<SourceLocation>> places(AnalysisSpec analysis) {
        Map<String, List<SourceLocation>> places = new LinkedHashMap<>();
        analysis.parameters()
                .forEach((name, values) -> places.put(
                        name, values.stream().map(LocatedText::location).toList()));
        return places;
    }

    private LedgerEntry entry(
            List<String> prefix, Results.Block block, Quantity quantity, Precision precision, Provenance provenance) {
        List<String> parts = new ArrayList<>(prefix);
        parts.addAll(block.subject().path());
        parts.add(quantity.id().replace('-', '_'));
        Optional<Integer> fixed = Optional.ofNullable(provenance.parameters().get("decimals"))
                .filter(d -> !d.isEmpty())
                .map(Integer::valueOf)
                .or(() -> precision.decimals(quantity));
        return new LedgerEntry(
                ResultKey.of(String.join(".", parts)),
                block.subject().subject(),
                quantity,
                display.of(quantity, block.subject().decimals(), block.subject().n(), fixed),
                unit(quantity, block.subject()),
                block.procedure(),
                provenance,
                block.subject().n(),
                block.subject().missing(),
                block.subject().within(),
                block.rivals());
    }

    /** Counts, p-values and standardised quantities have no unit; that of a variance is another one. */
    private static Optional<String> unit(Quantity quantity, Results.Subject subject) {
        return switch (quantity.kind()) {
            case MEASUREMENT -> quantity.id().endsWith("variance") ? Optional.empty() : subject.unit();
            case PROPORTION_DIFFERENCE -> Optional.of(LedgerEntry.PERCENTAGE_POINTS);
            default -> Optional.empty();
        };
    }

    private static Provenance provenance(
            AnalysisSpec analysis, AnalysisBinder.Bound bound, Map<String, List<Column>> roles) {
        Map<String, String> variables = new LinkedHashMap<>();
        bound.method().roles().forEach(role -> {
            List<Column> columns = roles.getOrDefault(role.name(), List.of());
            if (!columns.isEmpty()) {
                variables.put(
                        role.name(),
                        String.join(", ", columns.stream().map(c -> name(c)).toList()));
            }
        });
        Map<String, String> parameters = new LinkedHashMap<>();
        bound.method().parameters().forEach(p -> {
            List<String> values = bound.parameters().getOrDefault(p.name(), List.of());
            if (!values.isEmpty()) {
                parameters.put(p.name(), String.join(", ", values));
            }
        });
        List<String> columns = bound.method().roles().stream()
                .flatMap(role -> roles.getOrDefault(role.name(), List.of()).stream())
                .map(column -> column.variable().name())
                .distinct()
                .toList();
        Optional<LocatedText> where = bound.population().flatMap(PopulationSpec::where);
        return new Provenance(
                analysis.id(),
                analysis.label().orElse(bound.method().label()),
                bound.method().id(),
                origin(bound),
                population(bound),
                where.map(LocatedText::text),
                variables,
                columns,
                parameters);
    }

    private static Optional<Provenance.Origin> origin(AnalysisBinder.Bound bound) {
        return bound.method().basis() == AnalysisMethod.Basis.DATA
                ? Optional.of(new Provenance.Origin(
                        bound.dataset().name(),
                        bound.dataset().source().path(),
                        bound.dataset().source().sha256()))
                : Optional.empty();
    }

    private static String population(AnalysisBinder.Bound bound) {
        return switch (bound.method().basis()) {
            case DATA ->
                bound.population()
                        .map(PopulationSpec::label)
                        .orElse("all rows of " + bound.dataset().spec().label());
            case PARAMETERS -> "no data: computed from the parameters";
            case LEDGER -> "no data of its own: computed from other results";
        };
    }

    private static String name(Column column) {
        if (column instanceof CategoryColumn category && !category.levels().isEmpty()) {
            return column.variable().name() + " (reference "
                    + category.levels().get(column.variable().referenceIndex()).label() + ")";
        }
        return column.variable().name();
    }
}
