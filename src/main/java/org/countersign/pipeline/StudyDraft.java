package org.countersign.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.countersign.dataset.io.TableSketch;
import org.countersign.dataset.io.TableSketch.ColumnSketch;

/** Writes a first definition for a file whose columns are known only by their looks. */
final class StudyDraft {

    /** Names that the variable with the arms of a trial usually has. */
    private static final Pattern ARM =
            Pattern.compile("(?i)^(arm|trt|treat|group|alloc|interv|random|cohort|condition|exposure)");

    private static final int MOST_LEVELS = 10;
    private static final int MOST_CODES = 4;
    private static final int FEWEST_ROWS_OF_A_LEVEL = 2;

    private final StringBuilder yaml = new StringBuilder();
    private final TableSketch sketch;
    private final boolean decimalCommas;

    private StudyDraft(TableSketch sketch) {
        this.sketch = sketch;
        this.decimalCommas = sketch.columns().stream().anyMatch(StudyDraft::hasDecimalCommas);
    }

    static String of(String name, String file, TableSketch sketch) {
        return new StudyDraft(sketch).write(name, file);
    }

    private enum Looks {
        ID,
        DATE,
        CATEGORY,
        INTEGER,
        NUMBER,
        TEXT
    }

    private Looks looks(ColumnSketch column) {
        int distinct = column.distinct().size();
        if (distinct == 0) {
            return Looks.TEXT;
        }
        if (column.dates()) {
            return Looks.DATE;
        }
        if (decimalCommas && hasDecimalCommas(column)) {
            return Looks.NUMBER;
        }
        boolean first = column.equals(sketch.columns().get(0));
        if (column.unique() && first && sketch.rows() > 2) {
            return Looks.ID;
        }
        if (column.numeric() && !column.whole()) {
            return Looks.NUMBER;
        }
        boolean repeats = distinct * FEWEST_ROWS_OF_A_LEVEL <= sketch.rows();
        if (distinct >= 2 && repeats && distinct <= (column.numeric() ? MOST_CODES : MOST_LEVELS)) {
            return Looks.CATEGORY;
        }
        return column.whole() ? Looks.INTEGER : Looks.TEXT;
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private String write(String name, String file) {
        line(
                "# A first draft, made from the looks of the data: correct the types, give labels, then say what to compute.");
        line("title: " + quoted(name.replace('-', ' ')));
        line("authors:");
        line("  - name: \"Your name\"");
        line("data:");
        line("  status: real");
        line("");
        line("datasets:");
        line("  data:");
        line("    file: " + quoted(file));
        sketch.delimiter().ifPresent(d -> line("    delimiter: " + (d == '\t' ? "tab" : "\"" + d + "\"")));
        if (decimalCommas) {
            line("    decimal: \",\"");
        }
        if (!sketch.missing().isEmpty()) {
            line("    missing: ["
                    + String.join(
                            ", ",
                            sketch.missing().stream().map(StudyDraft::quoted).toList()) + "]");
        }
        List<ColumnSketch> columns = sketch.columns();
        columns.stream()
                .filter(c -> looks(c) == Looks.ID)
                .findFirst()
                .ifPresent(c -> line("    id: " + quoted(c.name())));
        if (columns.stream().anyMatch(this::isCoded)) {
            line("    # say what codes mean, `levels: {0: No, 1: Yes}`; `type: ordinal` where they have an order");
        }
        line("    variables:");
        columns.forEach(this::variable);
        analyses(columns);
        constants(name);
        return yaml.toString();
    }

    private void variable(ColumnSketch column) {
        Looks looks = looks(column);
        String type = looks.name().toLowerCase(Locale.ROOT);
        StringBuilder text = new StringBuilder(
                "      " + quoted(column.name()) + ": {type: " + type + ", label: " + quoted(label(column.name())));
        if (looks == Looks.CATEGORY) {
            List<String> levels = new ArrayList<>(column.distinct());
            Collections.sort(levels);
            text.append(", levels: {");
            for (int i = 0; i < levels.size(); i++) {
                text.append(i == 0 ? "" : ", ")
                        .append(quoted(levels.get(i)))
                        .append(": ")
                        .append(quoted(levels.get(i)));
            }
            text.append('}');
        }
        boolean coded = looks == Looks.CATEGORY && column.distinct().stream().allMatch(v -> v.matches("\\d+"));
        line(text + "}"
                + (coded ? "  # say what the codes mean: {0: No, 1: Yes}; `type: ordinal` if they have an order" : ""));
    }

    private boolean isCoded(ColumnSketch column) {
        return looks(column) == Looks.CATEGORY && column.distinct().stream().allMatch(v -> v.matches("\\d+"));
    }

    private static boolean hasDecimalCommas(ColumnSketch column) {
        return !column.distinct().isEmpty()
                && !column.numeric()
                && column.distinct().stream().allMatch(v -> v.matches("-?\\d+(,\\d+)?"));
    }

    private void analyses(List<ColumnSketch> columns) {
        List<ColumnSketch> pairs = columns.stream()
                .filter(c -> looks(c) == Looks.CATEGORY && c.distinct().size() == 2)
                .toList();
        Optional<ColumnSketch> group = pairs.stream()
                .filter(c -> ARM.matcher(c.name()).find())
                .findFirst()
                .or(() -> pairs.stream().findFirst());
        List<String> numbers = names(columns, List.of(Looks.INTEGER, Looks.NUMBER), group);
        List<String> categories = names(columns, List.of(Looks.CATEGORY), group);
        line("");
        line("analyses:");
        boolean any = false;
        if (group.isPresent() && numbers.size() + categories.size() > 0) {
            List<String> all = new ArrayList<>(numbers);
            all.addAll(categories);
            line("  characteristics:");
            line("    method: baseline");
            line("    outcome: [" + String.join(", ", all) + "]");
            line("    group: " + quoted(group.get().name()));
            any = true;
        }
        if (!numbers.isEmpty()) {
            line("  numbers:");
            line("    method: describe");
            line("    outcome: [" + String.join(", ", numbers) + "]");
            group.ifPresent(g -> line("    group: " + quoted(g.name())));
            any = true;
        }
        if (group.isEmpty() && !categories.isEmpty()) {
            line("  counts:");
            line("    method: frequencies");
            line("    outcome: [" + String.join(", ", categories) + "]");
            any = true;
        }
        if (!any) {
            line("  rows:");
            line("    method: participant_flow");
            line("    parameters: {steps: [all]}");
            line("");
            line("populations:");
            line("  all: {dataset: data, label: Rows}");
            return;
        }
        line("");
        line("tables:");
        if (group.isPresent() && numbers.size() + categories.size() > 0) {
            line("  characteristics: {type: baseline, analyses: [characteristics], caption: Characteristics by group}");
        } else if (group.isEmpty() && !categories.isEmpty()) {
            line("  counts: {type: frequencies, analyses: [counts], caption: Frequencies}");
        }
        if (!numbers.isEmpty()) {
            line(
                    "  numbers: {type: summary, analyses: [numbers], caption: Numeric variables, options: {columns: [n, median_iqr,"
                            + " mean_sd]}}");
            line("");
            line("figures:");
            line("  first: {chart: histogram, analyses: [numbers], caption: The first numeric variable}");
            line("");
            line(
                    "# Published numbers, each tied to the entry that must reproduce it (`countersign explain STUDY` lists the keys):");
            line("# claims:");
            line("#   - {text: 12 (8 to 15), where: Results, keys: [numbers.x.median, numbers.x.q1, numbers.x.q3]}");
        }
    }

    /** The title is gated like any prose, so a year in the study's name is declared. */
    private void constants(String name) {
        List<String> words = Arrays.stream(name.split("[- ]+"))
                .filter(w -> w.chars().anyMatch(Character::isDigit))
                .distinct()
                .toList();
        if (!words.isEmpty()) {
            line("");
            line("constants:");
            words.forEach(w -> line("  - {text: " + quoted(w) + ", reason: part of the study's name}"));
        }
    }

    private List<String> names(List<ColumnSketch> columns, List<Looks> looks, Optional<ColumnSketch> group) {
        return columns.stream()
                .filter(c -> looks.contains(looks(c)) && !group.map(c::equals).orElse(false))
                .map(c -> quoted(c.name()))
                .toList();
    }

    private static String label(String name) {
        String words = name.replace('_', ' ').strip();
        int first = words.isEmpty() ? 0 : Character.charCount(words.codePointAt(0));
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_/. -]*")
                        && !List.of("yes", "no", "true", "false", "null").contains(text)
                ? text
                : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
