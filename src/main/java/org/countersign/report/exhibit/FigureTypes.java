package org.countersign.report.exhibit;

import java.util.List;
import java.util.Optional;
import org.countersign.report.exhibit.figures.DivergingBarsFigure;
import org.countersign.report.exhibit.figures.FlowFigure;
import org.countersign.report.exhibit.figures.ForestFigure;
import org.countersign.report.exhibit.figures.HistogramFigure;
import org.countersign.report.exhibit.figures.LabelledBarsFigure;
import org.countersign.report.exhibit.figures.QuartilesFigure;
import org.countersign.report.exhibit.figures.ScatterFigure;
import org.countersign.report.exhibit.figures.SlopeFigure;
import org.countersign.report.exhibit.figures.StackedBarsFigure;
import org.countersign.report.exhibit.figures.StripFigure;
import org.countersign.report.exhibit.figures.SurvivalFigure;

/** The catalogue of figures, sorted by the id of their chart. */
public final class FigureTypes {

    private static final List<FigureType> ALL = List.of(
            new DivergingBarsFigure(),
            new FlowFigure(),
            new ForestFigure(),
            new HistogramFigure(),
            new LabelledBarsFigure(),
            new QuartilesFigure(),
            new ScatterFigure(),
            new SlopeFigure(),
            new StackedBarsFigure(),
            new StripFigure(),
            new SurvivalFigure());

    private FigureTypes() {}

    public static List<FigureType> all() {
        return ALL;
    }

    public static Optional<FigureType> get(String id) {
        return ALL.stream().filter(t -> t.chart().id().equals(id)).findFirst();
    }
}
