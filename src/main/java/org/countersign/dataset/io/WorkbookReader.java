package org.countersign.dataset.io;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.study.DatasetSpec;
import org.countersign.study.VariableSpec;
import org.countersign.study.VariableType;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Excel workbooks (.xlsx): one sheet, the header in its first used row; a formula counts as the value it last had. */
public final class WorkbookReader implements TableReader {

    @Override
    public List<String> extensions() {
        return List.of("xlsx");
    }

    @Override
    public String label() {
        return "Excel workbook";
    }

    @Override
    public void read(InputStream in, String shown, DatasetSpec spec, TableListener listener) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            Sheet sheet = sheet(workbook, shown, spec);
            try (Stream<Row> rows = sheet.openStream()) {
                Cells cells = new Cells(spec, listener);
                rows.forEach(cells::row);
            }
        } catch (ExcelReaderException | ZipException e) {
            throw new StudyException(Diagnostic.error(
                    "bad-workbook",
                    SourceLocation.of(shown),
                    "the workbook cannot be read: " + e.getMessage(),
                    "open it and save it again as .xlsx, or export the sheet as CSV"));
        }
    }

    private static Sheet sheet(ReadableWorkbook workbook, String shown, DatasetSpec spec) {
        if (spec.sheet().isEmpty()) {
            return workbook.getFirstSheet();
        }
        String name = spec.sheet().get();
        return workbook.findSheet(name)
                .orElseThrow(() -> new StudyException(Diagnostic.error(
                                "unknown-sheet", SourceLocation.of(shown), "there is no sheet `" + name + "`")
                        .withHint(Suggestions.hint(
                                name, workbook.getSheets().map(Sheet::getName).toList()))));
    }

    private static final class Cells {
        private final DatasetSpec spec;
        private final TableListener listener;
        private List<String> header = List.of();

        Cells(DatasetSpec spec, TableListener listener) {
            this.spec = spec;
            this.listener = listener;
        }

        void row(Row row) {
            boolean first = header.isEmpty();
            int width = first ? row.getCellCount() : header.size();
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < Math.max(width, row.getCellCount()); i++) {
                texts.add(text(row, i));
            }
            while (texts.size() > width && texts.get(texts.size() - 1).isEmpty()) {
                texts.remove(texts.size() - 1);
            }
            if (texts.stream().allMatch(String::isEmpty)) {
                return;
            }
            if (first) {
                header = texts;
            }
            listener.beginRow(row.getRowNum());
            for (int i = 0; i < texts.size(); i++) {
                char[] chars = texts.get(i).toCharArray();
                listener.field(i + 1, chars, 0, chars.length);
            }
            listener.endRow();
        }

        private String text(Row row, int index) {
            Optional<Cell> cell = row.getOptionalCell(index);
            if (cell.isEmpty() || cell.get().getType() == CellType.EMPTY) {
                return "";
            }
            Cell value = cell.get();
            if (value.getType() == CellType.NUMBER) {
                return isDate(index) ? date(value) : plain(value.asNumber());
            }
            if (value.getType() == CellType.FORMULA && value.getValue() instanceof BigDecimal number) {
                return isDate(index)
                        ? LocalDate.of(1899, 12, 30)
                                .plusDays(number.longValue())
                                .toString()
                        : plain(number);
            }
            return value.getText();
        }

        private boolean isDate(int index) {
            return index < header.size()
                    && spec.variable(header.get(index))
                            .map(VariableSpec::type)
                            .filter(VariableType.DATE::equals)
                            .isPresent();
        }

        private static String date(Cell cell) {
            return cell.asDate().toLocalDate().toString();
        }

        private static String plain(BigDecimal number) {
            BigDecimal stripped = number.stripTrailingZeros();
            return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
        }
    }
}
