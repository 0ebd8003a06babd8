package org.countersign.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes every sample as SVG and PNG into the folder given, to be looked at. */
public final class Gallery {

    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><style>body.dark{background:#16181a}\n");
        page.append(Tone.darkRules(".dark svg")).append("</style><body>\n");
        for (Map.Entry<String, Chart> sample : SampleCharts.all().entrySet()) {
            Drawing drawing = sample.getValue().draw(DataStatus.of("Reconstructed data"));
            FigureText text = new FigureText(sample.getKey(), "A sample of " + sample.getKey());
            Files.write(folder.resolve(sample.getKey() + ".svg"), SvgWriter.document(drawing, text));
            Files.write(folder.resolve(sample.getKey() + ".png"), PngWriter.write(drawing));
            page.append("<p>")
                    .append(SvgWriter.element(drawing, text, "f-" + sample.getKey()))
                    .append("</p>\n");
        }
        Files.writeString(folder.resolve("gallery.html"), page);
    }
}
