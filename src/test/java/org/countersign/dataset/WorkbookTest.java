package org.countersign.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.countersign.diagnostics.StudyException;
import org.countersign.study.StudyLoader;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as spreadsheets save them: typed cells, dates as numbers, a second sheet. */
class WorkbookTest {

    @TempDir
    private Path study;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(study.resolve("data"));
        try (OutputStream out = Files.newOutputStream(study.resolve("data/book.xlsx"));
                Workbook book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("notes").value(0, 0, "not the data");
            Worksheet sheet = book.newWorksheet("data");
            String[] header = {"id", "arm", "weight", "visit"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            row(sheet, 1, "P01", "new", 71.5, LocalDate.of(2026, 2, 28));
            row(sheet, 2, "P02", "old", 80, LocalDate.of(2026, 3, 1));
            sheet.value(4, 0, "P03");
            sheet.value(4, 1, "old");
        }
    }

    private static void row(Worksheet sheet, int row, String id, String arm, double weight, LocalDate visit) {
        sheet.value(row, 0, id);
        sheet.value(row, 1, arm);
        sheet.value(row, 2, weight);
        sheet.value(row, 3, visit);
        sheet.style(row, 3).format("yyyy-MM-dd").set();
    }

    private Dataset read(String weight) {
        String definition = """
                title: A workbook
                data: {status: simulated, reason: invented for tests}
                datasets:
                  people:
                    file: data/book.xlsx
                    sheet: data
                    id: id
                    variables:
                      id: id
                      arm: {type: category, levels: [old, new]}
                      weight: %s
                      visit: date
                    derived:
                      since: visit - date("2026-02-01")
                analyses:
                  weights: {method: describe, outcome: weight}
                """.formatted(weight);
        return DatasetLoader.load(StudyLoader.load(study, "study.yaml", definition))
                .get("people")
                .orElseThrow();
    }

    @Test
    void reads_typed_cells_dates_and_rows_with_empty_cells() {
        Dataset people = read("number");
        assertThat(people.rows()).isEqualTo(3);
        NumberColumn weight = (NumberColumn) people.column("weight").orElseThrow();
        assertThat(weight.value(0)).isEqualTo(71.5);
        assertThat(weight.value(1)).isEqualTo(80);
        assertThat(weight.isMissing(2)).isTrue();
        assertThat(weight.decimals()).isEqualTo(1);
        NumberColumn since = (NumberColumn) people.column("since").orElseThrow();
        assertThat(since.value(0)).isEqualTo(27);
        assertThat(since.value(1)).isEqualTo(28);
        CategoryColumn arm = (CategoryColumn) people.column("arm").orElseThrow();
        assertThat(arm.level(0)).isEqualTo(1);
        assertThat(people.source().sha256()).hasSize(64);
    }

    @Test
    void tells_the_row_and_column_of_a_cell_that_does_not_fit() {
        assertThatThrownBy(() -> read("{type: number, range: [0, 75]}"))
                .isInstanceOfSatisfying(
                        StudyException.class,
                        e -> assertThat(e.diagnostics()).singleElement().satisfies(d -> {
                            assertThat(d.code()).isEqualTo("out-of-range");
                            assertThat(d.location().line()).isEqualTo(3);
                            assertThat(d.location().column()).isEqualTo(3);
                        }));
    }
}
