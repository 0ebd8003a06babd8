package org.countersign.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countersign.StudyFixture;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an author or a hostile sender can get wrong: one clear message each with its place, exit code 2, and the previous
 * report as it was.
 */
@Timeout(60)
class WrongInputTest {

    private static final String YAML = "study.yaml";
    private static final String MANUSCRIPT = "manuscript.md";

    @TempDir
    private Path project;

    private StudyFixture study;

    @BeforeEach
    void previousReport() throws IOException {
        study = StudyFixture.in(project);
        Files.createDirectories(study.report());
        Files.writeString(study.report().resolve("report.html"), "the previous report");
    }

    /** Builds, and asserts all that holds for every wrong input. */
    private List<Diagnostic> refused() {
        Outcome outcome = Outcome.ofBuild(project);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.errors()).as(outcome.err()).isNotEmpty();
        assertThat(outcome.err()).doesNotContain("internal error").doesNotContain("\tat ");
        assertThat(study.report().resolve("report.html")).hasContent("the previous report");
        assertThat(study.report()).isDirectoryContaining("glob:**report.html");
        assertThat(project.resolve("reports")).isDirectoryNotContaining("glob:**/.trial*");
        return outcome.errors();
    }

    private void refused(String code, SourceLocation place, String message, String hint) {
        List<Diagnostic> errors = refused();
        assertThat(errors).hasSize(1);
        Diagnostic error = errors.get(0);
        assertThat(error.code()).as(error.toString()).isEqualTo(code);
        assertThat(error.location()).as(error.toString()).isEqualTo(place);
        assertThat(error.message()).contains(message);
        assertThat(error.hint().orElse("")).contains(hint);
    }

    private SourceLocation data(int line, int column) {
        return SourceLocation.of(study.shown(StudyFixture.DATA), line, column);
    }

    @Test
    void theStudyIsRightToBeginWith() {
        Outcome outcome = Outcome.ofBuild(project);
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(study.report().resolve("report.pdf")).isNotEmptyFile();
    }

    @Nested
    class DataFiles {

        @Test
        void missingFile() {
            study.edit(YAML, "data/people.csv", "data/peple.csv");
            refused(
                    "file-not-found",
                    study.place(YAML, "data/peple.csv"),
                    "data/peple.csv",
                    "did you mean `data/people.csv`?");
        }

        @Test
        void emptyFile() {
            study.write(StudyFixture.DATA, "");
            refused("empty-file", SourceLocation.of(study.shown(StudyFixture.DATA)), "empty", "first line");
        }

        @Test
        void headerOnly() {
            study.write(StudyFixture.DATA, "id,arm,age,score,visit,better\n");
            refused("empty-file", SourceLocation.of(study.shown(StudyFixture.DATA)), "no rows", "");
        }

        @Test
        void wrongDelimiter() {
            study.write(StudyFixture.DATA, study.text(StudyFixture.DATA).replace(',', ';'));
            refused("wrong-delimiter", data(1, 1), "single column", "delimiter: \";\"");
        }

        @ParameterizedTest
        @CsvSource({"'P3,t,48,1.0,2024-03-01,no', 'P3,t,48,1.0,2024-03-01', 5", "'P3,t', 'P3,t,t', 7"})
        void raggedRow(String old, String replacement, int fields) {
            study.edit(StudyFixture.DATA, old, replacement);
            List<Diagnostic> errors = refused();
            assertThat(errors).anySatisfy(e -> {
                assertThat(e.code()).isEqualTo("ragged-row");
                assertThat(e.location()).isEqualTo(data(4, 0));
                assertThat(e.message()).contains(fields + " fields", "header has 6");
            });
        }

        @Test
        void duplicateHeader() {
            study.edit(StudyFixture.DATA, "visit,better", "visit,age");
            List<Diagnostic> errors = refused();
            assertThat(errors).anySatisfy(e -> {
                assertThat(e.code()).isEqualTo("duplicate-column");
                assertThat(e.location()).isEqualTo(data(1, 24));
                assertThat(e.message()).contains("`age` twice");
            });
        }

        @Test
        void missingColumn() {
            study.edit(StudyFixture.DATA, "visit,better", "visit,beter");
            refused(
                    "unknown-column",
                    study.place(YAML, "better: {"),
                    "`better` is not a column",
                    "did you mean `beter`?");
        }

        @Test
        void duplicateId() {
            study.edit(StudyFixture.DATA, "P3,t", "P2,t");
            refused("duplicate-id", data(4, 1), "P2", "");
        }

        @Test
        void badEncoding() {
            study.write(
                    StudyFixture.DATA,
                    study.text(StudyFixture.DATA).replace("P3", "P\u00e9").getBytes(ISO_8859_1));
            List<Diagnostic> errors = refused();
            assertThat(errors).singleElement().satisfies(e -> {
                assertThat(e.code()).isEqualTo("bad-encoding");
                assertThat(e.location().file()).isEqualTo(study.shown(StudyFixture.DATA));
                assertThat(e.message()).contains("UTF-8");
                assertThat(e.hint().orElseThrow()).contains("ISO-8859-1");
            });
        }

        @Test
        void unknownEncoding() {
            study.edit(YAML, "    missing: [NA]\n", "    missing: [NA]\n    encoding: UFT-8\n");
            refused("unknown-encoding", study.place(YAML, "UFT-8"), "UFT-8", "UTF-8");
        }

        @Test
        void outOfRange() {
            study.edit(StudyFixture.DATA, "P2,t,45", "P2,t,450");
            refused("out-of-range", data(3, 6), "`450` is outside the range of `age`, 18 to 90", "missing");
        }

        @Test
        void beyondWhatCanBeComputedWith() {
            study.edit(StudyFixture.DATA, "P4,t,61,4.5", "P4,t,61,1e301");
            refused("out-of-range", data(5, 9), "`1e301` in `score`", "another unit");
        }

        @Test
        void unknownLevel() {
            study.edit(StudyFixture.DATA, "P5,c", "P5,x");
            refused("unknown-level", data(6, 4), "`x`", "");
        }

        @Test
        void decimalComma() {
            study.edit(StudyFixture.DATA, "P4,t,61,4.5", "P4,t,61,\"4,5\"");
            refused("decimal-comma", data(5, 10), "decimal comma", "4.5");
        }

        @Test
        void notANumber() {
            study.edit(StudyFixture.DATA, "P4,t,61,4.5", "P4,t,61,lots");
            refused("not-a-number", data(5, 9), "`lots`", "missing: [\"lots\"]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"NaN", "Infinity", "0x10", "1e999", "1_000", "\u0661\u0662"})
        void whatJavaWouldTakeForANumber(String text) {
            study.edit(StudyFixture.DATA, "P4,t,61,4.5", "P4,t,61," + text);
            List<Diagnostic> errors = refused();
            assertThat(errors)
                    .singleElement()
                    .satisfies(e -> assertThat(e.location()).isEqualTo(data(5, 9)));
        }

        @Test
        void notAnInteger() {
            study.edit(StudyFixture.DATA, "P4,t,61,", "P4,t,61.5,");
            refused("not-an-integer", data(5, 6), "61.5", "type: number");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2023-02-29", "2024-13-01", "29.02.2024", "2024-2-9"})
        void dateThatDoesNotExist(String date) {
            study.edit(StudyFixture.DATA, "2024-02-29", date);
            List<Diagnostic> errors = refused();
            assertThat(errors).singleElement().satisfies(e -> {
                assertThat(e.location()).isEqualTo(data(3, 13));
                assertThat(e.message()).contains(date);
            });
        }

        @Test
        void requiredValueMissing() {
            study.edit(YAML, "label: Age, ", "label: Age, required: true, ")
                    .edit(StudyFixture.DATA, "P2,t,45", "P2,t,NA");
            refused("missing-value", data(3, 6), "`age` has no value", "");
        }

        @Test
        void quoteThatIsNotClosed() {
            study.edit(StudyFixture.DATA, "P4,t,61,4.5", "P4,t,61,\"4.5");
            assertThat(refused()).isNotEmpty();
        }

        @Test
        void theSameMistakeInManyRowsIsToldOnce() {
            study.edit(YAML, "levels: {t: Treatment", "levels: {x: Treatment");
            assertThat(refused())
                    .filteredOn(e -> e.code().equals("unknown-level"))
                    .singleElement()
                    .satisfies(e -> {
                        assertThat(e.location().file()).endsWith("people.csv");
                        assertThat(e.message()).contains("`t` is not a level of `arm`; the same on lines");
                        assertThat(e.hint().orElseThrow())
                                .contains("declared at")
                                .contains("study.yaml:")
                                .contains("x, c");
                    });
        }

        @Test
        void allMistakesOfAllFilesAtOnceAndTheRestCounted() {
            StringBuilder rows = new StringBuilder("id,arm,age,score,visit,better\n");
            for (int i = 0; i < 80; i++) {
                rows.append("Q").append(i).append(",t,").append(400 + i).append(",1,2024-01-01,no\n");
            }
            study.write(StudyFixture.DATA, rows.toString());
            study.edit(
                    YAML,
                    "populations:",
                    "  more:\n    file: data/more.csv\n    variables: {x: integer}\npopulations:");
            study.write("data/more.csv", "x\none\n");
            List<Diagnostic> errors = refused();
            assertThat(errors).hasSize(52);
            assertThat(errors).filteredOn(e -> e.code().equals("out-of-range")).hasSize(50);
            assertThat(errors)
                    .filteredOn(e -> e.code().equals("more-errors"))
                    .singleElement()
                    .satisfies(e -> assertThat(e.message()).contains("30 more"));
            assertThat(errors).filteredOn(e -> e.code().equals("not-a-number")).hasSize(1);
        }

        @Test
        void unknownFormat() {
            study.edit(YAML, "data/people.csv", "data/people.sav").write("data/people.sav", "x");
            refused("unknown-format", study.place(YAML, "data/people.sav"), "people.sav", "csv");
        }

        @ParameterizedTest
        @CsvSource({"-1, out-of-range", "NA, missing-value", "1.5, not-an-integer"})
        void negativeMissingAndBrokenCounts(String count, String code) {
            study.edit(YAML, "    missing: [NA]\n", "    count: times\n    missing: [NA]\n")
                    .edit(YAML, "      visit: date\n", "      visit: date\n      times: integer\n")
                    .write(
                            StudyFixture.DATA,
                            "id,arm,age,score,visit,better,times\nP1,t,34,2.5,2024-01-15,yes," + count + "\n");
            refused(code, data(2, 28), "", "");
        }

        @Test
        void countsThatAreNoCounts() {
            study.edit(YAML, "    missing: [NA]\n", "    count: score\n    missing: [NA]\n");
            refused(
                    "wrong-type",
                    study.place(YAML, "score\n    missing"),
                    "`score` is not an integer",
                    "type: integer");
        }
    }

    @Nested
    class Workbooks {

        @Test
        void wrongSheet() throws IOException {
            study.write("data/people.xlsx", workbook("Sheet1"));
            study.edit(YAML, "data/people.csv", "data/people.xlsx")
                    .edit(YAML, "    missing: [NA]\n", "    missing: [NA]\n    sheet: Sheet2\n");
            List<Diagnostic> errors = refused();
            assertThat(errors).singleElement().satisfies(e -> {
                assertThat(e.code()).isEqualTo("unknown-sheet");
                assertThat(e.message()).contains("Sheet2");
                assertThat(e.hint().orElseThrow()).contains("did you mean `Sheet1`?");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "not a workbook", "PK\u0003\u0004garbage"})
        void brokenWorkbook(String content) {
            study.write("data/people.xlsx", content).edit(YAML, "data/people.csv", "data/people.xlsx");
            assertThat(refused()).singleElement().satisfies(e -> {
                assertThat(e.code()).isEqualTo("unreadable-file");
                assertThat(e.location().file()).isEqualTo(study.shown("data/people.xlsx"));
            });
        }

        static byte[] workbook(String sheet) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                entry(zip, "[Content_Types].xml", """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Default Extension="xml" ContentType="application/xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
                        </Types>""");
                entry(zip, "_rels/.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                        </Relationships>""");
                entry(zip, "xl/_rels/workbook.xml.rels", """
                        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                        </Relationships>""");
                entry(zip, "xl/workbook.xml", """
                        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                        <sheets><sheet name="%s" sheetId="1" r:id="r1"/></sheets></workbook>""".formatted(sheet));
                entry(zip, "xl/worksheets/sheet1.xml", """
                        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                        <row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row></sheetData></worksheet>""");
            }
            return bytes.toByteArray();
        }

        private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    @Nested
    class OutsideTheStudy {

        @ParameterizedTest
        @ValueSource(strings = {"../../secret.csv", "data/../../../secret.csv"})
        void path(String path) throws IOException {
            Files.writeString(project.resolve("secret.csv"), study.text(StudyFixture.DATA));
            study.edit(YAML, "data/people.csv", path);
            refused("outside-study", study.place(YAML, path), "outside the study's folder", "copy it");
        }

        @Test
        void absolutePath() throws IOException {
            Path secret = Files.writeString(project.resolve("secret.csv"), study.text(StudyFixture.DATA));
            study.edit(YAML, "data/people.csv", secret.toAbsolutePath().toString());
            assertThat(refused())
                    .singleElement()
                    .satisfies(e -> assertThat(e.code()).isEqualTo("outside-study"));
        }

        @Test
        void symbolicLink() throws IOException {
            Path secret = Files.writeString(project.resolve("secret.csv"), study.text(StudyFixture.DATA));
            Path link = study.study().resolve("data/link.csv");
            Files.createSymbolicLink(link, secret);
            study.edit(YAML, "data/people.csv", "data/link.csv");
            refused("outside-study", study.place(YAML, "data/link.csv"), "outside", "copy it");
        }

        @Test
        void linkedFolderAndManuscript() throws IOException {
            Path elsewhere = Files.createDirectories(project.resolve("elsewhere"));
            Files.writeString(elsewhere.resolve("m.md"), "Hello.");
            Files.createSymbolicLink(study.study().resolve("linked"), elsewhere);
            study.append("manuscript: linked/m.md\n");
            refused("outside-study", study.place(YAML, "linked/m.md"), "outside", "copy it");
        }

        @Test
        void theDefinitionItselfIsALink() throws IOException {
            Path elsewhere = Files.writeString(project.resolve("elsewhere.yaml"), "secret: 1\n");
            Files.delete(study.study().resolve(YAML));
            Files.createSymbolicLink(study.study().resolve(YAML), elsewhere);
            assertThat(refused()).noneSatisfy(e -> assertThat(e.message()).contains("secret"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../../../evil", "a/b", "..", "x.y", "a b"})
        void outputNames(String id) {
            study.edit(YAML, "tables:\n  ages:", "tables:\n  \"" + id + "\":");
            assertThat(refused()).singleElement().satisfies(e -> {
                assertThat(e.location()).isEqualTo(study.place(YAML, "\"" + id + "\""));
                assertThat(e.message()).contains(id);
            });
            assertThat(project.resolve("evil.csv")).doesNotExist();
        }
    }

    @Nested
    class Definition {

        @Test
        void emptyDefinition() {
            study.write(YAML, "");
            refused("empty-file", SourceLocation.of(study.shown(YAML)), "empty", "countersign new");
        }

        @Test
        void notYaml() {
            study.edit(YAML, "title: An Invented Trial", "title: \"An Invented Trial");
            List<Diagnostic> errors = refused();
            assertThat(errors).singleElement().satisfies(e -> {
                assertThat(e.code()).isEqualTo("yaml-syntax");
                assertThat(e.location().line()).isPositive();
                assertThat(e.hint().orElseThrow()).contains("unclosed quote");
            });
        }

        @Test
        void tabForIndentation() {
            study.edit(YAML, "    missing: [NA]\n", "\tmissing: [NA]\n");
            List<Diagnostic> errors = refused();
            assertThat(errors).singleElement().satisfies(e -> {
                assertThat(e.code()).isEqualTo("yaml-syntax");
                assertThat(e.location().line()).isEqualTo(7);
                assertThat(e.hint().orElseThrow()).contains("tabs");
            });
        }

        @Test
        void notUtf8() {
            study.write(
                    YAML,
                    study.text(YAML).replace("Invented T", "Inv\u00e9nted T").getBytes(ISO_8859_1));
            refused("bad-encoding", SourceLocation.of(study.shown(YAML)), "UTF-8", "save it as UTF-8");
        }

        @Test
        void misspeltKey() {
            study.edit(YAML, "    missing: [NA]", "    mising: [NA]");
            List<Diagnostic> errors = refused();
            assertThat(errors.get(0).code()).isEqualTo("unknown-key");
            assertThat(errors.get(0).location()).isEqualTo(study.place(YAML, "mising"));
            assertThat(errors.get(0).hint()).contains("did you mean `missing`?");
        }

        @Test
        void duplicateKey() {
            study.append("title: Another\n");
            refused(
                    "duplicate-key",
                    SourceLocation.of(study.shown(YAML), 27, 1),
                    "second time; the first is on line 1",
                    "keep one");
        }

        @Test
        void missingKey() {
            study.edit(YAML, "title: An Invented Trial\n", "");
            refused("missing-key", SourceLocation.of(study.shown(YAML), 1, 1), "`title` is missing", "");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "range: [18, 90]|range: [18, old]|wrong-type|old",
                    "range: [18, 90]|range: [90, 18]|wrong-type|age: {",
                    "range: [18, 90]|decimals: many|wrong-type|many",
                    "range: [18, 90]|decimals: 99999999999|wrong-type|99999999999",
                    "range: [18, 90]|required: perhaps|wrong-type|perhaps",
                    "type: integer,|type: intger,|unknown-value|intger",
                    "keys: [ages.t.median]|keys: {a: b}|wrong-type|{a: b}",
                    "reference: c}|reference: d}|unknown-level|d}",
                    "analyses: [ages]|analyses: [age]|unknown-analysis|age]",
                    "method: describe|method: descrbe|unknown-method|descrbe",
                    "outcome: age,|outcome: agee,|unknown-variable|agee",
                    "outcome: score, group: arm}|outcome: visit, group: arm}|wrong-variable-type|visit, g",
                    "outcome: score, group: arm}|outcome: score, group: arm, covariates: [age]}|unknown-role|age]}",
                    "parameters: {event:|parameters: {evnt:|unknown-parameter|\"yes\"}}",
                    "type: summary|type: sumary|unknown-value|sumary",
                    "where: age >= 40|where: agee >= 40|unknown-variable|agee",
                    "outcome: age, group: arm}|outcome: age, group: arm, parameters: {decimals: 999999999}}|wrong-parameter|999999999",
                    "where: age >= 40|where: age|expression-type|age}",
                })
        void oneMistakeAtItsPlace(String old, String wrong, String code, String at) {
            study.edit(YAML, old, wrong);
            List<Diagnostic> errors = refused();
            assertThat(errors).anySatisfy(e -> {
                assertThat(e.code()).isEqualTo(code);
                assertThat(e.location()).isEqualTo(study.place(YAML, at));
            });
        }

        @Test
        void severalAtOnce() {
            study.edit(YAML, "title: An Invented Trial", "titel: An Invented Trial")
                    .edit(YAML, "type: integer,", "type: intger,")
                    .edit(YAML, "where: age >= 40", "were: age >= 40");
            assertThat(refused())
                    .extracting(Diagnostic::code)
                    .containsExactlyInAnyOrder("unknown-key", "missing-key", "unknown-value", "unknown-key");
        }

        @Test
        void cyclicDerived() {
            study.edit(
                    YAML,
                    "      older: {label: Older, expression: age >= 50}",
                    "      a: {expression: b + 1}\n      b: {expression: c + 1}\n      c: {expression: a + 1}");
            refused("cyclic-derived", study.place(YAML, "b + 1"), "a -> b -> c -> a", "without the others");
        }

        @Test
        void derivedFromItself() {
            study.edit(YAML, "expression: age >= 50", "expression: older + 1");
            assertThat(refused()).first().satisfies(e -> assertThat(e.code()).isEqualTo("cyclic-derived"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "age >=|expression-syntax",
                    "agee >= 50|unknown-variable",
                    "foo(age)|unknown-function",
                    "arm >= 50|expression-type",
                    "arm = 50|unknown-level",
                    "age > 1 & age < 0|expression-syntax",
                    "ifelse(age > 1, 1, 0)|unknown-function",
                    "arm = \"x\"|unknown-level",
                    "age + arm|expression-type",
                    "sum()|expression-arguments",
                    "(age|expression-syntax",
                    "age = \"50|expression-syntax",
                    "date(\"2023-02-29\")|no-such-date",
                })
        void expressions(String expression, String code) {
            study.edit(YAML, "expression: age >= 50", "expression: '" + expression + "'");
            assertThat(refused()).singleElement().satisfies(e -> {
                assertThat(e.code()).as(e.toString()).isEqualTo(code);
                assertThat(e.location().line())
                        .isEqualTo(study.place(YAML, "older:").line());
            });
        }

        @Test
        void emptyNumberedRange() {
            study.edit(YAML, "  visit: date", "  item_{5..1}: integer");
            assertThat(refused()).singleElement().satisfies(e -> {
                assertThat(e.location()).isEqualTo(study.place(YAML, "item_{5..1}"));
                assertThat(e.message()).contains("item_{5..1}");
            });
        }

        @Test
        void unknownStyleAndSetting() {
            study.append("style: jamma\n");
            refused("unknown-style", study.place(YAML, "jamma"), "`jamma`", "ama");
            study.edit(YAML, "style: jamma", "style: {profile: ama, settings: {minsu: x}}");
            refused("unknown-key", study.place(YAML, "x}}"), "`minsu`", "did you mean `minus`?");
        }

        @Test
        void unusableStyleSetting() {
            study.append("style: {settings: {p-smallest: small}}\n");
            assertThat(refused())
                    .singleElement()
                    .satisfies(e -> assertThat(e.location()).isEqualTo(study.place(YAML, "small}")));
        }

        @Test
        void unknownStudy() {
            Outcome outcome = Outcome.of("-C", project.toString(), "--format", "json", "build", "trail");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.hint()).contains("did you mean `trial`?"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "notes: &a [*a]",
                    "a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                            + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                            + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]"
                })
        void aliasBomb(String yaml) {
            study.append(yaml + "\n");
            assertThat(refused()).isNotEmpty();
        }

        @Test
        void deepNesting() {
            study.append("notes: " + "[".repeat(50_000) + "]".repeat(50_000) + "\n");
            assertThat(refused()).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"(", "-", "not ", "1+", "2^"})
        void deepExpression(String nesting) {
            study.edit(YAML, "expression: age >= 50", "expression: '" + nesting.repeat(40_000) + "age'");
            assertThat(refused()).isNotEmpty();
        }

        @Test
        void tagsMakeNoObjects() {
            study.append("funding: !!javax.script.ScriptEngineManager [x]\n");
            assertThat(refused())
                    .singleElement()
                    .satisfies(e -> assertThat(e.code()).isEqualTo("wrong-type"));
        }
    }

    @Nested
    class Claims {

        @Test
        void unknownKey() {
            study.edit(YAML, "ages.t.median", "ages.t.medan");
            refused(
                    "unknown-ledger-key",
                    study.place(YAML, "ages.t.medan"),
                    "ages.t.medan",
                    "did you mean `ages.t.median`?");
        }

        @Test
        void numbersAndKeysDoNotMatch() {
            study.edit(YAML, "\"46.5\"", "\"46.5 and 47\"");
            refused(
                    "claim-numbers",
                    study.place(YAML, "\"46.5 and 47\""),
                    "holds 2 numbers, `keys` names 1 key",
                    "in order");
        }

        @Test
        void namesThatAreNoNames() {
            study.append("  - {text: themes, keys: [ages.t.median], says: names, values: [a]}\n");
            assertThat(refused()).isNotEmpty();
        }
    }

    @Nested
    class Analyses {

        @Test
        void constantAndEmptyGroupsAreTold() throws IOException {
            study.write(StudyFixture.DATA, """
                    id,arm,age,score,visit,better
                    P1,t,34,2.5,2024-01-15,yes
                    P2,t,34,2.5,2024-02-29,yes
                    P3,t,34,2.5,2024-03-01,yes
                    """);
            study.edit(YAML, "      older:", "      same: {expression: age - age}\n      older:")
                    .edit(YAML, "text: \"46.5\"", "text: \"34\"")
                    .edit(
                            YAML,
                            "populations:\n",
                            "populations:\n  nobody: {dataset: people, label: Nobody, where: age > 89}\n")
                    .edit(YAML, "tables:", "  none: {method: describe, outcome: age, population: nobody}\ntables:");
            Outcome outcome = Outcome.ofBuild(project);
            assertThat(outcome.code()).as(outcome.err()).isZero();
            assertThat(Files.readString(study.report().resolve("results.json")))
                    .contains("notComputed")
                    .doesNotContain("NaN");
            assertThat(Files.readString(study.report().resolve("report.html")))
                    .doesNotContainPattern("(?<![A-Za-z0-9+/])NaN(?![A-Za-z0-9+/])");
        }

        @Test
        void threeGroupsForATest() {
            study.edit(YAML, "levels: {t: Treatment, c: Control}", "levels: {t: Treatment, c: Control, x: Other}");
            assertThat(refused()).allSatisfy(e -> assertThat(e.code()).isEqualTo("wrong-levels"));
        }

        @Test
        void optionThatIsNoNumber() {
            study.append(
                    "figures:\n  spread: {chart: quartiles, analyses: [ages], caption: Ages, options: {reference: zero}}\n");
            assertThat(refused()).singleElement().satisfies(e -> {
                assertThat(e.location()).isEqualTo(study.place(YAML, "zero"));
                assertThat(e.message()).contains("zero");
            });
        }
    }

    @Nested
    class Manuscript {

        private void refusedAt(String code, String at, String message, String hint) {
            refused(code, study.place(MANUSCRIPT, at), message, hint);
        }

        @Test
        void typedNumber() {
            study.manuscript("## Results\n\nThe median age was ${ages.t.median},\nnot 47 as *we* thought.\n");
            refusedAt("typed-number", "47", "`47` is typed; it comes from no ledger entry", "constants");
        }

        @Test
        void typedNumberThatTheLedgerHas() {
            study.manuscript("The median age was 46.5 years.\n");
            refusedAt("typed-number", "46.5", "`46.5`", "${ages.t.median}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"12", "1.5%", "\u22122", "H1N1", "1st", "10^3", "\u0663", "\u00bd", "\u2466", "&#49;2"})
        void everyKindOfDigit(String typed) {
            study.manuscript("We saw " + typed + " of them.\n");
            assertThat(refused()).isNotEmpty().allSatisfy(e -> {
                assertThat(e.code()).isEqualTo("typed-number");
                assertThat(e.location().line()).isEqualTo(1);
            });
        }

        @Test
        void typedInCaptionTitleAndAlternative() {
            study.edit(YAML, "caption: Age by arm", "caption: Age of 8 people by arm")
                    .edit(YAML, "An Invented Trial", "An Invented Trial of 1999");
            study.append(
                    "figures:\n  spread: {chart: quartiles, analyses: [ages], caption: Ages, alternative: Nearly 46 years}\n");
            List<Diagnostic> errors = refused();
            assertThat(errors)
                    .extracting(Diagnostic::location)
                    .containsExactlyInAnyOrder(
                            study.place(YAML, "8 people"), study.place(YAML, "1999"), study.place(YAML, "46 years"));
        }

        @Test
        void unknownKey() {
            study.manuscript("Text.\n\nThe age was ${ages.t.medan}.\n");
            refusedAt("unknown-ledger-key", "${ages.t.medan", "`ages.t.medan`", "did you mean `median`?");
        }

        @Test
        void unknownNameFunctionAndDirective() {
            study.manuscript(
                    "${agess.t.median} ${wrods(ages.t.n)} <@tabel id=\"ages\"/> <@table id=\"age\"/> ${fig(\"x\")}\n");
            List<Diagnostic> errors = refused();
            assertThat(errors).extracting(Diagnostic::code).contains("unknown-name", "unknown-table", "unknown-figure");
            assertThat(errors).anySatisfy(e -> assertThat(e.hint()).contains("did you mean `words`?"));
            assertThat(errors).anySatisfy(e -> assertThat(e.hint()).contains("did you mean `table`?"));
        }

        @Test
        void aPointerAtATableThatIsNotPlaced() {
            study.manuscript("One.\n\nSee ${tab(\"ages\")}.\n");
            refusedAt("not-placed", "${tab", "table `ages`", "<@table id=\"ages\"/>");
        }

        @Test
        void wordsOfTheWrongKindOfNumber() {
            study.manuscript("It was ${significant(ages.t.median)} and ${majority(ages.t.n, \"most\", \"few\")}.\n");
            assertThat(refused())
                    .hasSize(2)
                    .allSatisfy(e -> assertThat(e.code()).isEqualTo("wrong-kind"))
                    .anySatisfy(e -> assertThat(e.message()).contains("p-value").contains("`ages.t.median` is median"))
                    .anySatisfy(e -> assertThat(e.message()).contains("proportion"));
        }

        @Test
        void whatIsNotClosedIsToldWhereItOpens() {
            study.manuscript("One.\n\nTwo <#if has(\"ages\")>three <#list analysis_ids as a>x</#list>\n\nEnd.\n");
            refusedAt("template-syntax", "<#if", "`<#if>` is not closed", "</#if>");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "${ages.t.median?string(\"x\")}|`?string` cannot be used with an entry of the ledger|number style",
                    "${figure(\"x\")}|cannot be used with a directive|<@figure",
                    "${significant}|cannot be used with a function|takes arguments",
                    "<#iff ages>x</#iff>|there is no directive `<#iff>`|did you mean `if`?",
                    "<#if ages.t.median gt 2>x</#if>|cannot be compared|key.value",
                    "${a b}|`b` is not expected here|interpolations",
                })
        void templateMistakesInWordsOfTheManuscript(String text, String message, String hint) {
            study.manuscript("Well, " + text + "\n");
            assertThat(refused()).singleElement().satisfies(e -> {
                assertThat(e.message())
                        .contains(message)
                        .doesNotContain("wrapper")
                        .doesNotContain("hash");
                assertThat(e.hint().orElseThrow()).contains(hint);
                assertThat(e.location().line()).isEqualTo(1);
            });
        }

        @Test
        void templateSyntax() {
            study.manuscript("One.\n\n<#if ages.t.n.value gt 1>two\n");
            assertThat(refused())
                    .singleElement()
                    .satisfies(e -> assertThat(e.code()).isEqualTo("template-syntax"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                    "${ages?api.class}",
                    "${ages.class.protectionDomain}",
                    "<#include \"/etc/passwd\">",
                    "<#import \"../../../secret.ftl\" as s>",
                    "<#include \"study.yaml\">",
                    "${.data_model.x}",
                    "${\"x\"?interpret}",
                    "<@\"${1+1}\"?interpret/>",
                    "${.version}",
                    "${.now}",
                    "${1+1}",
                    "${\"2\"}",
                    "${ages.t.median.value}",
                    "${ages.t.median.value?string}",
                    "${\"12\"?no_esc}",
                    "<#noautoesc>${\"12\"}</#noautoesc>",
                    "<#outputformat \"HTML\">${\"12\"}</#outputformat>",
                    "<#assign x=12>${x}",
                    "<#setting number_format=\"0.00\">${ages.t.median.value}",
                    "${[1,2]?join(\",\")}",
                    "<#noparse>12</#noparse>",
                    "${r\"12\"}",
                    "${\"a12\"?keep_after(\"a\")}",
                    "${\"x\"?length}",
                    "<#list 1..3 as i>${i}</#list>",
                    "${1?c} ${2?string} ${3?lower_abc}${12?upper_abc}${1.5?round}",
                    "<#attempt>${nothing.here}<#recover>12</#attempt>",
                    "<#macro m>12</#macro><@m/>",
                })
        void whatMustNotWork(String template) {
            study.manuscript("Text " + template + " text.\n");
            assertThat(refused()).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<#list 1.. as i>x</#list>",
                    "<#list 1.. as i></#list>",
                    "<#macro m><@m/></#macro><@m/>",
                    "<#function f x><#return f(x)></#function>${f(\"a\")}",
                    "<#assign x=\"ab\"><#list 1..100 as i><#assign x = x + x></#list>${x}",
                    "${\"x\"?left_pad(2000000000)}",
                    "<#list 1..2000000000 as i><#list 1..2000000000 as j></#list></#list>",
                })
        @Timeout(30)
        void whatNeverEnds(String template) {
            study.manuscript(template + "\n");
            assertThat(refused()).isNotEmpty();
        }

        @Test
        void scriptsAndMarkupAreText() throws IOException {
            study.manuscript("Hello <script>alert(\"x\")</script> <img src=x onerror=alert()> [a](javascript:alert()) "
                    + "<b onclick=\"x()\">b</b>\n\n<iframe src=\"https://example.org\"></iframe>\n");
            study.edit(YAML, "title: An Invented Trial", "title: '<script>alert()</script> & co'")
                    .edit(YAML, "label: Age,", "label: '<img src=x onerror=alert()>',")
                    .edit(YAML, "caption: Age by arm", "caption: '<script>alert()</script>'");
            Outcome outcome = Outcome.ofBuild(project);
            assertThat(outcome.code()).as(outcome.err()).isZero();
            String html = Files.readString(study.report().resolve("report.html"));
            assertThat(html)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<b onclick")
                    .doesNotContain("<iframe")
                    .doesNotContain("href=\"javascript:");
        }

        @Test
        void pictureFromElsewhere() {
            study.manuscript("![see](https://example.org/x.png)\n");
            assertThat(refused())
                    .singleElement()
                    .satisfies(e -> assertThat(e.code()).isEqualTo("picture"));
        }

        @Test
        void notUtf8() {
            study.append("manuscript: manuscript.md\n").write(MANUSCRIPT, "Caf\u00e9".getBytes(ISO_8859_1));
            assertThat(refused())
                    .singleElement()
                    .satisfies(e -> assertThat(e.message()).contains("UTF-8"));
        }

        @Test
        void missing() {
            study.append("manuscript: paper.md\n");
            refused("file-not-found", study.place(YAML, "paper.md"), "paper.md", "");
        }

        @Test
        void emptyIsFine() {
            study.manuscript("");
            assertThat(Outcome.ofBuild(project).code()).isZero();
        }
    }

    @Nested
    class ReportFolder {

        @Test
        void unwritable() throws IOException {
            Files.delete(study.report().resolve("report.html"));
            Files.delete(study.report());
            Files.delete(project.resolve("reports"));
            Files.writeString(project.resolve("reports"), "a file");
            Outcome outcome = Outcome.ofBuild(project);
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.errors())
                    .singleElement()
                    .satisfies(e -> assertThat(e.code()).isEqualTo("unwritable"));
            assertThat(project.resolve("reports")).hasContent("a file");
        }

        @Test
        void withoutPermission() throws IOException {
            Path reports = project.resolve("reports");
            assumeThat(reports.toFile().setWritable(false)).isTrue();
            boolean unaffected = Files.isWritable(reports);
            try {
                assumeThat(unaffected).as("a superuser may write anywhere").isFalse();
                assertThat(refused())
                        .singleElement()
                        .satisfies(e -> assertThat(e.code()).isEqualTo("unwritable"));
            } finally {
                reports.toFile().setWritable(true);
            }
        }

        @Test
        void oneWrongStudyDoesNotHinderTheOthers() throws IOException {
            Path other = Files.createDirectories(project.resolve("inputs/wrong"));
            Files.writeString(other.resolve(YAML), "title: x\n");
            Outcome outcome = Outcome.ofBuild(project);
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(study.report().resolve("report.pdf")).isNotEmptyFile();
        }
    }

    @Test
    void textAndJsonSayTheSame() {
        study.edit(YAML, "type: integer,", "type: intger,");
        String text = Outcome.of("-C", project.toString(), "build").err();
        Diagnostic json = Outcome.ofBuild(project).errors().get(0);
        assertThat(text)
                .contains(json.location() + ":")
                .contains(json.message())
                .contains("[" + json.code() + "]");
    }
}
