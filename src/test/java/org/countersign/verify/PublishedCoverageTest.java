package org.countersign.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.countersign.analysis.Ledger;
import org.countersign.audit.text.ArticleReaders;
import org.countersign.audit.text.UnreadableArticleException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedCoverageTest {

    private static final String LIST = """
            1. Ash B, Birch C. Of trees. J Wood 2010;340:332-6.

            2. Cedar D. Of more trees. 2011.

            3. Elm F. Of woods. 2012. doi:10.1000/182.
            """;

    private static PublishedCoverage coverage(String name, String text) throws UnreadableArticleException {
        return PublishedCoverage.of(
                ArticleReaders.read(name, text.getBytes(StandardCharsets.UTF_8)),
                List.of(),
                List.of(),
                Ledger.of(List.of()));
    }

    private static List<String> unclaimed(PublishedCoverage coverage) {
        return coverage.unclaimed().stream()
                .map(PublishedCoverage.Unclaimed::printed)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "References",
                "REFERENCES",
                "Bibliography",
                "Literature cited",
                "5. References",
                "5 References:",
                "## References",
                "**References**"
            })
    void the_reference_list_is_left_out_to_the_next_title(String title) throws Exception {
        String text = "Pain fell by 4.1 points.\n\n" + title + "\n\n" + LIST + "\nAppendix A\n\nFever fell by 0.7.\n";
        PublishedCoverage coverage = coverage("paper.txt", text);
        assertThat(unclaimed(coverage)).containsExactly("4.1", "0.7");
        assertThat(coverage.leftOut().get(Apparatus.REFERENCE_LIST)).isGreaterThanOrEqualTo(8);
        assertThat(coverage.total()).isEqualTo(2);
        assertThat(coverage.toldLeftOut().orElseThrow()).contains("in the reference list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"# ", "### ", "## 7. "})
    void marked_headings_end_it_at_their_level(String marks) throws Exception {
        String level = marks.replaceAll("[^#]", "");
        String text = "Pain fell by 4.1.\n\n" + marks + "References\n\n" + LIST + "\n" + level
                + "# Books\n\nFir G. 1999.\n\n" + level + " Odds and ends\n\nFever fell by 0.7.\n";
        assertThat(unclaimed(coverage("paper.md", text))).containsExactly("4.1", "0.7");
    }

    @Test
    void a_list_in_html_ends_at_the_next_heading() throws Exception {
        String text = "<h1>Pain</h1><p>It fell by 4.1.</p><h2>References</h2><ol><li>Ash B. Trees. 2010.</li></ol>"
                + "<h2>More</h2><p>It rose by 0.7.</p>";
        assertThat(unclaimed(coverage("paper.html", text))).containsExactly("4.1", "0.7");
    }

    @Test
    void what_is_no_list_is_counted() throws Exception {
        assertThat(unclaimed(coverage("nav.txt", "References\n\nMetrics\n\nPain fell by 4.1 in 12 adults.\n")))
                .containsExactly("4.1", "12");
        assertThat(unclaimed(coverage("prose.txt", "The references 12 and 14 were of 2010.\n")))
                .containsExactly("12", "14", "2010");
        String behind = "References\n\n" + LIST + "\nTable 1. Pain in 24 adults\n\nMen\t12\n";
        assertThat(unclaimed(coverage("behind.txt", behind))).containsExactly("24", "12");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            As Table 2 shows, 24 fell.                              | 24
            Table 3, 24 adults, 51.5%.                              | 24 51.5%
            See Figures 1 and 3; 12 fell.                           | 12
            See Fig. 2a and Section 4.2 on 12 adults.               | 12
            A figure 52% higher than the table 240 lists.           | 52% 240
            Trees grow (Ash et al., 2012; Birch, 2013a) by 12.      | 12
            Ash et al. (2012) found 12.                             | 12
            It was seen in March (2012) in 12.                      | 2012 12
            See p. 14 and pp. 20-25, where p = .04 and p .05 stand. | = .04 .05
            Write to ash2@wood.org or https://wood.org/24; 12 do.   | 12
            doi: 10.1000/xyz123, with 10.1 points.                  | 10.1
            The mean was 5 [3, 8] in 12 [4].                        | 5 3 8 12 4
            """)
    void labels_citations_and_addresses_are_left_out(String text, String counted) throws Exception {
        List<String> expected =
                Stream.of(counted.split(" ")).filter(s -> !s.equals("=")).toList();
        assertThat(unclaimed(coverage("paper.txt", text)))
                .extracting(s -> s.replace("= ", ""))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void numbers_of_references_are_left_out_where_they_prove_themselves() throws Exception {
        String list = "\n\nReferences\n\n" + LIST;
        PublishedCoverage brackets =
                coverage("paper.txt", "Trees grow [1], at times [1, 2], by 5 points [2, 3] or more [3]." + list);
        assertThat(unclaimed(brackets)).containsExactly("5", "2", "3");
        assertThat(brackets.leftOut().get(Apparatus.CITATION)).isEqualTo(4);
        PublishedCoverage raised =
                coverage("paper.txt", "Trees grow fast.1 Some do not,2 by 5.3 points.1\u20133 In 12 adults.9" + list);
        assertThat(unclaimed(raised)).containsExactly("5.3", "12", "9");
        assertThat(unclaimed(coverage("paper.txt", "Trees grow [2], at times [3], or more [3]." + list)))
                .containsExactly("2", "3", "3");
        assertThat(unclaimed(coverage("paper.txt", "Trees grow [1], at times [2], or more [3].")))
                .containsExactly("1", "2", "3");
    }

    @Test
    void numbers_of_sections_are_left_out() throws Exception {
        String text = "2. Methods\n\n2.1 Participants\n\nWe asked\n24 Adults were asked in 3 towns.\n\n12 Women\n";
        PublishedCoverage coverage = coverage("paper.txt", text);
        assertThat(unclaimed(coverage)).containsExactly("24", "3", "12");
        assertThat(coverage.leftOut()).isEqualTo(Map.of(Apparatus.LABEL, 2));
        assertThat(coverage.toldLeftOut()).contains("2 numbers left out: 2 in labels of figures, tables and sections");
    }
}
