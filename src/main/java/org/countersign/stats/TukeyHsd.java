package org.countersign.stats;

import static org.countersign.stats.QuantityKind.MEASUREMENT;

import java.util.ArrayList;
import java.util.List;

/**
 * Tukey's honestly significant differences of all pairs of k independent means with a common variance (Tukey-Kramer for
 * unequal sizes): (m_i - m_j)/(s sqrt((1/n_i + 1/n_j)/2)) against the studentized range on k and N - k.
 *
 * @param level simultaneous confidence level
 */
public record TukeyHsd(double level) {

    private static final Reference KRAMER = Reference.of(
            "Kramer CY",
            1956,
            "Extension of multiple range tests to group means with unequal numbers of replications",
            "Biometrics 12:307-310",
            "10.2307/3001469");

    /**
     * @throws IllegalArgumentException if {@code level} is outside (0, 1)
     */
    public TukeyHsd {
        Require.level(level);
    }

    /** 95% simultaneous intervals. */
    public static TukeyHsd withDefaults() {
        return new TukeyHsd(0.95);
    }

    public TukeyHsd withLevel(double newLevel) {
        return new TukeyHsd(newLevel);
    }

    /**
     * All pairs, the later group minus the earlier.
     *
     * @throws IllegalArgumentException if there are fewer than two groups
     */
    public Computation<Result> compute(List<Group> groups) {
        return OneWayAnova.withDefaults().compute(groups).map(anova -> {
            double sd = Math.sqrt(anova.withinSquares() / anova.df2());
            StudentizedRange range = new StudentizedRange(groups.size(), anova.df2());
            double critical = range.upperQuantile(1 - level);
            List<Comparison> comparisons = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    Group first = groups.get(j);
                    Group second = groups.get(i);
                    double difference = first.sample().moments().mean()
                            - second.sample().moments().mean();
                    double scale = sd
                            * Math.sqrt((1.0 / first.sample().size()
                                            + 1.0 / second.sample().size())
                                    / 2);
                    comparisons.add(new Comparison(
                            first.name(),
                            second.name(),
                            difference,
                            new ConfidenceInterval(
                                    difference - critical * scale, difference + critical * scale, level, "Tukey"),
                            range.upper(Math.abs(difference) / scale)));
                }
            }
            return new Result(this, anova, comparisons);
        });
    }

    /**
     * One pair.
     *
     * @param first name of the group
     * @param second name of the group that is subtracted
     * @param difference of the means
     * @param interval simultaneous
     * @param p adjusted
     */
    public record Comparison(String first, String second, double difference, ConfidenceInterval interval, double p) {}

    /**
     * All pairs.
     *
     * @param options the options used
     * @param anova the analysis of variance behind it
     * @param comparisons in the groups' order
     */
    public record Result(TukeyHsd options, OneWayAnova.Result anova, List<Comparison> comparisons)
            implements StatisticResult {

        public Result {
            comparisons = List.copyOf(comparisons);
        }

        @Override
        public Procedure procedure() {
            return Procedure.of("tukey-hsd", "Tukey's honestly significant differences", KRAMER);
        }

        /** For each pair {@code <b-vs-a>.estimate, .ci.lower, .ci.upper, .p}. */
        @Override
        public List<Quantity> quantities() {
            Quantities quantities = new Quantities();
            for (Comparison comparison : comparisons) {
                String slug = Group.pairSlug(comparison.first, comparison.second);
                quantities
                        .add(
                                slug + ".estimate",
                                comparison.first + " minus " + comparison.second,
                                MEASUREMENT,
                                comparison.difference)
                        .interval(slug + ".ci", MEASUREMENT, comparison.interval)
                        .add(slug + ".p", "adjusted P-value", QuantityKind.P_VALUE, comparison.p);
            }
            return quantities.list();
        }
    }
}
