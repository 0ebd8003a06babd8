package org.countersign.report.pdf;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.countersign.chart.Drawing;
import org.countersign.chart.FigureText;
import org.countersign.chart.PngWriter;
import org.countersign.chart.SvgWriter;

/** Prints the SHA-256 of every sample figure as SVG and PNG and of the sample PDF; run in other JVMs to compare. */
public final class Fingerprint {

    private Fingerprint() {}

    public static void main(String[] arguments) throws NoSuchAlgorithmException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Map.Entry<String, Drawing> figure : SampleReport.figures().entrySet()) {
            FigureText text = new FigureText(figure.getKey(), "Größe, “quoted” − and more");
            out.println(hash(SvgWriter.document(figure.getValue(), text)) + " " + figure.getKey() + ".svg");
            out.println(hash(PngWriter.write(figure.getValue())) + " " + figure.getKey() + ".png");
        }
        byte[] pdf = PdfWriter.write(
                SampleReport.page(40),
                SampleReport.metadata(),
                List.of(SampleReport.results()),
                SampleReport.figures());
        out.println(hash(pdf) + " report.pdf");
    }

    private static String hash(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
