package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/**
 * Dunn's comparisons of all pairs of k independent samples by the mean ranks of the pooled observations:
 * z = (mean rank_i - mean rank_j)/sqrt((N(N + 1)/12 - sum(t³ - t)/(12(N - 1)))(1/n_i + 1/n_j)), two-sided, P adjusted.
 *
 * @param adjustment of the P-values
 */
public record DunnTest(PAdjustment adjustment) {

    private static final Reference DUNN = Reference.of(
            "Dunn OJ", 1964, "Multiple comparisons using rank sums", "Technometrics 6:241-252", "10.2307/1266041");

    public DunnTest {
        requireNonNull(adjustment);
    }

    /** Holm. */
    public static DunnTest withDefaults() {
        return new DunnTest(PAdjustment.HOLM);
    }

    public DunnTest with(PAdjustment newAdjustment) {
        return new DunnTest(newAdjustment);
    }

    /**
     * All pairs, the later group against the earlier.
     *
     * @throws IllegalArgumentException if there are fewer than two groups
     */
    public Computation<Result> compute(List<Group> groups) {
        return KruskalWallis.withDefaults().compute(groups).map(overall -> {
            FrequencyTable pooled = OneWayAnova.pooled(groups);
            double n = pooled.size();
            double variance = n * (n + 1) / 12 - pooled.tieTerm() / (12 * (n - 1));
            List<Comparison> raw = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    FrequencyTable first = groups.get(j).sample();
                    FrequencyTable second = groups.get(i).sample();
                    double difference = KruskalWallis.meanRank(first, pooled) - KruskalWallis.meanRank(second, pooled);
                    double z = difference / Math.sqrt(variance * (1.0 / first.size() + 1.0 / second.size()));
                    raw.add(new Comparison(
                            groups.get(j).name(),
                            groups.get(i).name(),
                            difference,
                            z,
                            Tails.normal(z, Alternative.TWO_SIDED)));
                }
            }
            return new Result(this, groups, raw);
        });
    }

    /**
     * One pair.
     *
     * @param first name of the group
     * @param second name of the group that is subtracted
     * @param difference of the mean ranks
     * @param z standardised
     * @param p two-sided, not adjusted
     */
    public record Comparison(String first, String second, double difference, double z, double p) {}

    /**
     * All pairs.
     *
     * @param options the options used
     * @param groups as given
     * @param comparisons in the groups' order
     */
    public record Result(DunnTest options, List<Group> groups, List<Comparison> comparisons)
            implements StatisticResult {

        public Result {
            groups = List.copyOf(groups);
            comparisons = List.copyOf(comparisons);
        }

        @Override
        public Procedure procedure() {
            List<Reference> references = new ArrayList<>(List.of(DUNN));
            references.addAll(options.adjustment.references());
            return new Procedure(
                    "dunn-" + options.adjustment.id(),
                    "Dunn's test, P-values: " + options.adjustment.label(),
                    references);
        }

        /** For each pair {@code <b-vs-a>.estimate, .statistic, .p} (adjusted) and {@code .p-unadjusted}. */
        @Override
        public List<Quantity> quantities() {
            double[] adjusted = options.adjustment.adjust(
                    comparisons.stream().mapToDouble(Comparison::p).toArray());
            Quantities quantities = new Quantities();
            for (int i = 0; i < adjusted.length; i++) {
                Comparison comparison = comparisons.get(i);
                String slug = Group.pairSlug(comparison.first, comparison.second);
                quantities
                        .add(
                                slug + ".estimate",
                                "difference of mean ranks, " + comparison.first + " minus " + comparison.second,
                                QuantityKind.DIMENSIONLESS,
                                comparison.difference)
                        .add(slug + ".statistic", "z", QuantityKind.STATISTIC, comparison.z)
                        .add(slug + ".p", "adjusted P-value", QuantityKind.P_VALUE, adjusted[i])
                        .add(slug + ".p-unadjusted", "unadjusted P-value", QuantityKind.P_VALUE, comparison.p);
            }
            return quantities.list();
        }

        @Override
        public List<Rival> rivals() {
            return options.adjustment.rivals(this, other -> options.with(other).compute(groups));
        }
    }
}
