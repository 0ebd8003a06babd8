package org.countersign.report.exhibit;

import java.util.ArrayList;
import java.util.List;
import org.countersign.analysis.AnalysisMethods;

/** The catalogues of figures and tables as pages of Markdown. */
public final class ExhibitsPage {

    private ExhibitsPage() {}

    /** One section for each chart that a study can ask for. */
    public static String ofFigures(List<FigureType> figures) {
        StringBuilder text = new StringBuilder();
        for (FigureType figure : figures) {
            String heading = "`" + figure.chart().id() + "`: " + figure.chart().label();
            text.append(section(heading, figure.chart().description(), figure.takes(), figure.options()));
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** One section for each kind of table. */
    public static String ofTables(List<TableType> tables) {
        StringBuilder text = new StringBuilder();
        tables.forEach(table ->
                text.append(section("`" + table.id() + "`", table.description(), table.takes(), table.options())));
        return text.toString().stripTrailing() + "\n";
    }

    /** One row for each method: the tables and the charts that show its results. */
    public static String ofMethods(List<String> methods) {
        StringBuilder text = new StringBuilder("| method | tables | charts |\n|---|---|---|\n");
        for (String method : methods) {
            text.append("| `").append(method).append("` | ").append(quoted(tables(method)));
            text.append(" | ").append(quoted(charts(method))).append(" |\n");
        }
        return text.toString();
    }

    /** The methods whose results an exhibit shows, in words. */
    public static String taken(List<String> methods) {
        return methods.equals(AnalysisMethods.ids()) ? "any method" : quoted(methods);
    }

    /** The tables and charts that show the results of a method, in words. */
    static String shownBy(String method) {
        List<String> charts = charts(method);
        return "tables " + quoted(tables(method)) + (charts.isEmpty() ? "" : " and charts " + quoted(charts));
    }

    private static List<String> tables(String method) {
        return TableTypes.all().stream()
                .filter(t -> t.takes().contains(method))
                .map(TableType::id)
                .toList();
    }

    private static List<String> charts(String method) {
        return FigureTypes.all().stream()
                .filter(f -> f.takes().contains(method))
                .map(f -> f.chart().id())
                .toList();
    }

    private static String quoted(List<String> ids) {
        List<String> quoted = new ArrayList<>();
        ids.forEach(id -> quoted.add("`" + id + "`"));
        return String.join(", ", quoted);
    }

    private static String section(String heading, String description, List<String> methods, List<String> options) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(heading).append("\n\n").append(description).append("\n\n");
        text.append("Takes analyses by ").append(taken(methods)).append(".\n\n");
        for (String option : options) {
            int colon = option.indexOf(':');
            text.append("- `")
                    .append(colon < 0 ? option : option.substring(0, colon))
                    .append('`');
            text.append(colon < 0 ? "" : option.substring(colon)).append('\n');
        }
        return text.append(options.isEmpty() ? "" : "\n").toString();
    }
}
