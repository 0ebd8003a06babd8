package org.countersign.dataset.io;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.study.DatasetSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.yaml.SourceSpan;

/**
 * What the columns of an undeclared file look like: a proposal for an author to correct, never used to read data.
 *
 * @param delimiter of the file, if it is not the usual one of its ending
 * @param columns in the order of the file
 * @param rows how many
 * @param missing texts that usually mean "no value" and stand in the file
 */
public record TableSketch(Optional<Character> delimiter, List<ColumnSketch> columns, int rows, List<String> missing) {

    private static final int MOST_DISTINCT = 1000;
    private static final Set<String> USUAL_MISSING = Set.of("NA", "N/A", "n/a", "NaN", "NULL", "null", ".", "#N/A");

    public TableSketch {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
    }

    /**
     * A column.
     *
     * @param name in the header
     * @param distinct different values in the order of their first appearance, up to a thousand
     * @param unique whether no value stands twice
     * @param whole whether all values are whole numbers
     * @param numeric whether all values are numbers
     * @param dates whether all values look like dates
     */
    public record ColumnSketch(
            String name, List<String> distinct, boolean unique, boolean whole, boolean numeric, boolean dates) {
        public ColumnSketch {
            distinct = List.copyOf(distinct);
        }
    }

    /**
     * @throws StudyException if the file cannot be read as a table
     */
    public static TableSketch of(Path file) throws IOException {
        String shown = file.toString().replace('\\', '/');
        TableReader reader = TableReaders.forFile(shown)
                .orElseThrow(() -> new StudyException(Diagnostic.error(
                        "unknown-format",
                        SourceLocation.of(shown),
                        "the ending does not say which format the file has")));
        Optional<Character> delimiter = shown.endsWith("xlsx") ? Optional.empty() : delimiter(file);
        SourceSpan here = new SourceSpan(shown, "", 1, 1);
        DatasetSpec spec = new DatasetSpec(
                "data",
                "data",
                new LocatedText(shown, here),
                Optional.empty(),
                delimiter,
                Optional.empty(),
                '.',
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                SourceLocation.of(shown));
        Sketcher sketcher = new Sketcher();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            reader.read(in, shown, spec, sketcher);
        }
        return new TableSketch(
                delimiter, sketcher.columns(), Math.max(0, sketcher.rows), List.copyOf(sketcher.missing));
    }

    private static Optional<Character> delimiter(Path file) throws IOException {
        String first;
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            first = lines.findFirst().orElse("");
        }
        boolean tabs = file.toString().endsWith(".tsv");
        char usual = tabs ? '\t' : ',';
        char best = usual;
        for (char candidate : new char[] {';', '\t', '|', ','}) {
            if (count(first, candidate) > count(first, best)) {
                best = candidate;
            }
        }
        return best == usual ? Optional.empty() : Optional.of(best);
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    private static final class Sketcher implements TableListener {
        private final List<String> header = new ArrayList<>();
        private final List<Set<String>> distinct = new ArrayList<>();
        private final List<boolean[]> kinds = new ArrayList<>();
        private final Set<String> missing = new TreeSet<>();
        private int rows = -1;
        private int field;

        @Override
        public void beginRow(long line) {
            field = 0;
        }

        @Override
        public void field(int column, char[] buffer, int offset, int length) {
            String text = new String(buffer, offset, length).strip();
            int index = field++;
            if (rows < 0) {
                header.add(text);
                distinct.add(new LinkedHashSet<>());
                kinds.add(new boolean[] {true, true, true, true});
                return;
            }
            if (index >= header.size() || text.isEmpty()) {
                return;
            }
            if (USUAL_MISSING.contains(text)) {
                missing.add(text);
                return;
            }
            boolean[] kind = kinds.get(index);
            kind[0] &= text.matches("-?\\d{1,15}");
            kind[1] &= text.matches("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
            kind[2] &= text.matches("\\d{4}-\\d{2}-\\d{2}");
            if (distinct.get(index).size() < MOST_DISTINCT) {
                kind[3] &= distinct.get(index).add(text);
            }
        }

        @Override
        public void endRow() {
            rows++;
        }

        List<ColumnSketch> columns() {
            List<ColumnSketch> columns = new ArrayList<>();
            for (int i = 0; i < header.size(); i++) {
                boolean[] k = kinds.get(i);
                columns.add(new ColumnSketch(header.get(i), List.copyOf(distinct.get(i)), k[3], k[0], k[1], k[2]));
            }
            return columns;
        }
    }
}
