package org.countersign.report.exhibit;

import java.util.List;
import java.util.Optional;
import org.countersign.report.exhibit.figures.DivergingBarsFigure;
import org.countersign.report.exhibit.figures.FlowFigure;
import org.countersign.report.exhibit.figures.ForestFigure;
import org.countersign.report.exhibit.figures.LabelledBarsFigure;
import org.countersign.report.exhibit.figures.QuartilesFigure;
import org.countersign.report.exhibit.figures.SlopeFigure;
import org.countersign.report.exhibit.figures.StackedBarsFigure;

/** The catalogue of figures, sorted by the id of their chart. */
public final class FigureTypes {

    private static final List<FigureType> ALL = List.of(
            new DivergingBarsFigure(),
            new FlowFigure(),
            new ForestFigure(),
            new LabelledBarsFigure(),
            new QuartilesFigure(),
            new SlopeFigure(),
            new StackedBarsFigure());

    private FigureTypes() {}

    public static List<FigureType> all() {
        return ALL;
    }

    public static Optional<FigureType> get(String id) {
        return ALL.stream().filter(t -> t.chart().id().equals(id)).findFirst();
    }
}
