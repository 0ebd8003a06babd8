package org.countersign.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Points, lines and steps between two axes, drawn by XChart. Its axes, grid, legend and every text are switched off:
 * they would be measured by the JDK's text layout, which differs between releases; {@link Axes} draws them.
 */
public final class XYLayer {

    private static final Color NOTHING = new Color(0, 0, 0, 0);

    private final Scale x;
    private final Scale y;
    private final XYChart chart;
    private int count;

    private XYLayer(Scale x, Scale y) {
        this.x = x;
        this.y = y;
        this.chart = new XYChart(width(), height());
        XYStyler styler = chart.getStyler();
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setChartPadding(0);
        styler.setChartBackgroundColor(NOTHING);
        styler.setPlotBackgroundColor(NOTHING);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotContentSize(1);
        styler.setPlotMargin(0);
        styler.setAxisTitlesVisible(false);
        styler.setXAxisTicksVisible(false);
        styler.setYAxisTicksVisible(false);
        // ticks farther apart than the plot is wide: none is sought, and no label measured
        styler.setXAxisTickMarkSpacingHint(width() * 2);
        styler.setYAxisTickMarkSpacingHint(height() * 2);
        styler.setXAxisMin(x.min());
        styler.setXAxisMax(x.max());
        styler.setYAxisMin(y.min());
        styler.setYAxisMax(y.max());
    }

    /**
     * A layer on two linear axes.
     *
     * @param x positions from left to right, whole pixels apart
     * @param y positions from the bottom to the top, whole pixels apart
     */
    public static XYLayer on(Scale x, Scale y) {
        if (x.kind() != Scale.Kind.LINEAR || y.kind() != Scale.Kind.LINEAR) {
            throw new IllegalArgumentException("x " + x.kind() + ", y " + y.kind() + ": expected linear scales");
        }
        return new XYLayer(x, y);
    }

    private int width() {
        return (int) Math.round(x.to() - x.from());
    }

    private int height() {
        return (int) Math.round(y.from() - y.to());
    }

    /** Points without a line. */
    public XYLayer points(SeriesLook look, List<Double> xs, List<Double> ys, int size) {
        XYSeries series = add(xs, ys, XYSeriesRenderStyle.Scatter);
        series.setMarker(marker(look));
        series.setMarkerColor(look.tone().color());
        chart.getStyler().setMarkerSize(size);
        return this;
    }

    /** Straight lines from point to point. */
    public XYLayer line(Tone tone, double width, List<Double> xs, List<Double> ys) {
        return stroked(tone, width, xs, ys, XYSeriesRenderStyle.Line, 0);
    }

    /** Horizontal lines that jump at each point to its height. */
    public XYLayer steps(Tone tone, double width, List<Double> xs, List<Double> ys, double dash) {
        return stroked(tone, width, xs, ys, XYSeriesRenderStyle.Step, dash);
    }

    private XYLayer stroked(
            Tone tone, double width, List<Double> xs, List<Double> ys, XYSeriesRenderStyle style, double dash) {
        XYSeries series = add(xs, ys, style);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(tone.color());
        float[] pattern = dash > 0 ? new float[] {(float) dash, (float) (dash * 0.6)} : null;
        series.setLineStyle(
                new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0));
        return this;
    }

    private XYSeries add(List<Double> xs, List<Double> ys, XYSeriesRenderStyle style) {
        double[] first = xs.stream().mapToDouble(Double::doubleValue).toArray();
        double[] second = ys.stream().mapToDouble(Double::doubleValue).toArray();
        XYSeries series = chart.addSeries("series " + count++, first, second);
        series.setXYSeriesRenderStyle(style);
        return series;
    }

    private static Marker marker(SeriesLook look) {
        return switch (look.marker()) {
            case CIRCLE, OPEN_CIRCLE -> SeriesMarkers.CIRCLE;
            case SQUARE, OPEN_SQUARE -> SeriesMarkers.SQUARE;
            case DIAMOND -> SeriesMarkers.DIAMOND;
            case TRIANGLE -> SeriesMarkers.TRIANGLE_UP;
        };
    }

    /** Draws the series in the order in which they were added. */
    public void paint(Canvas canvas) {
        if (count == 0) {
            return;
        }
        Graphics2D graphics = (Graphics2D) canvas.graphics().create();
        graphics.translate(x.from(), y.to());
        chart.paint(graphics, width(), height());
        graphics.dispose();
    }
}
