package org.countersign.chart;

/** The model of one figure: positions and ready-made texts. */
public interface Chart {

    /** The kind of chart, as listed in {@link ChartTypes}. */
    ChartType type();

    /**
     * Lays the chart out.
     *
     * @param status shown in the figure unless the data is real
     */
    Drawing draw(DataStatus status);
}
