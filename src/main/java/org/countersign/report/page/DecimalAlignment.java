package org.countersign.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.chart.TextStyle;
import org.countersign.report.exhibit.TableModel;

/**
 * How far each cell of a column of numbers stands from the column's right edge, so that the units of the first number in
 * each cell stand below one another: "12.5" below "3", "\u22122 (\u22124 to 4)" below "0 (\u221216 to 2)". Neither HTML nor CSS can
 * align at a decimal mark; the widths come from the font that tables are set in.
 */
final class DecimalAlignment {

    /** Sign and whole digits of a cell's first number; what follows is measured. */
    private static final Pattern WHOLE =
            Pattern.compile("[<>\u2264\u2265]?\\s?[-\u2212]?(?:\\d{1,3}(?:[,\u2009\u202f ]\\d{3})+|\\d*)(?=\\D|$)");

    private static final Pattern MARK = Pattern.compile("<sup>([^<]*)</sup>$");
    private static final double RAISED = 0.72;

    /** The padding that every cell has, in em. */
    private static final double USUAL = 0.6;

    private DecimalAlignment() {}

    /** The right padding of each cell of each row in em, "" for the usual one. */
    static List<List<String>> paddings(TableModel table) {
        List<double[]> tails = new ArrayList<>();
        double[] longest = new double[table.columns().size()];
        for (TableModel.Row row : table.rows()) {
            double[] own = new double[row.cells().size()];
            for (int c = 0; c < own.length; c++) {
                own[c] = row.kind() == TableModel.Kind.HEADING
                                || table.columns().get(c).align() != TableModel.Align.NUMBER
                        ? Double.NaN
                        : tail(row.cells().get(c));
                if (own[c] > longest[c]) {
                    longest[c] = own[c];
                }
            }
            tails.add(own);
        }
        return tails.stream().map(own -> paddings(own, longest)).toList();
    }

    private static List<String> paddings(double[] own, double[] longest) {
        List<String> paddings = new ArrayList<>();
        for (int c = 0; c < own.length; c++) {
            double more = longest[c] - own[c];
            paddings.add(more > 0.005 ? String.format(Locale.ROOT, "%.2f", USUAL + more) : "");
        }
        return paddings;
    }

    /** The width of what follows the whole digits, in em; NaN for a cell that does not begin with a number. */
    private static double tail(TableModel.Cell cell) {
        Matcher mark = MARK.matcher(cell.xhtml());
        String raised = mark.find() ? mark.group(1) : "";
        String text = cell.text().endsWith(raised)
                ? cell.text().substring(0, cell.text().length() - raised.length())
                : cell.text();
        Matcher whole = WHOLE.matcher(text);
        if (text.chars().noneMatch(Character::isDigit) || !whole.lookingAt()) {
            return Double.NaN;
        }
        return (TextStyle.LABEL.width(text.substring(whole.end())) + RAISED * TextStyle.LABEL.width(raised))
                / TextStyle.LABEL.size();
    }
}
