package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables beyond two by two: against R where R is exact enough, against enumeration of all tables elsewhere. */
class FisherExactTest {

    @Test
    @Timeout(60)
    void large_tables_agree_with_r_and_with_enumeration() {
        for (ReferenceFile.Case given : ReferenceFile.read("r-by-c-large.tsv").cases()) {
            double p = FisherExact.withDefaults()
                    .compute(given.contingencyTable())
                    .orElseThrow()
                    .p();
            // fisher.test puts paths together that differ by about 1e-7; the enumeration is only as good as lgamma
            given.check("fisher.p", p, 1e-7);
            if (given.expects("enumerated.p")) {
                given.check("enumerated.p", p, 1e-11);
            }
        }
    }

    @Test
    void small_tables_agree_with_enumeration() {
        SplittableRandom random = new SplittableRandom(1951);
        for (int repeat = 0; repeat < 300; repeat++) {
            long[][] counts = new long[2 + random.nextInt(3)][3 + random.nextInt(2)];
            int n = 6 + random.nextInt(12);
            for (int i = 0; i < n; i++) {
                long[] row = counts[random.nextInt(1 + random.nextInt(counts.length))];
                row[random.nextInt(row.length)]++;
            }
            ContingencyTable table = ContingencyTable.of(counts);
            if (FisherExact.withDefaults().compute(table) instanceof Computed<FisherExact.Result> computed) {
                ReferenceFile.assertClose(
                        table.toString(), computed.value().p(), new Enumeration(table).noLikelier(), 1e-12);
            }
        }
    }

    @Test
    void a_rare_table_keeps_its_digits() {
        ContingencyTable table = ContingencyTable.of(new long[][] {{30, 2, 1}, {1, 28, 3}, {2, 1, 33}});
        double p = FisherExact.withDefaults().compute(table).orElseThrow().p();
        assertThat(p).isPositive().isLessThan(1e-25);
        ReferenceFile.assertClose("rare", p, new Enumeration(table).noLikelier(), 1e-11);
    }

    @Test
    void the_order_of_rows_and_columns_does_not_matter() {
        ContingencyTable table = ContingencyTable.of(new long[][] {{7, 1, 4, 9}, {3, 8, 2, 6}, {5, 5, 9, 1}});
        ContingencyTable shuffled = ContingencyTable.of(new long[][] {{5, 9, 5, 1}, {7, 4, 1, 9}, {3, 2, 8, 6}});
        double p = FisherExact.withDefaults().compute(table).orElseThrow().p();
        ReferenceFile.assertClose(
                "shuffled",
                FisherExact.withDefaults().compute(shuffled).orElseThrow().p(),
                p,
                1e-13);
        ReferenceFile.assertClose(
                "transposed",
                FisherExact.withDefaults()
                        .compute(shuffled.transposed())
                        .orElseThrow()
                        .p(),
                p,
                1e-13);
    }

    @Test
    @Timeout(60)
    void a_table_that_is_too_large_is_named() {
        long[][] counts = new long[8][9];
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                counts[i][j] = 20 + (7 * i + 5 * j) % 11;
            }
        }
        assertThat(TwoByTwoTest.reason(FisherExact.withDefaults().compute(ContingencyTable.of(counts))))
                .isEqualTo(NotComputed.Reason.TOO_LARGE);
        assertThat(TwoByTwoTest.reason(FisherExact.withDefaults().compute(ContingencyTable.of(new long[][] {
                    {900_000, 1, 2}, {100_000, 4, 5}
                }))))
                .isEqualTo(NotComputed.Reason.TOO_LARGE);
    }

    /** Every table with the same margins. */
    private static final class Enumeration {

        private final long[] rows;
        private final long[] columns;
        private final double limit;
        private final double all;
        private final Sum noLikelier = new Sum();

        Enumeration(ContingencyTable table) {
            rows = new long[table.rows()];
            columns = new long[table.columns()];
            double weight = 0;
            double margins = -logFactorial(table.total());
            for (int i = 0; i < rows.length; i++) {
                rows[i] = table.rowTotal(i);
                margins += logFactorial(rows[i]);
                for (int j = 0; j < columns.length; j++) {
                    weight -= logFactorial(table.count(i, j));
                }
            }
            for (int j = 0; j < columns.length; j++) {
                columns[j] = table.columnTotal(j);
                margins += logFactorial(columns[j]);
            }
            limit = weight + 1e-7;
            all = -margins;
        }

        double noLikelier() {
            fill(0, 0, rows[0], 0);
            return noLikelier.value();
        }

        private void fill(int row, int column, long rest, double weight) {
            if (row == rows.length - 1) {
                double whole = weight;
                for (long left : columns) {
                    whole -= logFactorial(left);
                }
                if (whole <= limit) {
                    noLikelier.add(Math.exp(whole - all));
                }
            } else if (column == columns.length - 1) {
                if (rest <= columns[column]) {
                    columns[column] -= rest;
                    fill(row + 1, 0, rows[row + 1], weight - logFactorial(rest));
                    columns[column] += rest;
                }
            } else {
                long most = Math.min(rest, columns[column]);
                for (long x = 0; x <= most; x++) {
                    columns[column] -= x;
                    fill(row, column + 1, rest - x, weight - logFactorial(x));
                    columns[column] += x;
                }
            }
        }

        private static double logFactorial(long n) {
            return LogGamma.value(n + 1.0);
        }
    }
}
