package org.countersign.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.countersign.study.StudyLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetLoaderTest {

    @TempDir
    private Path folder;

    private void write(String file, byte[] bytes) {
        try {
            Files.write(folder.resolve(file), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Loads dataset {@code d} of a study whose datasets are given. */
    private Dataset load(String datasets) {
        return loadAll(datasets).get("d").orElseThrow();
    }

    private Datasets loadAll(String datasets) {
        String study = "title: T\ndata: {status: simulated, reason: invented}\ndatasets:\n" + datasets.indent(2)
                + "analyses: {a: {method: describe, outcome: x}}\n";
        return DatasetLoader.load(StudyLoader.load(folder, "study.yaml", study));
    }

    private static List<String> values(Dataset dataset, String name) {
        Column column = dataset.column(name).orElseThrow();
        List<String> values = new ArrayList<>();
        for (int row = 0; row < dataset.rows(); row++) {
            if (column.isMissing(row)) {
                values.add("-");
            } else if (column instanceof NumberColumn number) {
                double v = number.value(row);
                values.add(v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v));
            } else if (column instanceof CategoryColumn category) {
                values.add(category.levels().get(category.level(row)).code());
            } else {
                values.add(((TextColumn) column).value(row).orElseThrow());
            }
        }
        return values;
    }

    private static final String XY = "d: {file: d.csv, variables: {x: number, y: text}}\n";

    @Test
    void byteOrderMarkQuotesAndLineEnds() {
        write(
                "d.csv",
                "\ufeffx,y\r\n1,\"a,b\"\r\n2,\"say \"\"yes\"\"\"\r\n3,\"two\nlines\"\r\n\r\n4, padded \n"
                        .getBytes(UTF_8));
        Dataset d = load(XY);
        assertThat(values(d, "x")).containsExactly("1", "2", "3", "4");
        assertThat(values(d, "y")).containsExactly("a,b", "say \"yes\"", "two\nlines", "padded");
    }

    @Test
    void quotedHeaderBehindAByteOrderMark() {
        write("d.csv", "\ufeff\"x\",\"y\"\n1,a\n".getBytes(UTF_8));
        assertThat(values(load(XY), "x")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y\n1,a", "x,y\r1,a\r", "x,y\r\n1,a\r\n"})
    void lastLineAndOldLineEnds(String text) {
        write("d.csv", text.getBytes(UTF_8));
        assertThat(values(load(XY), "y")).containsExactly("a");
    }

    @Test
    void encodings() {
        write("d.csv", "x,y\n1,Zo\u00eb\n".getBytes(ISO_8859_1));
        assertThat(values(load(XY.replace("file:", "encoding: ISO-8859-1, file:")), "y"))
                .containsExactly("Zo\u00eb");
        write("d.csv", "x,y\n1,Zo\u00eb\n".getBytes(UTF_16LE));
        assertThat(values(load(XY.replace("file:", "encoding: UTF-16LE, file:")), "y"))
                .containsExactly("Zo\u00eb");
    }

    @Test
    void tabsAndOtherDelimiters() {
        write("d.tsv", "x\ty\n1\ta,b\n".getBytes(UTF_8));
        assertThat(values(load(XY.replace(".csv", ".tsv")), "y")).containsExactly("a,b");
        write("d.csv", "x;y\n1.5;a,b\n".getBytes(UTF_8));
        assertThat(values(load(XY.replace("file:", "delimiter: ';', file:")), "x"))
                .containsExactly("1.5");
        write("d.csv", "x\ty\n1\ta,b\n".getBytes(UTF_8));
        assertThat(values(load(XY.replace("file:", "delimiter: tab, file:")), "y"))
                .containsExactly("a,b");
    }

    @Test
    void columnsInAnyOrderAndUndeclaredOnesIgnored() {
        write("d.csv", "z,y,x\nq,a,1\n".getBytes(UTF_8));
        Dataset d = load(XY);
        assertThat(d.columnNames()).containsExactly("x", "y");
        assertThat(values(d, "x")).containsExactly("1");
    }

    @Test
    void missingCodes() {
        write("d.csv", "x,y\nNA,NA\n-9,-9\n,\n5,x\n".getBytes(UTF_8));
        Dataset d = load(XY.replace("file:", "missing: [NA, \"-9\"], file:"));
        assertThat(values(d, "x")).containsExactly("-", "-", "-", "5");
        assertThat(values(d, "y")).containsExactly("-", "-", "-", "x");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1, -1",
        "+5, 5",
        "1e3, 1000",
        ".5, 0.5",
        "5., 5",
        "0.1, 0.1",
        "12345678901234567, 12345678901234568",
        "-0, 0"
    })
    void numbers(String text, String value) {
        write("d.csv", ("x,y\n" + text + ",a\n").getBytes(UTF_8));
        assertThat(values(load(XY), "x")).containsExactly(value);
    }

    @Test
    void levelsByCode() {
        write("d.csv", "x\n1\n2\n1\n".getBytes(UTF_8));
        Dataset d = load("d: {file: d.csv, variables: {x: {type: category, levels: {1: One, 2: Two}}}}\n");
        assertThat(values(d, "x")).containsExactly("1", "2", "1");
    }

    @Test
    void datesAreDays() {
        write("d.csv", "x\n1970-01-02\n2024-02-29\n".getBytes(UTF_8));
        assertThat(values(load("d: {file: d.csv, variables: {x: date}}\n"), "x"))
                .containsExactly("1", "19782");
    }

    @Test
    void countColumn() {
        write("d.csv", "x,n\n1,3\n2,0\n".getBytes(UTF_8));
        Dataset d = load("d: {file: d.csv, count: n, variables: {x: number, n: integer}}\n");
        assertThat(d.count(0)).isEqualTo(3);
        assertThat(d.count(1)).isZero();
    }

    private static final String JOIN = """
            d: {file: d.csv, variables: {k: %s, x: number}, join: [{dataset: o, by: k}]}
            o: {file: o.csv, variables: {k: %s, z: number}}
            """;

    @Test
    void joins() {
        write("d.csv", "k,x\na,1\nb,2\nc,3\n,4\n".getBytes(UTF_8));
        write("o.csv", "k,z\nb,20\na,10\n".getBytes(UTF_8));
        assertThat(values(load(JOIN.formatted("id", "id")), "z")).containsExactly("10", "20", "-", "-");
    }

    @Test
    void rowsWithoutAPartnerAreToldOf() {
        write("d.csv", "k,x\na,1\nb,2\nc,3\n,4\n".getBytes(UTF_8));
        write("o.csv", "k,z\nb,20\na,10\n".getBytes(UTF_8));
        assertThat(loadAll(JOIN.formatted("id", "id")).warnings())
                .singleElement()
                .satisfies(w -> {
                    assertThat(w.code()).isEqualTo("no-partner");
                    assertThat(w.message()).contains("2 of 4 rows of `d`").contains("`o`");
                });
        write("d.csv", "k,x\na,1\n".getBytes(UTF_8));
        assertThat(loadAll(JOIN.formatted("id", "id")).warnings()).isEmpty();
    }

    @Test
    void decimalCommas() {
        write("d.csv", "x;n\n1,5;3\n-0,25;4\n1,5e2;5\n2;6\n".getBytes(UTF_8));
        Dataset d = load("d: {file: d.csv, delimiter: \";\", decimal: \",\", variables: {x: number, n: integer}}");
        assertThat(values(d, "x")).containsExactly("1.5", "-0.25", "150", "2");
        assertThat(((NumberColumn) d.column("x").orElseThrow()).decimals()).isEqualTo(2);
        write("d.csv", "x;n\n1.5;3\n".getBytes(UTF_8));
        assertThatThrownBy(() ->
                        load("d: {file: d.csv, delimiter: \";\", decimal: \",\", variables: {x: number, n: integer}}"))
                .hasMessageContaining("decimal mark is declared `,`");
    }

    @Test
    void joinsANumberWithAText() {
        write("d.csv", "k,x\n1,1\n2,2\n".getBytes(UTF_8));
        write("o.csv", "k,z\n2,20\n1,10\n".getBytes(UTF_8));
        assertThat(values(load(JOIN.formatted("integer", "id")), "z")).containsExactly("10", "20");
    }

    @Test
    void joinNeedsAUniqueKeyAndNewNames() {
        write("d.csv", "k,x\na,1\n".getBytes(UTF_8));
        write("o.csv", "k,z\na,20\na,10\n".getBytes(UTF_8));
        assertThatThrownBy(() -> load(JOIN.formatted("id", "id"))).hasMessageContaining("duplicate-id");
        write("o.csv", "k,x\na,20\n".getBytes(UTF_8));
        assertThatThrownBy(() -> load(JOIN.formatted("id", "id").replace("z: number", "x: number")))
                .hasMessageContaining("`x` is a column of both");
    }

    /** Values of one derived variable over four invented rows. */
    private List<String> derived(String expression) {
        write("d.csv", """
                a,b,c,g,t,from,to
                1,2,3,x,one,2024-02-28,2024-03-01
                4,,6,y,two,2023-02-28,2023-03-01
                -2,0,0,,,2024-01-01,
                0,5,6,x,one,2024-01-01,2024-01-01
                """.getBytes(UTF_8));
        return values(load("""
                d:
                  file: d.csv
                  variables:
                    a: {type: integer, range: [-2, 6]}
                    b: {type: integer, range: [0, 6]}
                    c: number
                    g: {type: category, levels: {x: Ex, y: Why}}
                    t: text
                    from: date
                    to: date
                  derived:
                    r: {expression: %s}
                """.formatted("'" + expression.replace("'", "''") + "'")), "r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + b * c|7 - -2 30",
                "(a + b) * c|9 - 0 30",
                "-a ^ 2|-1 -16 -4 0",
                "2 ^ 3 ^ 2|512 512 512 512",
                "2 ^ -1|0.5 0.5 0.5 0.5",
                "10 - 4 - 3|3 3 3 3",
                "a / b|0.5 - - 0",
                "abs(a)|1 4 2 0",
                "sqrt(a)|1 2 - 0",
                "round(c / 4)|1 2 0 2",
                "round(-0.5 - a * 0)|0 0 0 0",
                "min(a, b)|1 - -2 0",
                "max(a, b, c)|3 - 0 6",
                "log(exp(a))|1 4 -2 0",
                "log(a - 1)|- 1.0986122886681098 - -",
                "sum(a, b, c)|6 - -2 11",
                "sum(a, b, c, max_missing = 1)|6 15 -2 11",
                "mean(a, b, c)|2 - -0.6666666666666666 3.6666666666666665",
                "mean(a, b, c, max_missing = 2)|2 5 -0.6666666666666666 3.6666666666666665",
                "reverse(b)|4 - 6 1",
                "reverse(a)|3 0 6 4",
                "to - from|2 1 - 0",
                "to - date(\"2024-01-01\")|60 -306 - 0",
                "a > 0|yes yes no no",
                "b > 0|yes - no yes",
                "not b > 0|no - yes no",
                "a > 0 and b > 0|yes - no no",
                "a > 0 or b > 0|yes yes no yes",
                "a < 0 and b > 0|no no no no",
                "missing(b)|no yes no no",
                "missing(g)|no no yes no",
                "missing(t) or a = 0|no no yes yes",
                "missing(b > 0)|no yes no no",
                "g = \"x\"|yes no - yes",
                "g = \"Ex\"|yes no - yes",
                "g != \"x\"|no yes - no",
                "g <> \"x\"|no yes - no",
                "t = \"one\"|yes no - yes",
                "one_of(g, \"x\", \"y\")|yes yes - yes",
                "one_of(a, 1, 4)|yes yes no no",
                "if(b > 1, a, c)|1 - 0 0",
                "if(a > 0, \"pos\", \"not\")|pos pos not not",
                "if(a > 0, g, \"z\")|x y z z",
                "cut(a, \"low\", 0, \"mid\", 4, \"high\")|mid high low mid",
                "cut(a, \"low\", -1.5, \"high\")|high high low high",
                "recode(g, \"x\" -> \"p\", \"y\" -> \"q\")|p q - p",
                "recode(g, \"x\" -> \"p\", else = \"r\")|p r - p",
                "recode(g, \"x\" -> \"p\")|p - - p",
                "a == 1|yes no no no",
                "0.1 + 0.2 = 0.3|no no no no",
                "true|yes yes yes yes",
                "a >= 0 and not (g = \"y\")|yes no no yes",
            })
    void expressions(String expression, String expected) {
        assertThat(String.join(" ", derived(expression))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a + |expression-syntax|14:24",
                "a + q|unknown-variable|14:24",
                "a + sum(|expression-syntax|14:27",
                "min()|expression-arguments|14:20",
                "cut(a, \"x\", 5, \"y\", 3, \"z\")|expression-arguments|14:40",
                "reverse(c)|expression-arguments|14:20",
                "g + 1|expression-type|14:20",
                "a and b|expression-type|14:20",
                "g = \"w\"|unknown-level|14:24",
                "if(a > 0, 1, \"x\")|expression-type|14:20",
                "t|expression-ok|",
                "a ~ b|expression-syntax|14:22",
                "date(\"2023-02-29\")|no-such-date|14:25",
                "a -> b|expression-syntax|14:20",
            })
    void wrongExpressionsAtTheirPlace(String expression, String code, String place) {
        if (code.equals("expression-ok")) {
            assertThat(derived(expression)).hasSize(4);
            return;
        }
        assertThatThrownBy(() -> derived(expression))
                .hasMessageContaining("[" + code + "]")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).startsWith("study.yaml:"));
    }

    @Test
    void numberedItemsInExpressions() {
        write("d.csv", "i_1,i_2,i_3\n1,2,3\n".getBytes(UTF_8));
        Dataset d =
                load("d: {file: d.csv, variables: {'i_{1..3}': integer}, derived: {s: 'sum(i_{1..3})', r: s + 1}}\n");
        assertThat(values(d, "s")).containsExactly("6");
        assertThat(values(d, "r")).containsExactly("7");
        assertThat(org.countersign.dataset.expression.DerivedColumns.sources(d.spec(), "r"))
                .containsExactly("i_1", "i_2", "i_3");
    }
}
