package org.countersign.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.StudyException;
import org.countersign.report.TemplateFiles;
import org.countersign.report.manuscript.ManuscriptRenderer;
import org.countersign.report.page.ReportRenderer;
import org.countersign.study.LocatedText;
import org.countersign.study.StudyDefinition;

/** Finds a study's manuscript: the file that it names, the template of its name, or the default report. */
final class Manuscripts {

    private static final String DEFAULT = "manuscript/default.md";

    private Manuscripts() {}

    static ReportRenderer.Source find(StudyDefinition study, TemplateFiles templates) {
        if (study.manuscript().isPresent()) {
            return own(study, study.manuscript().get());
        }
        String byName = study.id() + "/manuscript.md";
        Optional<String> template = study.id().contains("..") ? Optional.empty() : templates.find(byName);
        return template.map(text ->
                        new ReportRenderer.Source(templates.shown(byName), text, ManuscriptRenderer.Typed.BY_AUTHOR))
                .orElseGet(() -> new ReportRenderer.Source(
                        templates.shown(DEFAULT), templates.text(DEFAULT), ManuscriptRenderer.Typed.BY_PROGRAM));
    }

    private static ReportRenderer.Source own(StudyDefinition study, LocatedText file) {
        Path path = study.folder().resolve(file.text()).normalize();
        try {
            if (!Files.isRegularFile(path)) {
                throw new StudyException(Diagnostic.error(
                        "file-not-found",
                        file.location(),
                        "there is no manuscript `" + file + "` in " + study.folder(),
                        "leave `manuscript` out for the default report"));
            }
            if (!path.toRealPath().startsWith(study.folder().toRealPath())) {
                throw new StudyException(Diagnostic.error(
                        "outside-study",
                        file.location(),
                        "`" + file + "` lies outside the study's folder",
                        "copy it into the study"));
            }
            return new ReportRenderer.Source(
                    path.toString().replace('\\', '/'), Files.readString(path), ManuscriptRenderer.Typed.BY_AUTHOR);
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unreadable-file",
                    file.location(),
                    "`" + file + "` cannot be read as UTF-8 text: " + e.getMessage()));
        }
    }
}
