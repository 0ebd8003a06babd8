package org.countersign.audit.extract;

import java.util.Arrays;
import java.util.Optional;

/** What an estimate estimates, and the scale on which its interval is symmetric. */
public enum Measure {
    RISK_RATIO("risk-ratio", Scale.LOG),
    ODDS_RATIO("odds-ratio", Scale.LOG),
    HAZARD_RATIO("hazard-ratio", Scale.LOG),
    RATE_RATIO("rate-ratio", Scale.LOG),
    MEAN_DIFFERENCE("mean-difference", Scale.IDENTITY),
    RISK_DIFFERENCE("risk-difference", Scale.IDENTITY),
    STANDARDISED_DIFFERENCE("standardised-difference", Scale.IDENTITY),
    COEFFICIENT("coefficient", Scale.IDENTITY),
    /** A difference of something that the text does not name; a median perhaps. */
    DIFFERENCE("difference", Scale.UNKNOWN),
    MEAN("mean", Scale.IDENTITY),
    MEDIAN("median", Scale.UNKNOWN),
    PROPORTION("proportion", Scale.UNKNOWN),
    CORRELATION("correlation", Scale.UNKNOWN),
    OTHER("other", Scale.UNKNOWN);

    /** Scale of analysis. */
    public enum Scale {
        LOG,
        IDENTITY,
        UNKNOWN;

        /** By name, whatever its case; empty for an unknown one. */
        public static Optional<Scale> of(String name) {
            return Arrays.stream(values())
                    .filter(scale -> scale.name().equalsIgnoreCase(name.strip()))
                    .findFirst();
        }
    }

    private final String id;
    private final Scale scale;

    Measure(String id, Scale scale) {
        this.id = id;
        this.scale = scale;
    }

    public String id() {
        return id;
    }

    public Scale scale() {
        return scale;
    }

    /** Whether the value of no effect is known: 1 for ratios, 0 for differences and coefficients. */
    public boolean isEffect() {
        return switch (this) {
            case RISK_RATIO,
                    ODDS_RATIO,
                    HAZARD_RATIO,
                    RATE_RATIO,
                    MEAN_DIFFERENCE,
                    RISK_DIFFERENCE,
                    STANDARDISED_DIFFERENCE,
                    COEFFICIENT,
                    DIFFERENCE,
                    CORRELATION -> true;
            case MEAN, MEDIAN, PROPORTION, OTHER -> false;
        };
    }
}
