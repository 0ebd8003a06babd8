package org.countersign.report.exhibit.tables;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.report.Composites;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.report.exhibit.Part;
import org.countersign.report.exhibit.TableModel.Align;
import org.countersign.report.exhibit.TableModel.Cell;
import org.countersign.report.exhibit.TableModel.Column;
import org.countersign.stats.QuantityKind;

/** The columns of a summary table: what stands in them, and above them. */
final class SummaryColumns {

    /** What is shown of a method if the author does not say, as far as it yields it. */
    private static final List<String> USUAL = List.of(
            "n",
            "n_percent",
            "k_of_n_percent",
            "at_risk",
            "excerpts",
            "respondents",
            "percent",
            "events",
            "mean",
            "sd",
            "median",
            "q1",
            "q3",
            "total_correlation",
            "corrected_correlation",
            "alpha_without",
            "estimate",
            "bare_interval",
            "statistic",
            "df",
            "df1",
            "df2",
            "p_unadjusted",
            "p");

    /** Shown where there is no estimate to which they belong. */
    private static final Set<String> BESIDE_NO_ESTIMATE =
            Set.of("mean", "sd", "median", "q1", "q3", "statistic", "df", "df1", "df2");

    private final Exhibit exhibit;
    private final List<Part> parts;

    SummaryColumns(Exhibit exhibit, List<Part> parts) {
        this.exhibit = exhibit;
        this.parts = List.copyOf(parts);
    }

    /** The usual ones that some part has; all quantities if the method yields nothing usual. */
    List<String> byDefault() {
        Set<String> all = new LinkedHashSet<>();
        parts.forEach(part -> all.addAll(part.quantities(exhibit)));
        boolean counted =
                parts.stream().anyMatch(part -> cell(part, "n_percent").isPresent());
        boolean proportions = all.contains("events")
                && parts.stream()
                        .flatMap(part -> exhibit.entry(part.path() + ".estimate").stream())
                        .anyMatch(e -> e.kind() == QuantityKind.PROPORTION);
        List<String> columns = new ArrayList<>();
        for (String usual : USUAL) {
            boolean fits = switch (usual) {
                case "n_percent" -> counted;
                case "percent" -> all.contains(usual) && !counted;
                case "k_of_n_percent" -> proportions;
                case "n" -> all.contains(usual) && !counted && !proportions;
                case "events" -> all.contains(usual) && !proportions;
                case "estimate" -> all.contains(usual) && !proportions;
                case "bare_interval" ->
                    all.contains("estimate")
                            && parts.stream().anyMatch(p -> cell(p, usual).isPresent());
                default -> all.contains(usual) && !(BESIDE_NO_ESTIMATE.contains(usual) && all.contains("estimate"));
            };
            if (fits) {
                columns.add(usual);
            }
        }
        return columns.isEmpty() || columns.equals(List.of("n")) ? List.copyOf(all) : List.copyOf(columns);
    }

    /** A quantity or composite of a part, or of what stands below it: {@code at_6.estimate_ci}. */
    Optional<Cell> cell(Part part, String column) {
        int dot = column.lastIndexOf('.');
        String path = dot < 0 ? part.path() : part.path() + "." + column.substring(0, dot);
        String name = column.substring(dot + 1);
        return exhibit.entry(path + "." + name)
                .map(e -> Cell.of(exhibit.composites(), e))
                .or(() -> Composites.NAMES.contains(name)
                        ? exhibit.composites().get(path, name).map(Cell::of)
                        : Optional.empty());
    }

    /** What can be asked for, for a hint. */
    List<String> known() {
        Set<String> known = new LinkedHashSet<>();
        for (Part part : parts) {
            known.addAll(part.quantities(exhibit));
            known.addAll(exhibit.composites().available(part.path()));
        }
        return List.copyOf(known);
    }

    Column header(String column) {
        String text = heading(column);
        String symbol = exhibit.model().style().pSymbol();
        return text.equals("P value")
                ? new Column("<i>" + symbol + "</i>\u00a0value", text, Align.NUMBER)
                : text.endsWith(" P value")
                        ? new Column(
                                text.substring(0, text.length() - "P value".length()) + "<i>" + symbol
                                        + "</i>\u00a0value",
                                text,
                                Align.NUMBER)
                        : Column.number(text);
    }

    private String heading(String column) {
        int dot = column.lastIndexOf('.');
        Optional<Part> below = dot < 0
                ? Optional.empty()
                : parts.stream()
                        .filter(p -> p.path().endsWith("." + column.substring(0, dot)))
                        .findFirst();
        return below.map(p -> named(column.substring(dot + 1), column) + ", " + inSentence(p.label()))
                .orElseGet(() -> named(column, column));
    }

    private String named(String name, String column) {
        String estimate = column.substring(0, column.length() - name.length()) + "estimate";
        return switch (name) {
            case "n" -> "No.";
            case "sd" -> "SD";
            case "median_iqr" -> "Median (quartiles)";
            case "mean_sd" -> "Mean (SD)";
            case "q1" -> "First quartile";
            case "q3" -> "Third quartile";
            case "k_of_n_percent" -> "No./total (%)";
            case "percent_ci" -> "Percentage (CI)";
            case "estimate_ci", "inline_ci" -> common(estimate).orElse("Estimate") + " (CI)";
            case "estimate_ci_p", "inline_ci_p" -> common(estimate).orElse("Estimate") + " (CI; P)";
            case "bare_interval" -> level() + "CI";
            case "interval" -> "CI";
            case "median_range" -> "Median (range)";
            case "n_percent" -> "No. (%)";
            case "k_of_n" -> "No./total";
            case "p_statement" -> "P value";
            case "p" ->
                common(column).filter(l -> l.startsWith("Adjusted")).isPresent() ? "Adjusted P value" : "P value";
            case "p_unadjusted" -> "Unadjusted P value";
            default -> common(column).orElse(capital(name.replace('_', ' ').replace('.', ' ')));
        };
    }

    /** The confidence level, if it is the same in all rows. */
    private String level() {
        List<String> levels = parts.stream()
                .flatMap(p -> exhibit.composites().level(p.path()).stream())
                .distinct()
                .toList();
        return levels.size() == 1 ? levels.get(0) + " " : "";
    }

    /** What a quantity is called, if it is called the same in all rows but for the pair of which it is. */
    private Optional<String> common(String column) {
        List<String> labels = parts.stream()
                .flatMap(p -> exhibit.entry(p.path() + "." + column).stream())
                .map(e -> e.quantity().label())
                .map(label -> label.replaceFirst(", .*", ""))
                .distinct()
                .toList();
        return labels.size() == 1 ? Optional.of(capital(labels.get(0))) : Optional.empty();
    }

    private static String inSentence(String label) {
        return label.startsWith("At ") ? "at " + label.substring("At ".length()) : label;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
