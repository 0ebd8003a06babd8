package org.countersign.stats;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Fisher's exact test of an r x c table by Monte Carlo: tables with the observed margins are drawn by shuffling the
 * columns' labels, with a named generator from a named seed; P = (1 + b)/(1 + B), b the tables no likelier than the
 * observed one. For tables that are out of the exact test's reach.
 *
 * @param replicates B
 * @param seed of the generator
 */
public record FisherMonteCarlo(int replicates, long seed) {

    private static final Reference FISHER = Reference.of(
            "Fisher RA",
            1935,
            "The logic of inductive inference",
            "Journal of the Royal Statistical Society 98:39-82",
            "10.2307/2342435");
    private static final Reference HOPE = Reference.of(
            "Hope ACA",
            1968,
            "A simplified Monte Carlo significance test procedure",
            "Journal of the Royal Statistical Society B 30:582-598",
            "10.1111/j.2517-6161.1968.tb00759.x");

    /**
     * @throws IllegalArgumentException if there are fewer than 99 replicates
     */
    public FisherMonteCarlo {
        Require.atLeast("replicates", replicates, 99);
    }

    /** 9999 replicates. */
    public static FisherMonteCarlo withSeed(long seed) {
        return new FisherMonteCarlo(9999, seed);
    }

    public FisherMonteCarlo withReplicates(int newReplicates) {
        return new FisherMonteCarlo(newReplicates, seed);
    }

    /** The test, or {@link NotComputed} for an empty table, row or column. */
    public Computation<Result> compute(ContingencyTable table) {
        return table.unlessDegenerate(() -> {
            int n = Math.toIntExact(table.total());
            int[] columnOf = new int[n];
            int at = 0;
            for (int j = 0; j < table.columns(); j++) {
                for (long c = 0; c < table.columnTotal(j); c++) {
                    columnOf[at++] = j;
                }
            }
            double[] logFactorials = new double[n + 1];
            for (int i = 2; i <= n; i++) {
                logFactorials[i] = LogGamma.value(i + 1.0);
            }
            long[][] observed = new long[table.rows()][table.columns()];
            for (int i = 0; i < table.rows(); i++) {
                for (int j = 0; j < table.columns(); j++) {
                    observed[i][j] = table.count(i, j);
                }
            }
            double limit = logWeight(observed, logFactorials) + Math.log1p(FisherExact.RELATIVE_TOLERANCE);
            UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
            long extreme = 0;
            for (int b = 0; b < replicates; b++) {
                extreme += logWeight(drawn(table, columnOf, random), logFactorials) <= limit ? 1 : 0;
            }
            return Computation.of(new Result(this, table, (extreme + 1.0) / (replicates + 1.0)));
        });
    }

    private static long[][] drawn(ContingencyTable table, int[] columnOf, UniformRandomProvider random) {
        long[][] counts = new long[table.rows()][table.columns()];
        int at = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (long c = 0; c < table.rowTotal(i); c++) {
                int other = at + random.nextInt(columnOf.length - at);
                int column = columnOf[other];
                columnOf[other] = columnOf[at];
                columnOf[at++] = column;
                counts[i][column]++;
            }
        }
        return counts;
    }

    private static double logWeight(long[][] counts, double[] logFactorials) {
        double weight = 0;
        for (long[] row : counts) {
            for (long count : row) {
                weight -= logFactorials[(int) count];
            }
        }
        return weight;
    }

    /**
     * A Monte Carlo test.
     *
     * @param options the options used, with the seed
     * @param table the counts
     * @param p estimated
     */
    public record Result(FisherMonteCarlo options, ContingencyTable table, double p) implements StatisticResult {

        @Override
        public Procedure procedure() {
            return Procedure.of(
                    "fisher-monte-carlo",
                    "Fisher's exact test by Monte Carlo, " + options.replicates + " tables, " + Bootstrap.GENERATOR
                            + ", seed " + options.seed,
                    FISHER,
                    HOPE);
        }

        /** Ids {@code p, p.se} (the Monte Carlo error), {@code replicates, n}. */
        @Override
        public List<Quantity> quantities() {
            return new Quantities()
                    .p(p)
                    .add(
                            "p.se",
                            "Monte Carlo standard error of P",
                            QuantityKind.PROPORTION,
                            Math.sqrt(p * (1 - p) / options.replicates))
                    .count("replicates", "number of tables drawn", options.replicates)
                    .count("n", "number of observations", table.total())
                    .list();
        }

        @Override
        public List<Rival> rivals() {
            return List.of(
                    Rival.differing(
                            this,
                            "fisher",
                            "Fisher's exact test",
                            () -> FisherExact.withDefaults().compute(table).map(POnly::new)),
                    Rival.differing(
                            this,
                            "chi-square",
                            "Pearson's chi-square test",
                            () -> ChiSquare.withDefaults()
                                    .with(ChiSquare.Correction.NONE)
                                    .compute(table)
                                    .map(POnly::new)));
        }
    }
}
