package org.countersign.report.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Times the sample report in one JVM: the first run, then warm ones. Arguments: where to write the PDF, the number of
 * links, the number of runs.
 */
public final class PdfBenchmark {

    private PdfBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int links = Integer.parseInt(arguments[1]);
        for (int run = 0; run < Integer.parseInt(arguments[2]); run++) {
            long start = System.nanoTime();
            byte[] pdf = PdfWriter.write(
                    SampleReport.page(links),
                    SampleReport.metadata(),
                    java.util.List.of(SampleReport.results()),
                    SampleReport.figures());
            System.out.printf(
                    Locale.ROOT, "%d: %.0f ms, %d bytes%n", run, (System.nanoTime() - start) / 1e6, pdf.length);
            Files.write(Path.of(arguments[0]), pdf);
        }
    }
}
