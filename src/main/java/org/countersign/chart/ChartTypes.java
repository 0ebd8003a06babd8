package org.countersign.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.chart.types.DivergingBars;
import org.countersign.chart.types.FlowDiagram;
import org.countersign.chart.types.ForestPlot;
import org.countersign.chart.types.Histogram;
import org.countersign.chart.types.LabelledBars;
import org.countersign.chart.types.QuartilePlot;
import org.countersign.chart.types.ScatterPlot;
import org.countersign.chart.types.SlopeChart;
import org.countersign.chart.types.StackedBars;
import org.countersign.chart.types.StripPlot;
import org.countersign.chart.types.SurvivalCurve;

/** The catalogue of chart types. */
public final class ChartTypes {

    private static final List<ChartType> ALL = Stream.of(
                    DivergingBars.TYPE,
                    FlowDiagram.TYPE,
                    ForestPlot.TYPE,
                    Histogram.TYPE,
                    LabelledBars.TYPE,
                    QuartilePlot.TYPE,
                    ScatterPlot.TYPE,
                    SlopeChart.TYPE,
                    StackedBars.TYPE,
                    StripPlot.TYPE,
                    SurvivalCurve.TYPE)
            .sorted(Comparator.comparing(ChartType::id))
            .toList();

    private ChartTypes() {}

    /** Every chart type, by id. */
    public static List<ChartType> all() {
        return ALL;
    }

    /** The chart type with an id. */
    public static Optional<ChartType> find(String id) {
        return ALL.stream().filter(type -> type.id().equals(id)).findFirst();
    }
}
