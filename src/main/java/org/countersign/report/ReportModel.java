package org.countersign.report;

import static java.util.Objects.requireNonNull;

import org.countersign.analysis.Ledger;
import org.countersign.dataset.Datasets;
import org.countersign.numbers.NumberStyle;
import org.countersign.study.StudyDefinition;
import org.countersign.verify.Verdicts;

/**
 * What a report is made from.
 *
 * @param study the definition
 * @param datasets the data, for their sizes and hashes; no number is computed from them here
 * @param ledger the only source of numbers
 * @param verdicts on the study's claims
 * @param style how numbers are printed
 * @param composites numbers that are printed together
 */
public record ReportModel(
        StudyDefinition study,
        Datasets datasets,
        Ledger ledger,
        Verdicts verdicts,
        NumberStyle style,
        Composites composites) {

    public ReportModel {
        requireNonNull(study);
        requireNonNull(datasets);
        requireNonNull(ledger);
        requireNonNull(verdicts);
        requireNonNull(style);
        requireNonNull(composites);
    }

    public static ReportModel of(
            StudyDefinition study, Datasets datasets, Ledger ledger, Verdicts verdicts, NumberStyle style) {
        return new ReportModel(
                study, datasets, ledger, verdicts, style, new Composites(ledger, style, study.analyses()));
    }
}
