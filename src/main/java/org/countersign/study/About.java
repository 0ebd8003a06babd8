package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the report is about.
 *
 * @param title of the report
 * @param subtitle of the report
 * @param language BCP 47 tag
 * @param date of the report
 * @param authors of the report
 * @param publication whose numbers are checked
 * @param registration of the study
 * @param funding of the study
 * @param keywords for the metadata
 * @param dataStatus what sort of data this is
 * @param dataStatusReason why, in a sentence
 */
public record About(
        LocatedText title,
        Optional<LocatedText> subtitle,
        String language,
        Optional<LocalDate> date,
        List<Author> authors,
        Optional<Publication> publication,
        Optional<String> registration,
        Optional<String> funding,
        List<String> keywords,
        DataStatus dataStatus,
        Optional<LocatedText> dataStatusReason) {

    public About {
        requireNonNull(title);
        requireNonNull(subtitle);
        requireNonNull(language);
        requireNonNull(date);
        authors = List.copyOf(authors);
        requireNonNull(publication);
        requireNonNull(registration);
        requireNonNull(funding);
        keywords = List.copyOf(keywords);
        requireNonNull(dataStatus);
        requireNonNull(dataStatusReason);
    }

    /** An author of the report. */
    public record Author(
            String name,
            Optional<String> affiliation,
            Optional<String> orcid,
            Optional<String> email,
            boolean corresponding) {
        public Author {
            requireNonNull(name);
            requireNonNull(affiliation);
            requireNonNull(orcid);
            requireNonNull(email);
        }
    }

    /** Where the data come from; anything but real data says so on every page. */
    public enum DataStatus {
        REAL("real", "Real data"),
        RECONSTRUCTED("reconstructed", "Reconstructed data"),
        SIMULATED("simulated", "Simulated data");

        private final String id;
        private final String label;

        DataStatus(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }
}
