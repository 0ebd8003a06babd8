package org.countersign.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrequencyTableTest {

    @Test
    void counts_distinct_values_in_order() {
        FrequencyTable table = FrequencyTable.of(3, 1, -0.0, 3, 0, 2.5);
        assertThat(table).hasToString("n = 6, 5 distinct values from 0.0 to 3.0".replace("5 d", "4 d"));
        assertThat(table.count(0)).isEqualTo(2);
        assertThat(table.orderStatistic(6)).isEqualTo(3);
        assertThat(table.countAtMost(2.9)).isEqualTo(4);
        assertThat(table.countOf(3)).isEqualTo(2);
        assertThat(table.toArray()).containsExactly(0, 0, 1, 2.5, 3, 3);
    }

    @Test
    void is_the_same_however_it_was_collected() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 50; round++) {
            double scale = round % 2 == 0 ? 1 : 0.1;
            double[] sample = random.doubles(200, -40, 40)
                    .map(value -> Math.rint(value) * scale)
                    .toArray();
            FrequencyTable.Accumulator accumulator = FrequencyTable.accumulator();
            Arrays.stream(sample).forEach(accumulator::add);
            long[] ones = new long[sample.length];
            Arrays.fill(ones, 1);
            FrequencyTable table = FrequencyTable.of(sample);
            assertThat(accumulator.table()).isEqualTo(table);
            assertThat(FrequencyTable.of(sample, ones)).isEqualTo(table).hasSameHashCodeAs(table);
            double[] first = Arrays.copyOf(sample, 80);
            double[] rest = Arrays.copyOfRange(sample, 80, 200);
            assertThat(FrequencyTable.of(first).merge(FrequencyTable.of(rest))).isEqualTo(table);
        }
    }

    @Test
    void takes_counts_as_weights() {
        assertThat(FrequencyTable.of(new double[] {2, 1, 2, 9}, new long[] {3, 2, 1, 0}))
                .isEqualTo(FrequencyTable.of(1, 1, 2, 2, 2, 2));
        assertThatThrownBy(() -> FrequencyTable.of(new double[] {2}, new long[] {-1}))
                .hasMessageContaining("count = -1");
        assertThatThrownBy(() -> FrequencyTable.of(1, 2).orderStatistic(3)).hasMessageContaining("rank = 3");
    }
}
