package org.countersign.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Tail probabilities of a binomial number of successes. */
final class BinomialTails {

    private final BinomialDistribution distribution;

    BinomialTails(long trials, double probability) {
        distribution = BinomialDistribution.of(Math.toIntExact(trials), probability);
    }

    /** P(X &lt;= k). */
    double lower(long k) {
        return k < 0 ? 0 : distribution.cumulativeProbability((int) k);
    }

    /** P(X &gt;= k). */
    double upper(long k) {
        return k <= 0 ? 1 : distribution.survivalProbability((int) k - 1);
    }
}
