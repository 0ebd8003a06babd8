package org.countersign.stats;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Fisher's exact test of independence, all margins fixed. Two-sided P is the probability of all tables that are no
 * likelier than the observed one; tables within a relative 1e-7 of its probability count as equal, as in R's
 * {@code fisher.test}. One-sided alternatives (2 x 2 only) are the tails of the hypergeometric distribution of the
 * first cell. For larger tables the distribution is walked column by column as a network whose nodes are the remaining
 * row totals; a bound on the heaviest path to the end settles most tables without a visit.
 *
 * @param alternative the alternative; one-sided for 2 x 2 tables only
 */
public record FisherExact(Alternative alternative) {

    static final double RELATIVE_TOLERANCE = 1e-7;

    private static final Reference FISHER = Reference.of(
            "Fisher RA",
            1935,
            "The logic of inductive inference",
            "Journal of the Royal Statistical Society 98:39-82",
            "10.2307/2342435");
    private static final Reference MEHTA_PATEL = Reference.of(
            "Mehta CR, Patel NR",
            1983,
            "A network algorithm for performing Fisher's exact test in r x c contingency tables",
            "Journal of the American Statistical Association 78:427-434",
            "10.1080/01621459.1983.10477989");

    public FisherExact {
        requireNonNull(alternative);
    }

    /** Two-sided. */
    public static FisherExact withDefaults() {
        return new FisherExact(Alternative.TWO_SIDED);
    }

    public FisherExact with(Alternative newAlternative) {
        return new FisherExact(newAlternative);
    }

    /**
     * The test; {@link NotComputed} for an empty table, an empty row or column, or a table too large for the exact
     * distribution ({@link NotComputed.Reason#TOO_LARGE}).
     *
     * @throws IllegalArgumentException if the alternative is one-sided and the table is larger than 2 x 2
     */
    public Computation<Result> compute(ContingencyTable table) {
        Require.that(
                alternative == Alternative.TWO_SIDED || (table.rows() <= 2 && table.columns() <= 2),
                "alternative",
                alternative,
                "TWO_SIDED for a table of " + table.rows() + " x " + table.columns());
        return table.unlessDegenerate(() -> table.isTwoByTwo()
                ? Computation.of(new Result(this, table, twoByTwo(table.toTwoByTwo())))
                : TableNetwork.probabilityNoLikelier(table).map(p -> new Result(this, table, p)));
    }

    private double twoByTwo(TwoByTwoTable table) {
        NoncentralHypergeometric distribution = new NoncentralHypergeometric(table);
        return switch (alternative) {
            case TWO_SIDED -> twoSided(distribution, table.events1());
            case GREATER -> distribution.upper(1, table.events1());
            case LESS -> distribution.lower(1, table.events1());
        };
    }

    static double twoSided(NoncentralHypergeometric distribution, long x) {
        double[] probabilities = distribution.probabilities(1);
        double limit = probabilities[Math.toIntExact(x - distribution.lowest())] * (1 + RELATIVE_TOLERANCE);
        Sum sum = new Sum();
        for (double probability : probabilities) {
            if (probability <= limit) {
                sum.add(probability);
            }
        }
        return Math.min(1, sum.value());
    }

    /**
     * An exact test.
     *
     * @param options the options used
     * @param table the counts
     * @param p exact
     */
    public record Result(FisherExact options, ContingencyTable table, double p) implements StatisticResult {

        @Override
        public Procedure procedure() {
            String label = "Fisher's exact test" + options.alternative.suffix();
            return table.isTwoByTwo()
                    ? Procedure.of("fisher-exact", label, FISHER)
                    : Procedure.of("fisher-exact", label, FISHER, MEHTA_PATEL);
        }

        /** Ids {@code p, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .p(p)
                    .count("n", "number of observations", table.total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            Rival plain = Rival.differing(
                    this,
                    "chi-square",
                    "Pearson's chi-square test",
                    () -> ChiSquare.withDefaults()
                            .with(ChiSquare.Correction.NONE)
                            .compute(table)
                            .map(POnly::new));
            if (!table.isTwoByTwo()) {
                return List.of(plain);
            }
            return List.of(
                    plain,
                    Rival.differing(
                            this,
                            "chi-square-yates",
                            "chi-square test with Yates's correction",
                            () -> ChiSquare.withDefaults().compute(table).map(POnly::new)),
                    new Rival("doubled", "twice the smaller tail", this::doubled),
                    new Rival("mid-p", "mid-P", this::midP));
        }

        private List<Quantity> doubled() {
            NoncentralHypergeometric distribution = new NoncentralHypergeometric(table.toTwoByTwo());
            long x = table.count(0, 0);
            return new Quantities()
                    .p(2 * Math.min(distribution.lower(1, x), distribution.upper(1, x)))
                    .list();
        }

        private List<Quantity> midP() {
            NoncentralHypergeometric distribution = new NoncentralHypergeometric(table.toTwoByTwo());
            double own = distribution.probabilities(1)[Math.toIntExact(table.count(0, 0) - distribution.lowest())];
            return new Quantities().p(p - own / 2).list();
        }
    }
}
