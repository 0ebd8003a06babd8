package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.numbers.ReportedNumber;

/**
 * A coefficient that cannot exceed one in size: a correlation, kappa, alpha, R squared.
 *
 * @param name as printed
 */
public record CoefficientReport(Excerpt excerpt, String name, ReportedNumber value, Optional<ReportedP> p)
        implements ReportedResult {

    public CoefficientReport {
        requireNonNull(excerpt);
        requireNonNull(name);
        requireNonNull(value);
        requireNonNull(p);
    }

    @Override
    public String type() {
        return "coefficient";
    }

    @Override
    public List<NamedValue> values() {
        return new ValueList().add("name", name).add("value", value).addP(p).list();
    }
}
