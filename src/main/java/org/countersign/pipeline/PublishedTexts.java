package org.countersign.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.audit.ReadingTime;
import org.countersign.audit.text.Article;
import org.countersign.audit.text.ArticleReaders;
import org.countersign.audit.text.UnreadableArticleException;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.report.ReportModel;
import org.countersign.study.Constant;
import org.countersign.study.LocatedText;
import org.countersign.study.Publication;
import org.countersign.study.StudyDefinition;
import org.countersign.verify.PublishedCoverage;
import org.countersign.verify.PublishedText;

/** Reads the paper that a study's claims are held against. */
public final class PublishedTexts {

    private PublishedTexts() {}

    /** The declared constants, and what else the definition says that a paper prints: its registration, its place. */
    private static List<Constant> fixed(StudyDefinition study) {
        List<Constant> fixed = new ArrayList<>(study.constants());
        Stream.of(
                        study.about().registration(),
                        study.about().publication().flatMap(Publication::doi),
                        study.about().publication().flatMap(Publication::volume),
                        study.about().publication().flatMap(Publication::pages))
                .flatMap(Optional::stream)
                .forEach(text -> fixed.add(
                        new Constant(new LocatedText(text, study.about().title().span()), "named in the definition")));
        return fixed;
    }

    /**
     * @param file text, Markdown, HTML, JATS XML, DOCX or PDF
     * @throws StudyException if it cannot be read, or not in time
     */
    public static PublishedText read(Path file, ReportModel report) {
        try {
            Article article =
                    ReadingTime.within(ReadingTime.USUAL_LIMIT, file.toString(), () -> ArticleReaders.read(file));
            return new PublishedText(
                    file.toString(),
                    Hashes.sha256(file),
                    PublishedCoverage.of(article, report.study().claims(), fixed(report.study()), report.ledger()));
        } catch (UnreadableArticleException e) {
            throw new StudyException(e.diagnostic());
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unreadable-file", SourceLocation.of(file.toString()), "cannot be read: " + e.getMessage()));
        }
    }
}
