package org.countersign.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.AnalysisMethods;
import org.countersign.audit.checks.ConsistencyCheck;
import org.countersign.audit.checks.ConsistencyChecks;
import org.countersign.pipeline.Styles;
import org.countersign.report.exhibit.FigureType;
import org.countersign.report.exhibit.FigureTypes;
import org.countersign.report.exhibit.TableType;
import org.countersign.report.exhibit.TableTypes;
import picocli.CommandLine.Command;
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

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        switch (catalogue) {
            case METHODS -> AnalysisMethods.all().forEach(m -> method(out, m));
            case CHARTS -> FigureTypes.all().forEach(t -> figure(out, t));
            case TABLES -> TableTypes.all().forEach(t -> table(out, t));
            case CHECKS -> ConsistencyChecks.all().forEach(c -> check(out, c));
            case STYLES -> Styles.BUILT_IN.forEach(out::println);
            case STUDIES -> {
                List<Path> studies =
                        CountersignCommand.of(spec.commandLine()).project().studies();
                studies.forEach(s -> out.println(s.getFileName()));
            }
        }
        return ExitCodes.OK;
    }

    private static void method(PrintWriter out, AnalysisMethod method) {
        out.println(method.id() + ": " + method.label());
        out.println("    " + method.summary());
        method.roles()
                .forEach(r -> out.println("    " + r.name() + (r.isRequired() ? "" : " (optional)") + ": " + r.doc()));
        method.parameters()
                .forEach(p -> out.println("    parameter " + p.name()
                        + (p.choices().isEmpty() ? "" : " (" + String.join(", ", p.choices()) + ")")
                        + (p.defaultValue().isEmpty() ? "" : ", default " + p.defaultValue()) + ": " + p.doc()));
    }

    private static void figure(PrintWriter out, FigureType type) {
        out.println(type.chart().id() + ": " + type.chart().label());
        out.println("    " + type.chart().description());
        type.options().forEach(o -> out.println("    option " + o));
    }

    private static void table(PrintWriter out, TableType type) {
        out.println(type.id());
        out.println("    " + type.description());
        type.options().forEach(o -> out.println("    option " + o));
    }

    private static void check(PrintWriter out, ConsistencyCheck check) {
        out.println(check.id() + ": " + check.summary());
    }
}
