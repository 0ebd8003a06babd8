package org.countersign.report.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;

/** A kind of figure: how ledger entries become a chart; the catalogue is {@link FigureTypes}. */
public interface FigureType {

    /** The chart that it draws; its id is what {@code study.yaml} says. */
    ChartType chart();

    /** Ids of the methods whose results it shows, sorted. */
    List<String> takes();

    /** Names of its options, each with its meaning. */
    List<String> options();

    /** Makes the figure; empty, with diagnostics, if the analyses have not what the chart shows. */
    Optional<Figure> build(Exhibit exhibit);

    /**
     * A chart with what it says to those who do not see it.
     *
     * @param chart ready to be drawn
     * @param alternative written from the same entries
     */
    record Figure(Chart chart, String alternative) {
        public Figure {
            requireNonNull(chart);
            requireNonNull(alternative);
        }
    }
}
