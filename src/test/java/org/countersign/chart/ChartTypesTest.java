package org.countersign.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.countersign.chart.types.DivergingBars;
import org.countersign.chart.types.ForestPlot;
import org.countersign.chart.types.LabelledBars;
import org.countersign.chart.types.QuartilePlot;
import org.countersign.chart.types.StackedBars;
import org.junit.jupiter.api.Test;

class ChartTypesTest {

    @Test
    void theCatalogueIsSortedAndHasEveryTypeOfTheSamples() {
        List<String> ids = ChartTypes.all().stream().map(ChartType::id).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(SampleCharts.all().values().stream()
                        .map(chart -> chart.type().id())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(ChartTypes.find("forest")).contains(ForestPlot.TYPE);
        assertThat(ChartTypes.find("pie")).isEmpty();
    }

    @Test
    void aForestPlotNeedsItsIntervalInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestPlot.Estimate("a", 3, 1, 2, ForestPlot.Emphasis.SINGLE, List.of()))
                .withMessageContaining("estimate 3.0 with interval 1.0 to 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestPlot(
                        "",
                        List.of("P"),
                        List.of(new ForestPlot.Estimate("a", 1, 1, 2, ForestPlot.Emphasis.SINGLE, List.of())),
                        OptionalDouble.empty(),
                        Scale.Kind.LINEAR,
                        AxisText.of("x")))
                .withMessageContaining("one a column");
    }

    @Test
    void aLogarithmicScaleNeedsLimitsAboveZero() {
        var row = new ForestPlot.Estimate("a", 1, 0, 2, ForestPlot.Emphasis.SINGLE, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForestPlot(
                        "", List.of(), List.of(row), OptionalDouble.of(1), Scale.Kind.LOGARITHMIC, AxisText.of("x")))
                .withMessageContaining("above 0 on a logarithmic scale");
    }

    @Test
    void aQuartilePlotNeedsTheSameGroupsInEveryOutcome() {
        var group = new QuartilePlot.Group("A", 0, 1, 2, 3, 4, "2", List.of());
        var other = new QuartilePlot.Group("B", 0, 1, 2, 3, 4, "2", List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuartilePlot(
                        "",
                        List.of(
                                new QuartilePlot.Outcome("x", List.of(group)),
                                new QuartilePlot.Outcome("y", List.of(other))),
                        OptionalDouble.empty(),
                        AxisText.of("")))
                .withMessageContaining("groups of `y`");
    }

    @Test
    void sharesMustAddUp() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StackedBars.Group("a", "", List.of(0.5, 0.6), List.of("", "")))
                .withMessageContaining("1 together");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DivergingBars.Item("a", List.of(0.5, Double.NaN), List.of("", ""), "", ""))
                .withMessageContaining("shares of `a`");
    }

    @Test
    void noMoreSeriesThanCanBeToldApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LabelledBars(
                        List.of("a", "b", "c", "d", "e"),
                        List.of(new LabelledBars.Category("x", List.of())),
                        LabelledBars.Style.BARS,
                        AxisText.of("")))
                .withMessageContaining("told apart");
    }

    @Test
    void textIsBrokenAtSpaces() {
        assertThat(Canvas.wrap("one two three", TextStyle.LABEL, TextStyle.LABEL.width("one two") + 1))
                .containsExactly("one two", "three");
        assertThat(Canvas.wrap("incomprehensibilities", TextStyle.LABEL, 10)).containsExactly("incomprehensibilities");
    }
}
