package org.countersign.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Suggestions;
import org.countersign.report.ReportModel;
import org.countersign.report.Xml;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.FigureType;
import org.countersign.report.exhibit.FigureTypes;
import org.countersign.report.exhibit.TableModel;
import org.countersign.report.exhibit.TableType;
import org.countersign.report.exhibit.TableTypes;
import org.countersign.report.manuscript.ManuscriptRenderer;
import org.countersign.report.manuscript.ManuscriptRenderer.Exhibits;
import org.countersign.study.About;
import org.countersign.study.ExhibitSpec;
import org.countersign.study.Publication;

/** The figures, tables and sources of a report: made once, numbered in the order in which the manuscript places them. */
final class ReportExhibits implements Exhibits {

    /** Stands for a drawing until the page is written for its medium. */
    static final String DRAWING = "<!--drawing:%s-->";

    private final ReportModel model;
    private final LayoutTemplates templates;
    private final Diagnostics diagnostics;
    private final Map<String, FigureType.Figure> figures = new LinkedHashMap<>();
    private final Map<String, TableModel> tables = new LinkedHashMap<>();
    private final Map<String, String> captions = new LinkedHashMap<>();
    private final Map<Kind, List<String>> placed = new LinkedHashMap<>();
    private final Set<String> keysInTables = new LinkedHashSet<>();
    private Optional<Appendices> appendices = Optional.empty();

    ReportExhibits(ReportModel model, LayoutTemplates templates, Diagnostics diagnostics) {
        this.model = model;
        this.templates = templates;
        this.diagnostics = diagnostics;
        model.study().figures().forEach(this::makeFigure);
        model.study().tables().forEach(this::makeTable);
    }

    private void makeFigure(ExhibitSpec spec) {
        Optional<FigureType> type = FigureTypes.get(spec.type().text());
        if (type.isEmpty()) {
            unknownType(
                    spec,
                    "chart",
                    FigureTypes.all().stream().map(t -> t.chart().id()).toList());
            return;
        }
        Exhibit exhibit = new Exhibit(model, spec, diagnostics);
        exhibit.checkOptions(names(type.get().options()));
        if (exhibit.isTakenBy("chart `" + spec.type() + "`", type.get().takes())) {
            type.get().build(exhibit).ifPresent(f -> figures.put(spec.id(), f));
        }
    }

    private void makeTable(ExhibitSpec spec) {
        Optional<TableType> type = TableTypes.get(spec.type().text());
        if (type.isEmpty()) {
            unknownType(
                    spec,
                    "table type",
                    TableTypes.all().stream().map(TableType::id).toList());
            return;
        }
        Exhibit exhibit = new Exhibit(model, spec, diagnostics);
        exhibit.checkOptions(names(type.get().options()));
        if (exhibit.isTakenBy("table `" + spec.type() + "`", type.get().takes())) {
            tables.put(spec.id(), type.get().build(exhibit));
        }
    }

    private static List<String> names(List<String> options) {
        return options.stream().map(o -> o.substring(0, o.indexOf(':'))).toList();
    }

    private void unknownType(ExhibitSpec spec, String what, List<String> known) {
        diagnostics.add(Diagnostic.error(
                        "unknown-value", spec.type().location(), "there is no " + what + " `" + spec.type() + "`")
                .withHint(Suggestions.hint(spec.type().text(), known)));
    }

    /** Sets the captions and notes; to be called before the manuscript is rendered. */
    void setCaptions(ManuscriptRenderer renderer) {
        for (ExhibitSpec spec : model.study().figures()) {
            captions.put(
                    "fig-" + spec.id(), renderer.inline(spec.caption(), "the caption of figure `" + spec.id() + "`"));
            spec.alternative().ifPresent(a -> renderer.gatePlain(a, "the alternative text of `" + spec.id() + "`"));
        }
        for (ExhibitSpec spec : model.study().tables()) {
            captions.put(
                    "tab-" + spec.id(), renderer.inline(spec.caption(), "the caption of table `" + spec.id() + "`"));
            spec.note()
                    .ifPresent(n -> captions.put(
                            "note-" + spec.id(), renderer.inline(n, "the note of table `" + spec.id() + "`")));
        }
    }

    void use(Appendices newAppendices) {
        appendices = Optional.of(newAppendices);
    }

    Map<String, FigureType.Figure> figures() {
        return figures;
    }

    Map<String, TableModel> tables() {
        return tables;
    }

    /** Ids in the order of their numbers. */
    List<String> placed(Kind kind) {
        return placed.getOrDefault(kind, List.of());
    }

