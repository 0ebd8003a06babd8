package org.countersign.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.AnalysisMethods;
import org.countersign.audit.checks.ConsistencyChecks;
import org.countersign.pipeline.Styles;
import org.countersign.report.data.JsonText;
import org.countersign.report.exhibit.ExhibitsPage;
import org.countersign.report.exhibit.FigureTypes;
import org.countersign.report.exhibit.TableTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the catalogues. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = {
            "Show what there is: methods for analyses, charts, tables, checks, styles, or the studies here.",
            ""
        })
final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum Catalogue {
        METHODS,
        CHARTS,
        TABLES,
        CHECKS,
        STYLES,
        STUDIES
    }

    @Parameters(paramLabel = "CATALOGUE", description = "One of: methods, charts, tables, checks, styles, studies.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Catalogue catalogue;

    @Mixin(name = CommonOptions.NAME)
    private CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /**
     * An entry of a catalogue.
     *
     * @param id as written in {@code study.yaml}
     * @param label for a reader; empty where the id is one
     * @param summary what it does
     * @param settings what can be set, each with its meaning
     */
    private record Item(String id, String label, String summary, List<String> settings) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Item> items = items();
        if (CommonOptions.format(spec.commandLine()) == OutputFormat.JSON) {
            items.forEach(item -> out.println(json(item)));
            return ExitCodes.OK;
        }
        for (Item item : items) {
            out.println(item.id() + (item.label().isEmpty() ? "" : ": " + item.label()));
            if (!item.summary().isEmpty()) {
                out.println("    " + item.summary());
            }
            item.settings().forEach(setting -> out.println("    " + setting));
        }
        return ExitCodes.OK;
    }

    private List<Item> items() {
        return switch (catalogue) {
            case METHODS ->
                AnalysisMethods.all().stream()
                        .map(m -> new Item(m.id(), m.label(), m.summary(), settings(m)))
                        .toList();
            case CHARTS ->
                FigureTypes.all().stream()
                        .map(t -> new Item(
                                t.chart().id(),
                                t.chart().label(),
                                t.chart().description(),
                                settings(t.takes(), t.options())))
                        .toList();
            case TABLES ->
                TableTypes.all().stream()
                        .map(t -> new Item(t.id(), "", t.description(), settings(t.takes(), t.options())))
                        .toList();
            case CHECKS ->
                ConsistencyChecks.all().stream()
                        .map(c -> new Item(c.id(), c.summary(), "", List.of()))
                        .toList();
            case STYLES ->
                Styles.BUILT_IN.stream()
                        .map(s -> new Item(s, "", "", List.of()))
                        .toList();
            case STUDIES ->
                CountersignCommand.of(spec.commandLine()).project().studies().stream()
                        .map(s -> new Item(String.valueOf(s.getFileName()), "", "", List.of()))
                        .toList();
        };
    }

    private static List<String> settings(AnalysisMethod method) {
        List<String> settings = new ArrayList<>();
        method.roles().forEach(r -> settings.add(r.name() + (r.isRequired() ? "" : " (optional)") + ": " + r.doc()));
        method.parameters()
                .forEach(p -> settings.add("parameter " + p.name()
                        + (p.choices().isEmpty() ? "" : " (" + String.join(", ", p.choices()) + ")")
                        + (p.defaultValue().isEmpty() ? "" : ", default " + p.defaultValue()) + ": " + p.doc()));
        return settings;
    }

    private static List<String> settings(List<String> methods, List<String> options) {
        List<String> settings = new ArrayList<>(List.of("takes analyses by " + ExhibitsPage.taken(methods)));
        options.forEach(o -> settings.add("option " + o));
        return settings;
    }

    private static String json(Item item) {
        return JsonText.line(json -> {
            json.writeStartObject();
            json.writeStringField("id", item.id());
            json.writeStringField("label", item.label());
            json.writeStringField("summary", item.summary());
            json.writeArrayFieldStart("settings");
            for (String setting : item.settings()) {
                json.writeString(setting);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
