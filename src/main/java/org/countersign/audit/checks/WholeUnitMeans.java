package org.countersign.audit.checks;

import java.util.ArrayList;
import java.util.List;
import org.countersign.audit.extract.ArticleResults;
import org.countersign.audit.extract.Cue;
import org.countersign.audit.extract.MeanReport;

/**
 * The means of an article that GRIM and its kin may judge: printed with their n, in a sentence that speaks of
 * numbers of something or of one item. A text cannot prove that its data are whole units, so a finding is a warning.
 */
final class WholeUnitMeans {

    private WholeUnitMeans() {}

    static List<MeanReport> of(ArticleResults article) {
        List<MeanReport> means = new ArrayList<>();
        for (MeanReport report : article.of(MeanReport.class)) {
            if (report.n().isPresent()
                    && report.excerpt().sentence().says(Cue.WHOLE_UNITS)
                    && !report.excerpt().sentence().says(Cue.ADJUSTED)
                    && report.spreadKind() != MeanReport.SpreadKind.SE
                    && isCount(report)) {
                means.add(report);
            }
        }
        return means;
    }

    static int sampleSize(MeanReport report) {
        return report.n().orElseThrow().value().intValueExact();
    }

    static Assessment soften(Assessment assessment) {
        return assessment.verdict() == Verdict.INCONSISTENT ? assessment.as(Verdict.WARNING) : assessment;
    }

    private static boolean isCount(MeanReport report) {
        var n = report.n().orElseThrow().value();
        return n.stripTrailingZeros().scale() <= 0 && n.signum() > 0 && n.precision() - n.scale() <= 7;
    }
}
