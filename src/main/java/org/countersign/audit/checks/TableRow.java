package org.countersign.audit.checks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.audit.extract.ReportedP;
import org.countersign.numbers.Comparison;
import org.countersign.numbers.ReportedNumber;

/** One row of reported values, kept as text. A cell that cannot be read ends the row's check with its reason. */
public final class TableRow {

    private final Map<String, String> cells;

    private TableRow(Map<String, String> cells) {
        this.cells = cells;
    }

    /**
     * @param cells by heading; headings are compared in lower case, empty cells count as absent
     */
    public static TableRow of(Map<String, String> cells) {
        Map<String, String> copy = new LinkedHashMap<>();
        cells.forEach((name, text) -> {
            if (!text.isBlank()) {
                copy.put(name.strip().toLowerCase(Locale.ROOT), text.strip());
            }
        });
        return new TableRow(copy);
    }

    /** Headings and cells in turn. */
    static TableRow of(String... namesAndCells) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < namesAndCells.length; i += 2) {
            cells.put(namesAndCells[i], namesAndCells[i + 1]);
        }
        return of(cells);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(cells.get(name));
    }

    /**
     * @throws UnreadableCellException if the cell is empty
     */
    public String requireText(String name) {
        return text(name).orElseThrow(() -> new UnreadableCellException("column `" + name + "` is empty"));
    }

    /**
     * @throws UnreadableCellException if the cell is not a number
     */
    public Optional<ReportedNumber> number(String name) {
        return text(name).map(text -> read(name, text));
    }

    /**
     * @throws UnreadableCellException if the cell is empty or not a plain number
     */
    public ReportedNumber require(String name) {
        ReportedNumber number = read(name, requireText(name));
        if (number.comparison() != Comparison.EQUAL) {
            throw new UnreadableCellException("column `" + name + "`: `" + number.text() + "` is not a plain number");
        }
        return number;
    }

    /**
     * A whole number of at least {@code minimum}.
     *
     * @throws UnreadableCellException if the cell holds something else
     */
    public Optional<Integer> count(String name, int minimum) {
        return text(name).map(text -> {
            BigDecimal value = read(name, text).value();
            if (value.stripTrailingZeros().scale() > 0
                    || value.compareTo(BigDecimal.valueOf(minimum)) < 0
                    || value.compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
                throw new UnreadableCellException("column `" + name + "`: `" + text
                        + "` is not a whole number of at least " + minimum + " and at most a thousand million");
            }
            return value.intValueExact();
        });
    }

    /**
     * @throws UnreadableCellException if the cell is empty or not such a number
     */
    public int requireCount(String name, int minimum) {
        return count(name, minimum).orElseThrow(() -> new UnreadableCellException("column `" + name + "` is empty"));
    }

    /**
     * Several numbers, parted by semicolons.
     *
     * @throws UnreadableCellException if the cell is empty or a part is not a number
     */
    public List<ReportedNumber> requireList(String name) {
        List<ReportedNumber> numbers = new ArrayList<>();
        for (String part : requireText(name).split(";", -1)) {
            numbers.add(read(name, part));
        }
        return List.copyOf(numbers);
    }

    /**
     * A p-value, with its comparison in the cell or in a column of its own.
     *
     * @throws UnreadableCellException if the cell is neither a number nor "ns"
     */
    public Optional<ReportedP> p(String name, String comparisonName) {
        return text(name).map(text -> {
            String sign = text(comparisonName).orElse("");
            return ReportedP.parse(sign + text)
                    .orElseThrow(() -> new UnreadableCellException(
                            "column `" + name + "`: `" + sign + text + "` is not a p-value"));
        });
    }

    private static ReportedNumber read(String name, String text) {
        return ReportedNumber.parse(text)
                .orElseThrow(
                        () -> new UnreadableCellException("column `" + name + "`: `" + text + "` is not a number"));
    }
}
