package org.countersign.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.TemplateFiles;

/**
 * A study of one dataset, written down in a test, to see what its analyses yield or which mistakes are found.
 *
 * @param folder where it is written
 * @param dataset the dataset's keys beside its variables, one a line; may be empty
 * @param variables one a line
 * @param data the file's text
 */
record InventedStudy(Path folder, String dataset, String variables, String data) {

    private static final StudyPipeline PIPELINE = new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty());

    /** With a row for each observation. */
    InventedStudy(Path folder, String variables, String data) {
        this(folder, "", variables, data);
    }

    /** The ledger of some analyses, each a line below {@code analyses:}. */
    Ledger ledger(String... analyses) {
        write(analyses);
        return PIPELINE.compute(folder).ledger();
    }

    /** The mistakes that are found in some analyses. */
    List<Diagnostic> mistakes(String... analyses) {
        write(analyses);
        try {
            PIPELINE.compute(folder);
            return List.of();
        } catch (StudyException e) {
            return e.diagnostics();
        }
    }

    private void write(String... analyses) {
        String study = "title: Invented\ndata: {status: simulated, reason: invented for a test}\ndatasets:\n  rows:\n"
                + "    file: rows.csv\n    missing: [NA]\n"
                + dataset.indent(4)
                + "    variables:\n"
                + variables.indent(6)
                + "analyses:\n"
                + String.join("\n", analyses).indent(2);
        try {
            Files.writeString(folder.resolve("study.yaml"), study);
            Files.writeString(folder.resolve("rows.csv"), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
