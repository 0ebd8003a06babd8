package org.countersign.stats;

/** The ranks of the absolute differences of a sample, zeros left out before or after ranking. */
final class SignedRanks {

    private final FrequencyTable differences;
    private final FrequencyTable magnitudes;
    private final WilcoxonSignedRank.Zeros zeros;
    private final long zeroCount;

    private SignedRanks(FrequencyTable differences, WilcoxonSignedRank.Zeros zeros) {
        this.differences = differences;
        this.zeros = zeros;
        this.zeroCount = differences.countOf(0);
        FrequencyTable.Accumulator sizes = FrequencyTable.accumulator();
        for (int i = 0; i < differences.distinct(); i++) {
            if (differences.value(i) != 0) {
                sizes.add(Math.abs(differences.value(i)), differences.count(i));
            }
        }
        magnitudes = sizes.table();
    }

    static SignedRanks of(FrequencyTable differences, WilcoxonSignedRank.Zeros zeros) {
        return new SignedRanks(differences, zeros);
    }

    /** Number of differences other than 0. */
    long size() {
        return magnitudes.size();
    }

    boolean ties() {
        return magnitudes.distinct() < magnitudes.size();
    }

    FrequencyTable nonZero() {
        FrequencyTable.Accumulator kept = FrequencyTable.accumulator();
        for (int i = 0; i < differences.distinct(); i++) {
            if (differences.value(i) != 0) {
                kept.add(differences.value(i), differences.count(i));
            }
        }
        return kept.table();
    }

    private long ranksBelow() {
        return zeros == WilcoxonSignedRank.Zeros.PRATT ? zeroCount : 0;
    }

    /** Twice the midrank of a magnitude. */
    private long twiceRank(int index) {
        return 2 * ranksBelow() + 2 * magnitudes.cumulative(index) - magnitudes.count(index) + 1;
    }

    /** Twice V. */
    long twicePositive() {
        long twice = 0;
        for (int i = 0; i < magnitudes.distinct(); i++) {
            twice += Math.multiplyExact(differences.countOf(magnitudes.value(i)), twiceRank(i));
        }
        return twice;
    }

    int[] twiceRanks() {
        int[] ranks = new int[Math.toIntExact(size())];
        int at = 0;
        for (int i = 0; i < magnitudes.distinct(); i++) {
            for (long c = 0; c < magnitudes.count(i); c++) {
                ranks[at++] = Math.toIntExact(twiceRank(i));
            }
        }
        return ranks;
    }

    /** Expectation of V. */
    double mean() {
        double n = (double) ranksBelow() + size();
        double z = ranksBelow();
        return (n * (n + 1) - z * (z + 1)) / 4;
    }

    /** Variance of V given the ties. */
    double variance() {
        double n = (double) ranksBelow() + size();
        double z = ranksBelow();
        return (n * (n + 1) * (2 * n + 1) - z * (z + 1) * (2 * z + 1)) / 24 - magnitudes.tieTerm() / 48;
    }
}
