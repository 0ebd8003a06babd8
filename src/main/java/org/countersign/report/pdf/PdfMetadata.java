package org.countersign.report.pdf;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * What the document says about itself.
 *
 * @param title shown by viewers in place of the file name
 * @param authors in order; may be empty
 * @param language BCP 47, for example {@code en-GB}
 * @param subject one sentence; read aloud as the description
 * @param keywords in order; may be empty
 * @param created the time of creation, kept to the second; not the clock's, so that the same report has the same bytes
 */
public record PdfMetadata(
        String title, List<String> authors, String language, String subject, List<String> keywords, Instant created) {

    public PdfMetadata {
        requireNonNull(subject);
        authors = List.copyOf(authors);
        keywords = List.copyOf(keywords);
        created = created.truncatedTo(ChronoUnit.SECONDS);
        if (title.isBlank()) {
            throw new IllegalArgumentException("title: expected it not to be blank, PDF/UA requires one");
        }
        if (language.isBlank() || Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            throw new IllegalArgumentException("language `" + language + "`: expected a BCP 47 tag such as en-GB");
        }
    }
}
