package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;

/**
 * A respondent's score on a scale from the answers to its items: reversed items are turned round,
 * lowest + highest - answer, and the answers are added up, averaged, or averaged and multiplied by the number of items
 * (a sum prorated for missing answers). A score needs a least number of answers.
 *
 * @param aggregate what is made of the answers
 * @param leastAnswered how many answers a score needs
 * @param lowest lowest possible answer
 * @param highest highest possible answer
 */
public record ScaleScore(Aggregate aggregate, int leastAnswered, double lowest, double highest) {

    /** What is made of the answers. */
    public enum Aggregate {
        SUM,
        MEAN,
        /** Mean of the answers times the number of items. */
        PRORATED_SUM
    }

    /**
     * @throws IllegalArgumentException if {@code leastAnswered} is below 1 or the range is empty or not finite
     */
    public ScaleScore {
        requireNonNull(aggregate);
        Require.atLeast("leastAnswered", leastAnswered, 1);
        Require.finite("lowest", lowest);
        Require.finite("highest", highest);
        Require.that(lowest < highest, "highest", highest, "a number above lowest = " + lowest);
    }

    /** The sum of complete answers to {@code items} items in the range. */
    public static ScaleScore sumOf(int items, double lowest, double highest) {
        return new ScaleScore(Aggregate.SUM, items, lowest, highest);
    }

    public ScaleScore with(Aggregate newAggregate) {
        return new ScaleScore(newAggregate, leastAnswered, lowest, highest);
    }

    /** Allows answers to be missing, as long as so many are there. */
    public ScaleScore withLeastAnswered(int newLeastAnswered) {
        return new ScaleScore(aggregate, newLeastAnswered, lowest, highest);
    }

    /**
     * The score of one respondent, or {@link NotComputed.Reason#TOO_FEW_OBSERVATIONS}.
     *
     * @param answers one for each item; what stands for a missing answer is not looked at
     * @param answered the items that were answered
     * @param reversed the items to be turned round
     * @throws IllegalArgumentException if an answer is outside the range
     */
    public Computation<Double> score(double[] answers, BitSet answered, BitSet reversed) {
        Sum sum = new Sum();
        int count = 0;
        for (int i = 0; i < answers.length; i++) {
            if (answered.get(i)) {
                Require.that(
                        answers[i] >= lowest && answers[i] <= highest,
                        "answers[" + i + "]",
                        answers[i],
                        "a number from " + lowest + " to " + highest);
                sum.add(reversed.get(i) ? lowest + highest - answers[i] : answers[i]);
                count++;
            }
        }
        if (count < leastAnswered) {
            return Computation.notComputed(
                    NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                    count + " of " + answers.length + " items were answered, " + leastAnswered + " are needed",
                    "treat the score as missing");
        }
        return Computation.of(
                switch (aggregate) {
                    case SUM -> sum.value();
                    case MEAN -> sum.value() / count;
                    case PRORATED_SUM -> sum.value() / count * answers.length;
                });
    }
}
