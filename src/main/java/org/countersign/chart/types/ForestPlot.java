package org.countersign.chart.types;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.countersign.chart.Anchor;
import org.countersign.chart.Axes;
import org.countersign.chart.AxisText;
import org.countersign.chart.Canvas;
import org.countersign.chart.Chart;
import org.countersign.chart.ChartType;
import org.countersign.chart.DataStatus;
import org.countersign.chart.Drawing;
import org.countersign.chart.Marker;
import org.countersign.chart.Plate;
import org.countersign.chart.Scale;
import org.countersign.chart.TextStyle;
import org.countersign.chart.Tone;

/**
 * Estimates with their intervals, one a row, around the value that means "no effect".
 *
 * @param rowHeading heads the row labels; may be empty
 * @param columns the headings of the text columns to the right of the plot
 * @param rows from top to bottom, at least one
 * @param nullValue where the line of no effect stands: 0 for differences, 1 for ratios; empty for none
 * @param scale logarithmic for ratios
 * @param axis the words along the axis
 */
public record ForestPlot(
        String rowHeading,
        List<String> columns,
        List<Row> rows,
        OptionalDouble nullValue,
        Scale.Kind scale,
        AxisText axis)
        implements Chart {

    public static final ChartType TYPE = new ChartType(
            "forest",
            "Forest plot",
            "Estimates with their confidence intervals, one a row, around the line of no effect;"
                    + " for adjusted differences, ratios, subgroups.");

    private static final int WIDTH = 680;
    private static final double ROW = 28;
    private static final double HEADER = 26;
    private static final double COLUMN_GAP = 18;
    private static final double PLOT_MINIMUM = 210;

    /** What a row is. */
    public sealed interface Row {
        String label();
    }

    /** A heading over the rows that follow, which are indented. */
    public record Heading(String label) implements Row {
        public Heading {
            requireNonNull(label);
        }
    }

    /**
     * An estimate with its interval.
     *
     * @param cells the texts of the columns, as many as the plot has columns
     */
    public record Estimate(
            String label, double estimate, double lower, double upper, Emphasis emphasis, List<String> cells)
            implements Row {
        public Estimate {
            requireNonNull(label);
            requireNonNull(emphasis);
            cells = List.copyOf(cells);
            if (!(lower <= estimate && estimate <= upper) || Double.isInfinite(upper - lower)) {
                throw new IllegalArgumentException("estimate " + estimate + " with interval " + lower + " to " + upper
                        + ": expected finite values in order");
            }
        }
    }

    /** A row without an estimate: a reference category, or one that could not be computed and says why. */
    public record NoEstimate(String label, List<String> cells) implements Row {
        public NoEstimate {
            requireNonNull(label);
            cells = List.copyOf(cells);
        }
    }

    /** How an estimate is drawn. */
    public enum Emphasis {
        /** A square on a line. */
        SINGLE,
        /** A diamond: a summary of the rows above. */
        SUMMARY
    }

    public ForestPlot {
        requireNonNull(rowHeading);
        requireNonNull(nullValue);
        requireNonNull(scale);
        requireNonNull(axis);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            List<String> cells = cells(row);
            if (!(row instanceof Heading) && cells.size() != columns.size()) {
                throw new IllegalArgumentException("row `" + row.label() + "` has " + cells.size() + " cells: expected "
                        + columns.size() + ", one a column");
            }
        }
        boolean belowZero = rows.stream().anyMatch(row -> row instanceof Estimate e && e.lower() <= 0);
        if (scale == Scale.Kind.LOGARITHMIC && (belowZero || nullValue.orElse(1) <= 0)) {
            throw new IllegalArgumentException("rows " + rows + ": expected limits above 0 on a logarithmic scale");
        }
        if (rows.stream().noneMatch(Estimate.class::isInstance)) {
            throw new IllegalArgumentException("rows " + rows + ": expected at least one estimate");
        }
    }

    private static List<String> cells(Row row) {
        if (row instanceof Estimate estimate) {
            return estimate.cells();
        }
        return row instanceof NoEstimate none ? none.cells() : List.of();
    }

    @Override
    public ChartType type() {
        return TYPE;
    }

    @Override
    public Drawing draw(DataStatus status) {
        double height = HEADER + rows.stream().mapToDouble(this::height).sum() + 6 + Axes.heightBelow(axis) + 4;
        return new Plate(WIDTH, (int) Math.ceil(height), status, this::paint);
    }

    /** The width of each text column. */
    private List<Double> columnWidths() {
        return IntStream.range(0, columns.size())
                .mapToObj(column -> Math.max(
                        TextStyle.HEADING.width(columns.get(column)),
                        rows.stream()
                                .filter(row -> !cells(row).isEmpty())
                                .mapToDouble(
                                        row -> TextStyle.VALUE.width(cells(row).get(column)))
                                .max()
                                .orElse(0)))
                .toList();
    }

    private double columnsWidth() {
        return columnWidths().stream().mapToDouble(width -> width + COLUMN_GAP).sum();
    }

    /** The width of the labels' column: longer labels are broken so that the plot keeps its room. */
    private double labelWidth() {
        double longest = rows.stream()
                .mapToDouble(row -> indent(row) + style(row).width(row.label()))
                .max()
                .orElse(0);
        double limit = Math.max(90, WIDTH - columnsWidth() - PLOT_MINIMUM);
        return Math.max(Math.min(longest, limit), TextStyle.HEADING.width(rowHeading)) + 1;
    }

    private List<String> labelLines(Row row) {
        return Canvas.wrap(row.label(), style(row), labelWidth() - indent(row));
    }

    private double height(Row row) {
        return Math.max(ROW, labelLines(row).size() * style(row).lineHeight() + 10);
    }

    private void paint(Canvas canvas) {
        List<Double> widths = columnWidths();
        double left = labelWidth() + 20;
        double right = WIDTH - columnsWidth() - 2;
        double bottom = HEADER + rows.stream().mapToDouble(this::height).sum() + 6;
        Scale x = scale(left + 6, Math.max(left + 40, right - 6));

        canvas.text(rowHeading, TextStyle.HEADING, Anchor.START, 0, 14);
        cells(canvas, columns, widths, 14 - TextStyle.HEADING.middleToBaseline(), TextStyle.HEADING);
        Axes.below(canvas, x, HEADER, bottom, 6, axis);
        if (nullValue.isPresent()) {
            double at = Canvas.sharp(x.at(nullValue.getAsDouble()));
            canvas.line(Tone.INK, 1, at, HEADER, at, bottom);
        }
        canvas.line(Tone.RULE, 1, 0, Canvas.sharp(HEADER - 4), WIDTH, Canvas.sharp(HEADER - 4));
        double top = HEADER + 3;
        for (Row row : rows) {
            double middle = top + height(row) / 2;
            label(canvas, row, middle);
            if (row instanceof Estimate estimate) {
                estimate(canvas, x, estimate, middle);
            }
            cells(canvas, cells(row), widths, middle, TextStyle.VALUE);
            top += height(row);
        }
    }

    private void label(Canvas canvas, Row row, double middle) {
        List<String> lines = labelLines(row);
        TextStyle style = style(row);
        double first = middle - (lines.size() - 1) * style.lineHeight() / 2 + style.middleToBaseline();
        canvas.lines(lines, style, Anchor.START, indent(row), first);
    }

    private static TextStyle style(Row row) {
        return row instanceof Heading || row instanceof Estimate e && e.emphasis() == Emphasis.SUMMARY
                ? TextStyle.HEADING
                : TextStyle.LABEL;
    }

    private double indent(Row row) {
        return !(row instanceof Heading) && rows.stream().anyMatch(Heading.class::isInstance) ? 12 : 0;
    }

    private Scale scale(double from, double to) {
        double low = nullValue.orElse(Double.POSITIVE_INFINITY);
        double high = nullValue.orElse(Double.NEGATIVE_INFINITY);
        for (Row row : rows) {
            if (row instanceof Estimate estimate) {
                low = Math.min(low, estimate.lower());
                high = Math.max(high, estimate.upper());
            }
        }
        if (scale == Scale.Kind.LOGARITHMIC) {
            double margin = low == high ? 1.5 : StrictMath.pow(high / low, 0.05);
            return new Scale(scale, low / margin, high * margin, from, to);
        }
        double margin = low == high ? 1 : 0;
        return Scale.linear(low - margin, high + margin, from, to).nice(6);
    }

    private static void cells(Canvas canvas, List<String> cells, List<Double> widths, double middle, TextStyle style) {
        double right = WIDTH;
        for (int i = cells.size() - 1; i >= 0; i--) {
            canvas.textBeside(cells.get(i), style, Anchor.END, right, middle);
            right -= widths.get(i) + COLUMN_GAP;
        }
    }

    private static void estimate(Canvas canvas, Scale x, Estimate row, double middle) {
        if (row.emphasis() == Emphasis.SUMMARY) {
            Path2D diamond = new Path2D.Double();
            diamond.moveTo(x.at(row.lower()), middle);
            diamond.lineTo(x.at(row.estimate()), middle - 7);
            diamond.lineTo(x.at(row.upper()), middle);
            diamond.lineTo(x.at(row.estimate()), middle + 7);
            diamond.closePath();
            canvas.fill(Tone.BLUE, diamond);
            return;
        }
        double y = Canvas.sharp(middle);
        canvas.line(Tone.BLUE, 1.6, x.at(row.lower()), y, x.at(row.upper()), y);
        canvas.line(Tone.BLUE, 1.6, x.at(row.lower()), y - 4, x.at(row.lower()), y + 4);
        canvas.line(Tone.BLUE, 1.6, x.at(row.upper()), y - 4, x.at(row.upper()), y + 4);
        canvas.marker(Marker.SQUARE, Tone.BLUE, x.at(row.estimate()), y, 10);
    }
}
