package org.countersign.audit.extract;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Words that call a result significant or not, with the p-value that is printed for them: {@code no significant difference in
 * pain (p = 0.03)}. The excerpt is the words alone; p belongs to a result of its own.
 *
 * @param says what the words claim
 * @param p as printed behind them
 */
public record StatementReport(Excerpt excerpt, Says says, ReportedP p) implements ReportedResult {

    /** What words claim. */
    public enum Says {
        SIGNIFICANT("significant"),
        NOT_SIGNIFICANT("not-significant");

        private final String id;

        Says(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /** By id; empty for an unknown one. */
        public static Optional<Says> of(String id) {
            for (Says says : values()) {
                if (says.id.equalsIgnoreCase(id.strip())) {
                    return Optional.of(says);
                }
            }
            return Optional.empty();
        }
    }

    public StatementReport {
        requireNonNull(excerpt);
        requireNonNull(says);
        requireNonNull(p);
    }

    @Override
    public String type() {
        return "statement";
    }

    @Override
    public List<NamedValue> values() {
        return new ValueList().add("says", says.id()).addP(Optional.of(p)).list();
    }
}
