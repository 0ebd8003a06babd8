package org.countersign.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private static List<String> labels(Scale scale, int count) {
        return scale.ticks(count).stream().map(Scale.Tick::label).toList();
    }

    @Test
    void mapsBothEndsAndTheMiddle() {
        Scale scale = Scale.linear(-2, 2, 100, 300);

        assertThat(scale.at(-2)).isEqualTo(100);
        assertThat(scale.at(0)).isEqualTo(200);
        assertThat(scale.at(2)).isEqualTo(300);
        assertThat(scale.at(3)).isEqualTo(350);
        assertThat(scale.clampedAt(3)).isEqualTo(300);
    }

    @Test
    void ticksAreRoundAndCarryATrueMinus() {
        assertThat(labels(Scale.linear(-1.8, 4.3, 0, 100).nice(6), 6))
                .containsExactly("−2", "−1", "0", "1", "2", "3", "4", "5");
        assertThat(labels(Scale.linear(0, 0.3, 0, 100), 3)).containsExactly("0", "0.1", "0.2", "0.3");
        assertThat(labels(Scale.linear(0, 84, 0, 100), 5)).containsExactly("0", "20", "40", "60", "80");
        assertThat(labels(Scale.linear(0, 3_000_000, 0, 100), 3)).containsExactly("0", "1000000", "2000000", "3000000");
    }

    @Test
    void niceWidensToTicks() {
        Scale scale = Scale.linear(-13.2, 14.7, 0, 100).nice(7);

        assertThat(scale.min()).isEqualTo(-15);
        assertThat(scale.max()).isEqualTo(15);
    }

    @Test
    void logarithmicTicksAreOneTwoFive() {
        Scale scale = new Scale(Scale.Kind.LOGARITHMIC, 0.4, 12, 0, 100);

        assertThat(labels(scale, 6)).containsExactly("0.5", "1", "2", "5", "10");
        assertThat(scale.at(Math.sqrt(0.4 * 12))).isEqualTo(50, within(1e-9));
    }

    @Test
    void aNarrowLogarithmicRangeStillHasTicks() {
        assertThat(new Scale(Scale.Kind.LOGARITHMIC, 1.1, 1.6, 0, 100).ticks(5)).hasSizeGreaterThan(2);
    }

    @Test
    void refusesAnEmptyRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.linear(1, 1, 0, 1))
                .withMessageContaining("min 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Scale.linear(Double.NaN, 1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scale(Scale.Kind.LOGARITHMIC, 0, 1, 0, 1))
                .withMessageContaining("logarithmic");
    }
}
