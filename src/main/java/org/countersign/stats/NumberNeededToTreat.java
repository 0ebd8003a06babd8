package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.Arrays;
import java.util.List;

/**
 * The number needed to treat: 1/|risk difference|, with the limits of the risk difference's interval inverted. Where
 * that interval holds 0 the numbers needed run from benefit through infinity to harm (Altman), and there is no pair of
 * limits to report.
 *
 * @param difference the risk difference and its interval
 */
public record NumberNeededToTreat(RiskDifference difference) {

    private static final Reference ALTMAN = Reference.of(
            "Altman DG",
            1998,
            "Confidence intervals for the number needed to treat",
            "BMJ 317:1309-1312",
            "10.1136/bmj.317.7168.1309");

    public NumberNeededToTreat {
        requireNonNull(difference);
    }

    /** From the Newcombe interval, 95%. */
    public static NumberNeededToTreat withDefaults() {
        return new NumberNeededToTreat(RiskDifference.withDefaults());
    }

    public NumberNeededToTreat with(RiskDifference newDifference) {
        return new NumberNeededToTreat(newDifference);
    }

    /** The number of group 1 needed for one event more or fewer than in group 2. */
    public Computation<Result> compute(TwoByTwoTable table) {
        return difference
                .compute(table)
                .flatMap(risk -> risk.estimate() == 0
                        ? Computation.notComputed(
                                NotComputed.Reason.UNDEFINED,
                                "the risks are equal, so the number needed to treat is infinite",
                                "report the risk difference")
                        : Computation.of(new Result(this, risk)));
    }

    /**
     * A number needed to treat.
     *
     * @param options the options used
     * @param difference the risk difference it was made of
     */
    public record Result(NumberNeededToTreat options, RiskDifference.Result difference) implements StatisticResult {

        public double estimate() {
            return 1 / Math.abs(difference.estimate());
        }

        public Computation<ConfidenceInterval> interval() {
            ConfidenceInterval risk = difference.interval();
            if (risk.lower() <= 0 && risk.upper() >= 0) {
                return Computation.notComputed(
                        NotComputed.Reason.UNDEFINED,
                        "the interval of the risk difference holds 0, so the limits run through infinity",
                        "report the interval of the risk difference");
            }
            double one = 1 / Math.abs(risk.lower());
            double other = 1 / Math.abs(risk.upper());
            return Computation.of(
                    new ConfidenceInterval(Math.min(one, other), Math.max(one, other), risk.level(), risk.method()));
        }

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "number-needed-to-treat",
                    "number needed to treat from "
                            + difference.options().method().label(),
                    ALTMAN);
        }

        /** Ids {@code estimate, ci.lower, ci.upper, risk-difference} and the groups' risks, events and sizes. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities()
                    .estimate("number needed to treat", MEASUREMENT, estimate())
                    .interval(MEASUREMENT, difference.interval().level(), interval())
                    .add(
                            "risk-difference",
                            "risk difference",
                            QuantityKind.PROPORTION_DIFFERENCE,
                            difference.estimate());
            difference.table().addGroups(quantities);
            return quantities.list();
        }

        @Override
        public List<Rival> rivals() {
            return Arrays.stream(RiskDifference.Method.values())
                    .filter(other -> other != difference.options().method())
                    .map(other -> Rival.differing(
                            this,
                            other.id(),
                            other.label(),
                            () -> options.with(options.difference.with(other)).compute(difference.table())))
                    .toList();
        }
    }
}
