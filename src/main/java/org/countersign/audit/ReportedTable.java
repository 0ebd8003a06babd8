package org.countersign.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;

/**
 * A table of reported values as text: comma, semicolon or tab separated, UTF-8, headings in the first line. A row with too
 * few cells has empty ones at its end; cells beyond the headings are left out.
 *
 * @param headings as written
 * @param rows each with as many cells as there are headings
 */
public record ReportedTable(List<String> headings, List<List<String>> rows) {

    /**
     * @throws IllegalArgumentException if a row has not as many cells as there are headings
     */
    public ReportedTable {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells; expected " + headings.size() + ", one for each heading");
            }
        }
    }

    /**
     * @param name of the file, for the diagnostic
     * @throws StudyException if the content is not such a table
     */
    public static ReportedTable parse(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            reader.forEach(row -> records.add(row.getFields()));
        } catch (CsvParseException | IOException e) {
            throw unreadable(name, "not a table: " + e.getMessage());
        }
        if (records.isEmpty()) {
            throw unreadable(name, "the table is empty; expected a line with headings");
        }
        List<String> headings = records.get(0);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : records.subList(1, records.size())) {
            rows.add(fitted(row, headings.size()));
        }
        return new ReportedTable(headings, rows);
    }

    private static List<String> fitted(List<String> row, int width) {
        List<String> cells = new ArrayList<>(row.subList(0, Math.min(width, row.size())));
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    /** The separator of the headings. */
    private static char separator(String text) {
        String headings = text.lines().findFirst().orElse("");
        if (headings.indexOf('\t') >= 0) {
            return '\t';
        }
        return headings.indexOf(';') >= 0 && headings.indexOf(',') < 0 ? ';' : ',';
    }

    private static StudyException unreadable(String name, String message) {
        return new StudyException(Diagnostic.error(
                "unreadable-table",
                SourceLocation.of(name),
                message,
                "a text file with headings in its first line, cells parted by commas, semicolons or tabs"));
    }
}
