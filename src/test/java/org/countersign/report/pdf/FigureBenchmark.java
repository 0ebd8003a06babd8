package org.countersign.report.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.chart.Drawing;
import org.countersign.chart.FigureText;
import org.countersign.chart.PngWriter;
import org.countersign.chart.SvgWriter;

/** Times the five figures of the first study as SVG and as PNG, repeatedly in one JVM. Argument: the number of runs. */
public final class FigureBenchmark {

    private static final List<String> FIVE = List.of("quartiles", "forest", "likert", "bars", "flow");

    private FigureBenchmark() {}

    public static void main(String[] arguments) {
        for (int run = 0; run < Integer.parseInt(arguments[0]); run++) {
            long start = System.nanoTime();
            Map<String, Drawing> figures = SampleReport.figures();
            figures.keySet().retainAll(FIVE);
            long models = System.nanoTime();
            int svg = 0;
            for (Map.Entry<String, Drawing> figure : figures.entrySet()) {
                svg += SvgWriter.document(figure.getValue(), new FigureText(figure.getKey(), "a sample")).length;
            }
            long vectors = System.nanoTime();
            int png = 0;
            for (Map.Entry<String, Drawing> figure : figures.entrySet()) {
                png += PngWriter.write(figure.getValue()).length;
            }
            long pixels = System.nanoTime();
            System.out.printf(
                    Locale.ROOT,
                    "%d: models %.0f ms, SVG %.0f ms (%d bytes), PNG %.0f ms (%d bytes)%n",
                    run,
                    (models - start) / 1e6,
                    (vectors - models) / 1e6,
                    svg,
                    (pixels - vectors) / 1e6,
                    png);
        }
    }
}
