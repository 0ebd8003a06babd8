package org.countersign.report.exhibit;

import java.util.List;

/** The catalogues of figures and tables as pages of Markdown. */
public final class ExhibitsPage {

    private ExhibitsPage() {}

    /** One section for each chart that a study can ask for. */
    public static String ofFigures(List<FigureType> figures) {
        StringBuilder text = new StringBuilder();
        for (FigureType figure : figures) {
            String heading = "`" + figure.chart().id() + "`: " + figure.chart().label();
            text.append(section(heading, figure.chart().description(), figure.options()));
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** One section for each kind of table. */
    public static String ofTables(List<TableType> tables) {
        StringBuilder text = new StringBuilder();
        tables.forEach(table -> text.append(section("`" + table.id() + "`", table.description(), table.options())));
        return text.toString().stripTrailing() + "\n";
    }

    private static String section(String heading, String description, List<String> options) {
        StringBuilder text = new StringBuilder();
        text.append("### ").append(heading).append("\n\n").append(description).append("\n\n");
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
