package org.countersign.audit.extract;

import java.util.List;

/** A result as a text reports it, with the exact text and its place. */
public sealed interface ReportedResult
        permits TestReport,
                IntervalReport,
                ProportionReport,
                MeanReport,
                MedianReport,
                SplitReport,
                PReport,
                CoefficientReport,
                StatementReport {

    Excerpt excerpt();

    /** Stable kebab-case kind, such as {@code test-statistic}. */
    String type();

    /** What was read, in reading order. */
    List<NamedValue> values();
}
