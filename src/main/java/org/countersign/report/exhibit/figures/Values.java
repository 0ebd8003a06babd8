package org.countersign.report.exhibit.figures;

import java.util.Optional;
import org.countersign.report.exhibit.Exhibit;
import org.countersign.stats.Computed;

/** Values of entries as positions in a chart. */
final class Values {

    private Values() {}

    /** A finite value; empty if the entry is not there, not computed or infinite. */
    static Optional<Double> of(Exhibit exhibit, String key) {
        return exhibit.entry(key)
                .flatMap(e -> e.value() instanceof Computed<Double> c && Double.isFinite(c.value())
                        ? Optional.of(c.value())
                        : Optional.empty());
    }

    static double orZero(Exhibit exhibit, String key) {
        return of(exhibit, key).orElse(0.0);
    }

    static String display(Exhibit exhibit, String key) {
        return exhibit.entry(key).map(e -> e.display()).orElse("");
    }
}
