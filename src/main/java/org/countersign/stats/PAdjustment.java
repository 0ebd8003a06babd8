package org.countersign.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** How the P-values of several tests are adjusted for their number. */
public enum PAdjustment {
    NONE("none", "unadjusted"),
    /** m p. */
    BONFERRONI(
            "bonferroni",
            "Bonferroni",
            Reference.of(
                    "Dunn OJ",
                    1961,
                    "Multiple comparisons among means",
                    "Journal of the American Statistical Association 56:52-64",
                    "10.1080/01621459.1961.10482090")),
    /** Step-down (m - i + 1) p. */
    HOLM(
            "holm",
            "Holm",
            Reference.of(
                    "Holm S",
                    1979,
                    "A simple sequentially rejective multiple test procedure",
                    "Scandinavian Journal of Statistics 6:65-70")),
    /** Step-up (m - i + 1) p. */
    HOCHBERG(
            "hochberg",
            "Hochberg",
            Reference.of(
                    "Hochberg Y",
                    1988,
                    "A sharper Bonferroni procedure for multiple tests of significance",
                    "Biometrika 75:800-802",
                    "10.1093/biomet/75.4.800")),
    /** Step-up m p/i: false discovery rate of independent tests. */
    BENJAMINI_HOCHBERG(
            "bh",
            "Benjamini-Hochberg",
            Reference.of(
                    "Benjamini Y, Hochberg Y",
                    1995,
                    "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
                    "Journal of the Royal Statistical Society B 57:289-300",
                    "10.1111/j.2517-6161.1995.tb02031.x")),
    /** Step-up with the factor sum 1/i: false discovery rate under any dependence. */
    BENJAMINI_YEKUTIELI(
            "by",
            "Benjamini-Yekutieli",
            Reference.of(
                    "Benjamini Y, Yekutieli D",
                    2001,
                    "The control of the false discovery rate in multiple testing under dependency",
                    "The Annals of Statistics 29:1165-1188",
                    "10.1214/aos/1013699998"));

    private final String id;
    private final String label;
    private final List<Reference> references;

    PAdjustment(String id, String label, Reference reference) {
        this.id = id;
        this.label = label;
        this.references = List.of(reference);
    }

    PAdjustment(String id, String label) {
        this.id = id;
        this.label = label;
        this.references = List.of();
    }

    /** Stable kebab-case name. */
    public String id() {
        return id;
    }

    /** For a footnote. */
    /** A result under each of the other adjustments. */
    List<Rival> rivals(StatisticResult own, Function<PAdjustment, Computation<? extends StatisticResult>> adjustedBy) {
        return Arrays.stream(values())
                .filter(other -> other != this)
                .map(other -> Rival.differing(
                        own, "adjustment-" + other.id, "P-values: " + other.label, () -> adjustedBy.apply(other)))
                .toList();
    }

    public String label() {
        return label;
    }

    /** Where it is published; empty for none. */
    public List<Reference> references() {
        return references;
    }

    /**
     * The adjusted P-values, in the order given, as R's {@code p.adjust}.
     *
     * @throws IllegalArgumentException if a P-value is outside 0 to 1
     */
    public double[] adjust(double... p) {
        for (int i = 0; i < p.length; i++) {
            Require.proportion("p[" + i + "]", p[i]);
        }
        int m = p.length;
        Integer[] ascending = new Integer[m];
        Arrays.setAll(ascending, i -> i);
        Arrays.sort(ascending, (i, j) -> Double.compare(p[i], p[j]));
        double[] adjusted = p.clone();
        if (this == NONE) {
            return adjusted;
        }
        double harmonic = 0;
        for (int i = 1; i <= m; i++) {
            harmonic += 1.0 / i;
        }
        boolean stepDown = this == HOLM;
        double extreme = stepDown ? 0 : 1;
        for (int step = 0; step < m; step++) {
            int rank = stepDown ? step + 1 : m - step;
            int index = ascending[rank - 1];
            double raw = p[index] * factor(rank, m, harmonic);
            if (this == BONFERRONI) {
                adjusted[index] = Math.min(1, raw);
            } else {
                extreme = stepDown ? Math.max(extreme, Math.min(1, raw)) : Math.min(extreme, raw);
                adjusted[index] = extreme;
            }
        }
        return adjusted;
    }

    /** The adjusted P-values of those that could be computed; the others keep their reason and do not count. */
    public List<Computation<Double>> adjust(List<Computation<Double>> p) {
        double[] adjusted = adjust(p.stream()
                .filter(Computation::isComputed)
                .mapToDouble(Computation::orElseThrow)
                .toArray());
        List<Computation<Double>> all = new ArrayList<>();
        int next = 0;
        for (Computation<Double> one : p) {
            all.add(one.isComputed() ? Computation.of(adjusted[next++]) : one);
        }
        return List.copyOf(all);
    }

    private double factor(int rank, double m, double harmonic) {
        return switch (this) {
            case NONE -> 1;
            case BONFERRONI -> m;
            case HOLM, HOCHBERG -> m - rank + 1;
            case BENJAMINI_HOCHBERG -> m / rank;
            case BENJAMINI_YEKUTIELI -> m * harmonic / rank;
        };
    }
}