    /** Keys of the entries in the tables that were placed. */
    Set<String> keysInTables() {
        return keysInTables;
    }

    /** The alternative text of a figure: the author's, or the one written from the data. */
    String alternative(String id) {
        return spec(model.study().figures(), id)
                .flatMap(ExhibitSpec::alternative)
                .map(a -> a.text())
                .orElseGet(() -> Objects.requireNonNull(figures.get(id)).alternative());
    }

    private static Optional<ExhibitSpec> spec(List<ExhibitSpec> specs, String id) {
        return specs.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    @Override
    public List<String> ids(Kind kind) {
        return switch (kind) {
            case FIGURE -> model.study().figures().stream().map(ExhibitSpec::id).toList();
            case TABLE -> model.study().tables().stream().map(ExhibitSpec::id).toList();
            case REFERENCE ->
                model.study().references().stream().map(Publication::id).toList();
            case APPENDIX -> List.of();
        };
    }

    @Override
    public void place(Kind kind, String id) {
        List<String> ids = placed.computeIfAbsent(kind, k -> new ArrayList<>());
        if (!ids.contains(id)) {
            ids.add(id);
            if (kind == Kind.TABLE && tables.containsKey(id)) {
                TableModel table = Objects.requireNonNull(tables.get(id));
                table.columns().forEach(c -> keysInTables.addAll(c.keys()));
                table.rows().forEach(r -> r.cells().forEach(c -> keysInTables.addAll(c.keys())));
            }
        }
    }

    @Override
    public boolean isPlaced(Kind kind, String id) {
        return placed(kind).contains(id);
    }

    private int number(Kind kind, String id) {
        place(kind, id);
        return placed(kind).indexOf(id) + 1;
    }

    @Override
    public String pointer(Kind kind, String id) {
        int number = number(kind, id);
        return switch (kind) {
            case FIGURE -> "<a href=\"#fig-" + id + "\">Figure\u00a0" + number + "</a>";
            case TABLE -> "<a href=\"#tab-" + id + "\">Table\u00a0" + number + "</a>";
            case REFERENCE -> "<sup><a class=\"cite\" href=\"#ref-" + id + "\">" + number + "</a></sup>";
            case APPENDIX -> "";
        };
    }

    @Override
    public String block(Kind kind, String id) {
        return switch (kind) {
            case FIGURE -> figure(id);
            case TABLE -> table(id);
            case APPENDIX -> appendices.map(a -> a.block(id)).orElse("");
            case REFERENCE -> "";
        };
    }

    private String status() {
        About about = model.study().about();
        return about.dataStatus() == About.DataStatus.REAL
                ? ""
                : about.dataStatus().label();
    }

    private String figure(String id) {
        if (!figures.containsKey(id)) {
            return "";
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("id", id);
        variables.put("number", number(Kind.FIGURE, id));
        variables.put("drawing", String.format(Locale.ROOT, DRAWING, id));
        variables.put("caption", captions.getOrDefault("fig-" + id, ""));
        variables.put("status", status());
        return templates.process("figure", variables);
    }

    private String table(String id) {
        TableModel table = tables.get(id);
        if (table == null) {
            return "";
        }
        List<String> notes = new ArrayList<>();
        String note = captions.get("note-" + id);
        if (note != null) {
            notes.add(note);
        }
        notes.addAll(table.notes());
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("id", id);
        variables.put("number", number(Kind.TABLE, id));
        variables.put("table", table);
        variables.put("paddings", DecimalAlignment.paddings(table));
        variables.put("notes", notes);
        variables.put("caption", captions.getOrDefault("tab-" + id, ""));
        variables.put("status", status());
        return templates.process("table", variables);
    }

    /** A source as the reference list prints it. */
    static String citation(Publication p) {
        StringBuilder text = new StringBuilder();
        text.append(Xml.escape(p.authors())).append(". ");
        text.append(Xml.escape(p.title())).append(p.title().endsWith("?") ? " " : ". ");
        text.append("<i>").append(Xml.escape(p.source())).append("</i>. ").append(p.year());
        p.volume().ifPresent(v -> text.append(";").append(Xml.escape(v)));
        p.pages().ifPresent(pages -> text.append(":").append(Xml.escape(pages.replace('-', '\u2013'))));
        text.append(".");
        p.doi()
                .ifPresent(doi -> text.append(" <a href=\"https://doi.org/")
                        .append(Xml.escape(doi))
                        .append("\">doi:")
                        .append(Xml.escape(doi))
                        .append("</a>"));
        return text.toString();
    }
}
