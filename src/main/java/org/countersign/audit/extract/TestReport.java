package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * A test statistic, such as {@code t(28) = 2.10, p = .045}.
 *
 * @param df1 degrees of freedom; numerator of F
 * @param df2 denominator degrees of freedom of F
 * @param n sample size where it is printed with the statistic
 */
public record TestReport(
        Excerpt excerpt,
        TestKind kind,
        Optional<ReportedNumber> df1,
        Optional<ReportedNumber> df2,
        Optional<ReportedNumber> n,
        ReportedNumber statistic,
        Optional<ReportedP> p)
        implements ReportedResult {

    public TestReport {
        requireNonNull(excerpt);
        requireNonNull(kind);
        requireNonNull(df1);
        requireNonNull(df2);
        requireNonNull(n);
        requireNonNull(statistic);
        requireNonNull(p);
    }

    @Override
    public String type() {
        return "test-statistic";
    }

    @Override
    public List<NamedValue> values() {
        return new ValueList()
                .add("test", kind.id())
                .add("df1", df1)
                .add("df2", df2)
                .add("n", n)
                .add("statistic", statistic)
                .addP(p)
                .list();
    }
}
