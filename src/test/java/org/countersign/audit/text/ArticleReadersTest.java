package org.countersign.audit.text;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.countersign.audit.extract.ReportedResult;
import org.countersign.audit.extract.ResultExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReadersTest {

    private static Article read(String name, String text) throws UnreadableArticleException {
        return ArticleReaders.read(name, text.getBytes(UTF_8));
    }

    private static String code(String name, byte[] content) {
        try {
            ArticleReaders.read(name, content);
            return "read";
        } catch (UnreadableArticleException e) {
            return e.diagnostic().code();
        }
    }

    private static Place placeOf(Article article, String text) {
        int at = article.text().indexOf(text);
        assertThat(at).as(article.text()).isNotNegative();
        return article.placeAt(at);
    }

    @Test
    void plain_text_keeps_places_through_joined_words_and_ligatures() throws Exception {
        Article article =
                read("a.txt", "The con\ufb01dence inter-\r\nval held.\r\n\r\nNew para\u00adgraph\u200b here.");
        assertThat(article.text()).startsWith("The confidence interval held.").contains("New paragraph here.");
        assertThat(placeOf(article, "val held")).isEqualTo(new Place(0, 2, 1));
        assertThat(placeOf(article, "dence")).isEqualTo(new Place(0, 1, 9));
        assertThat(placeOf(article, "here")).isEqualTo(new Place(0, 4, 17));
    }

    @Test
    void form_feeds_are_pages() throws Exception {
        Article article = read("a.txt", "one\n\ftwo\nthree");
        assertThat(placeOf(article, "three")).isEqualTo(new Place(2, 2, 1));
    }

    @Test
    void encodings_are_told_apart() throws Exception {
        String text = "49.1 \u00b1 15.2";
        assertThat(ArticleReaders.read("a.txt", text.getBytes(Charset.forName("windows-1252")))
                        .text())
                .startsWith(text);
        assertThat(ArticleReaders.read("a.txt", ("\ufeff" + text).getBytes(UTF_8))
                        .text())
                .startsWith(text);
        assertThat(ArticleReaders.read("a.txt", ("\ufeff" + text).getBytes(UTF_16LE))
                        .text())
                .startsWith(text);
        assertThat(code("a.txt", new byte[] {1, 0, 2, 0})).isEqualTo("not-text");
    }

    @Test
    void styled_letters_are_letters() throws Exception {
        assertThat(read("a.txt", "\ud835\udc61(28) = 2.20, \ud835\udc5d = .036").text())
                .startsWith("t(28) = 2.20, p = .036");
    }

    @Test
    void markdown_loses_its_markup() throws Exception {
        Article article = read(
                "a.md",
                "# Results\n\nIt *differed*, *t*(28) = 2.20, **p** = .036\n\n| x | A (n = 10) |\n|---|---|\n| y | 1 (10%) |\n\n```\nt(1) = 99, p = .5\n```\n");
        assertThat(article.text())
                .contains("It differed, t(28) = 2.20, p = .036")
                .contains("y\t1 (10%)")
                .doesNotContain("99");
        assertThat(placeOf(article, "(28)")).isEqualTo(new Place(0, 3, 19));
    }

    @Test
    void html_is_read_block_by_block() throws Exception {
        Article article = read(
                "a.html",
                "<html><head><title>x</title><script>p = 7</script></head><body><nav>menu</nav>\n<p>We found <i>F</i><sub>2,57</sub> = 3.20,\n p = .048<sup>12</sup> and 5.8 &times; 10<sup>-4</sup>.</p>"
                        + "<table><tr><th>x</th><th>A<br>(n = 10)</th></tr><tr><td>y</td><td><p>1 (10%)</p></td></tr></table></body></html>");
        assertThat(article.text()).doesNotContain("menu").doesNotContain("p = 7");
        assertThat(article.text())
                .contains("F2,57 = 3.20,")
                .contains(".048 12 and")
                .contains("10^-4")
                .contains("y\t1 (10%)");
        assertThat(placeOf(article, "We found").line()).isEqualTo(2);
        assertThat(placeOf(article, ".048").line()).isEqualTo(3);
    }

    @Test
    void jats_is_read_without_references_and_citations() throws Exception {
        Article article = read(
                "a.xml",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE article PUBLIC \"-//NLM//DTD\" \"missing.dtd\">\n<article><front><journal-meta><issn>1234</issn></journal-meta>"
                        + "<article-meta><title-group><article-title>A trial</article-title></title-group><abstract><p>RR 0.54 (95% CI 0.39&#8211;0.74)<xref ref-type=\"bibr\">12</xref>.</p></abstract></article-meta></front>"
                        + "\n<body><sec><title>Results</title><p>It was 10<sup>3</sup>.</p><table><tr><td>y</td><td>1 (10%)</td></tr></table></sec></body><back><ref-list><ref>Old (1999)</ref></ref-list></back></article>");
        assertThat(article.text())
                .contains("A trial\n\n")
                .contains("RR 0.54 (95% CI 0.39\u20130.74).")
                .contains("10^3")
                .contains("y\t1 (10%)");
        assertThat(article.text()).doesNotContain("1234").doesNotContain("1999");
        assertThat(placeOf(article, "Results").line()).isEqualTo(4);
    }

    @Test
    void xml_reads_nothing_outside_itself() {
        String attack =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><article><p>before &e; after</p></article>";
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><article><p>&b;</p></article>";
        for (String text : List.of(attack, bomb)) {
            try {
                assertThat(read("a.xml", text).text()).doesNotContain("aaaa").hasSizeLessThan(40);
            } catch (UnreadableArticleException e) {
                assertThat(e.diagnostic().code()).isIn("unreadable-article", "no-text");
            }
        }
    }

    @Test
    void word_documents_are_read_without_deleted_text() throws Exception {
        String body = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + "<w:p><w:r><w:t>It differed, t(28) = </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:r><w:t>2.20, p = .036</w:t></w:r>"
                + "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>4</w:t></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>y</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1 (10%)</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>";
        Article article = ArticleReaders.read("a.docx", zip("word/document.xml", body));
        assertThat(article.text())
                .startsWith("It differed, t(28) = 2.20, p = .036 4")
                .contains("y \t1 (10%)");
        assertThat(placeOf(article, "1 (10%)").line()).isEqualTo(3);
        assertThat(code("a.docx", zip("other.xml", body))).isEqualTo("unreadable-article");
        assertThat(code("a.docx", "PKnonsense".getBytes(UTF_8))).isEqualTo("unreadable-article");
    }

    @Test
    void word_cells_that_span_columns_keep_the_others_in_their_columns() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (String row : List.of(
                "Outcome|2Arm|RR (95% CI)",
                "|Drug (n = 295)|Placebo (n = 307)|", "Relapse|27 (9.2%)|52 (16.9%)|0.54 (0.35-0.84)")) {
            rows.append("<w:tr>");
            for (String cell : row.split("\\|", -1)) {
                boolean wide = cell.startsWith("2Arm");
                rows.append("<w:tc>").append(wide ? "<w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" : "");
                rows.append("<w:p><w:r><w:t>").append(cell).append("</w:t></w:r></w:p></w:tc>");
            }
            rows.append("</w:tr>");
        }
        Article article = ArticleReaders.read(
                "a.docx",
                zip(
                        "word/document.xml",
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:tbl>"
                                + rows + "</w:tbl></w:body></w:document>"));
        assertThat(ResultExtractor.extract(article).results()).hasSize(3);
    }

    private static byte[] zip(String entry, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void pdf_columns_are_read_one_after_the_other() throws Exception {
        List<String> left = List.of(
                "Sleep was better on the new rota than on",
                "the old one. The score rose in the inter-",
                "vention arm, t(28) = 2.20, p = .036, and",
                "the risk of an error was lower (RR 0.54,",
                "95% CI 0.39 to 0.74), which held for all",
                "the wards that took part in the study as");
        List<String> right = List.of(
                "it was planned. A second measure showed a",
                "mean difference of 2.2 (95% CI 0.1 to 4.3;",
                "p = 0.04), and no other measure differed.",
                "Readers rated the rota as better in 27 of",
                "295 cases (9.2%) and as worse in 52 of the",
                "307 cases (16.9%) that they were shown.");
        Article article = ArticleReaders.read(
                "a.pdf", Pdfs.twoColumns("A rota, its sleepers and a title across both of the columns", left, right));
        assertThat(article.text().replace('\n', ' ')).contains("in the intervention arm", "study as it was planned.");
        List<ReportedResult> results = ResultExtractor.extract(article).results();
        assertThat(results).hasSize(5);
        assertThat(results.get(0).excerpt().place()).isEqualTo(new Place(1, 4, 14));
        assertThat(results.get(2).excerpt().text()).isEqualTo("mean difference of 2.2 (95% CI 0.1 to 4.3;\np = 0.04)");
        assertThat(results.get(2).excerpt().place().line()).isEqualTo(9);
    }

    @Test
    void pdf_notes_do_not_run_into_numbers() throws Exception {
        Article article =
                ArticleReaders.read("a.pdf", Pdfs.raised("It fell (p = 0.04", "12", ") by 5.8 x 10", "-4", " in all"));
        assertThat(article.text()).contains("p = 0.04 12)").contains("10^-4");
    }

    @Test
    void pdf_tables_keep_their_cells() throws Exception {
        Article article = ArticleReaders.read(
                "a.pdf",
                Pdfs.table(List.of(
                        List.of("Outcome", "Drug (n = 295)", "Placebo (n = 307)"),
                        List.of("Relapse", "27 (9.2%)", "52 (16.9%)"),
                        List.of("Death", "3 (1.0%)", "4 (1.3%)"))));
        assertThat(article.text()).contains("Relapse\t27 (9.2%)\t52 (16.9%)");
        assertThat(ResultExtractor.extract(article).results()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90})
    void pdf_tables_on_their_side_are_read_and_stamps_are_not(int rotation) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Outcome", "Drug (n = 295)", "Placebo (n = 307)"));
        for (int i = 0; i < 8; i++) {
            rows.add(List.of("Relapse " + i, "27 (9.2%)", "52 (16.9%)"));
        }
        Article article = ArticleReaders.read("a.pdf", Pdfs.turnedTable(rows, "A running head", rotation));
        assertThat(article.text())
                .contains("A running head")
                .contains("Relapse 0\t27 (9.2%)\t52 (16.9%)")
                .doesNotContain("99%");
        assertThat(ResultExtractor.extract(article).results()).hasSize(16);
        assertThat(placeOf(article, "Outcome").line()).isEqualTo(2);
    }

    @Test
    void pdf_pages_that_lie_on_their_side_are_read() throws Exception {
        Article article = ArticleReaders.read("a.pdf", Pdfs.landscape(List.of("It rose, t(28) = 2.20,", "p = .036.")));
        assertThat(ResultExtractor.extract(article).results()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.xml"})
    void cells_that_span_rows_and_columns_keep_the_others_in_their_columns(String name) throws Exception {
        String table =
                "<table><thead><tr><th rowspan=\"2\">Outcome</th><th colspan=\"2\">Arm</th><th rowspan=\"2\">RR (95% CI)</th>"
                        + "<th rowspan=\"2\">P</th></tr><tr><th>Drug (n = 295)</th><th>Placebo (n = 307)</th></tr></thead>"
                        + "<tbody><tr><td>Relapse</td><td>27 (9.2%)</td><td>52 (16.9%)</td><td>0.54 (0.35-0.84)</td><td>.005</td></tr>"
                        + "<tr><td colspan=\"5\">Others</td></tr><tr><td>Death</td><td>3 (1.0%)</td><td>4 (1.3%)</td><td>0.78 (0.18-3.46)</td><td>.74</td></tr>"
                        + "</tbody></table>";
        Article article = read(name, name.endsWith("xml") ? "<article><body>" + table + "</body></article>" : table);
        assertThat(article.text())
                .contains("Outcome\tArm\t\tRR (95% CI)\tP")
                .contains("\tDrug (n = 295)\tPlacebo (n = 307)\t\t");
        assertThat(ResultExtractor.extract(article).results()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999", "9999", "0", "-1", "x"})
    void hostile_spans_are_bounded(String span) throws Exception {
        String row = "<tr><td colspan='" + span + "' rowspan='" + span + "'>1</td><td>2</td></tr>";
        assertThat(read("a.html", "<table>" + row.repeat(2000) + "</table>").text())
                .hasSizeLessThan(400_000);
    }

    @Test
    void unusable_files_have_one_diagnostic_each() throws Exception {
        assertThat(code("a.pdf", Pdfs.encrypted())).isEqualTo("encrypted-article");
        assertThat(code("a.pdf", Pdfs.withoutText())).isEqualTo("no-text");
        assertThat(code("a.pdf", "%PDF-1.7 nonsense".getBytes(UTF_8))).isEqualTo("unreadable-article");
        assertThat(code("a.txt", new byte[0])).isEqualTo("empty-article");
        assertThat(code("a.txt", "  \n ".getBytes(UTF_8))).isEqualTo("no-text");
        assertThat(code("a.txt", "word ".repeat(2_100_000).getBytes(UTF_8))).isEqualTo("article-too-large");
        assertThat(code("a.xml", "<a><b></a>".getBytes(UTF_8))).isEqualTo("unreadable-article");
        assertThatThrownBy(() -> ArticleReaders.read(java.nio.file.Path.of("does-not-exist.txt")))
                .isInstanceOf(UnreadableArticleException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>", "<div><table><tr><td>", "[", "*_", "> ", "| a ", "<sup>1", "&#1;", "- "})
    void deep_nesting_ends_with_an_article_or_a_diagnostic(String unit) {
        byte[] content = unit.repeat(20_000).getBytes(UTF_8);
        for (String name : List.of("a.html", "a.md", "a.xml")) {
            assertThat(code(name, content)).isIn("read", "no-text", "unreadable-article");
        }
    }

    @Test
    void a_page_strewn_with_letters_is_read_in_time() {
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(20), () -> ArticleReaders.read("a.pdf", Pdfs.strewn(50_000)));
    }

    @Test
    void the_format_of_an_unknown_extension_is_in_the_first_bytes() throws Exception {
        assertThat(read("article", "<!doctype html><p>t(28)</p>").text()).startsWith("t(28)");
        assertThat(code("article", Pdfs.encrypted())).isEqualTo("encrypted-article");
    }
}
