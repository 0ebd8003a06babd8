package org.countersign.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class WritersTest {

    private static final FigureText TEXT = new FigureText("Change <by> arm", "Medians & quartiles");

    static Stream<Map.Entry<String, Chart>> samples() {
        return SampleCharts.all().entrySet().stream();
    }

    private static Drawing drawing(String name) {
        return samples()
                .filter(sample -> sample.getKey().equals(name))
                .map(sample -> sample.getValue().draw(DataStatus.real()))
                .findFirst()
                .orElseThrow();
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyChartIsWellFormedSvgWithAnAccessibleName(Map.Entry<String, Chart> sample) throws Exception {
        Drawing drawing = sample.getValue().draw(DataStatus.of("Reconstructed data"));
        var svg = parse(SvgWriter.element(drawing, TEXT, "fig-1")).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("fig-1-title fig-1-desc");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Change <by> arm");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("Medians & quartiles");
        assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + drawing.width() + " " + drawing.height());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyReferenceHasItsTargetAndEveryIdItsPrefix(Map.Entry<String, Chart> sample) {
        String svg = SvgWriter.element(sample.getValue().draw(DataStatus.real()), TEXT, "fig-1");
        List<String> ids = all(svg, " id=\"([^\"]+)\"");

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.startsWith("fig-1-"));
        assertThat(ids).containsAll(all(svg, "xlink:href=\"#([^\"]+)\""));
        assertThat(ids).containsAll(all(svg, "url\\(#([^)]+)\\)"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyChartStaysSmallAndNamesNoFont(Map.Entry<String, Chart> sample) {
        String svg = SvgWriter.element(sample.getValue().draw(DataStatus.real()), TEXT, "f");

        assertThat(svg.length()).isLessThan(64_000);
        assertThat(svg).doesNotContain("font-family").doesNotContain("NaN").doesNotContain("Infinity");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyChartPaintsWithinItsBounds(Map.Entry<String, Chart> sample) {
        Drawing drawing = sample.getValue().draw(DataStatus.of("Reconstructed data"));
        BufferedImage image =
                new BufferedImage(drawing.width() + 100, drawing.height() + 100, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.translate(50, 50);
        drawing.paint(graphics);

        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                boolean inside = x >= 49 && y >= 49 && x <= 50 + drawing.width() && y <= 50 + drawing.height();
                assertThat(inside || (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF)
                        .as("pixel %d, %d", x - 50, y - 50)
                        .isTrue();
            }
        }
    }

    @Test
    void aStatusOtherThanRealMakesTheFigureTaller() {
        Chart chart = SampleCharts.all().values().iterator().next();

        assertThat(chart.draw(DataStatus.of("Reconstructed data")).height())
                .isGreaterThan(chart.draw(DataStatus.real()).height());
    }

    @Test
    void aDocumentHasPaperAndAProlog() {
        String svg = new String(SvgWriter.document(drawing("forest"), TEXT), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(svg)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ")
                .contains("fill=\"#ffffff\"/>");
    }

    @Test
    void shapesCarryTheirTonesAsClasses() {
        String svg = SvgWriter.element(drawing("forest"), TEXT, "f");

        assertThat(svg)
                .contains("class=\"ink-fill\"")
                .contains("class=\"grid-stroke\"")
                .contains("class=\"blue-fill\"");
        assertThat(Tone.darkRules("[data-theme=dark] svg")).contains("[data-theme=dark] svg .ink-fill{fill:#ededed}");
    }

    @Test
    void refusesAPrefixThatIsNoName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SvgWriter.element(drawing("forest"), TEXT, "1 x"))
                .withMessageContaining("idPrefix");
    }

    @Test
    void pngIsTwiceAsLargeAndReadable() throws Exception {
        Drawing drawing = drawing("stacked");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngWriter.write(drawing)));

        assertThat(image.getWidth()).isEqualTo(drawing.width() * 2);
        assertThat(image.getHeight()).isEqualTo(drawing.height() * 2);
        assertThat(image.getRGB(image.getWidth() - 1, 0)).isEqualTo(0xFFFFFFFF);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tone.class,
            names = {"INK", "MUTED", "BLUE", "ORANGE", "GREEN", "PURPLE"})
    void tonesOfTextHaveContrastOnPaper(Tone tone) {
        assertThat(1.05 / (luminance(tone.color()) + 0.05)).isGreaterThan(4.5);
    }

    /** Relative luminance as WCAG 2 defines it. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static List<String> all(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
