package org.countersign.audit.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The reading order of a page: glyphs are gathered to lines by their baselines, lines are cut into pieces at wide gaps,
 * and the pieces are read column by column. A piece that reaches across the columns (a title, a full-width table) parts
 * what is above from what is below.
 */
final class PageLayout {

    /** Gap, in font sizes, from which two pieces of a line are apart: columns or table cells. */
    private static final float WIDE_GAP = 1.2f;

    private final List<Piece> pieces;

    private PageLayout(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** A run of glyphs on one baseline. */
    private record Piece(List<Glyph> glyphs, float left, float right, float baseline, float size) {

        static Piece of(List<Glyph> glyphs) {
            float right = 0;
            float size = 0;
            for (Glyph glyph : glyphs) {
                right = Math.max(right, glyph.right());
                size = Math.max(size, glyph.size());
            }
            float baseline = 0;
            for (Glyph glyph : glyphs) {
                if (glyph.size() == size) {
                    baseline = glyph.baseline();
                    break;
                }
            }
            return new Piece(List.copyOf(glyphs), glyphs.get(0).x(), right, baseline, size);
        }
    }

    static PageLayout of(List<Glyph> glyphs) {
        List<Piece> pieces = new ArrayList<>();
        for (List<Glyph> line : lines(glyphs)) {
            line.sort(Comparator.comparingDouble(Glyph::x));
            List<Glyph> run = new ArrayList<>();
            for (Glyph glyph : line) {
                boolean apart = !run.isEmpty()
                        && glyph.x() - run.get(run.size() - 1).right() > WIDE_GAP * Math.max(6, glyph.size());
                if (apart) {
                    pieces.add(Piece.of(run));
                    run = new ArrayList<>();
                }
                run.add(glyph);
            }
            if (!run.isEmpty()) {
                pieces.add(Piece.of(run));
            }
        }
        return new PageLayout(pieces);
    }

    /** Glyphs on nearly one baseline, by half a font size, so that raised and lowered ones join their line. */
    private static List<List<Glyph>> lines(List<Glyph> glyphs) {
        List<Glyph> sorted = new ArrayList<>(glyphs);
        sorted.sort(Comparator.comparingDouble(Glyph::baseline).thenComparingDouble(Glyph::x));
        List<List<Glyph>> lines = new ArrayList<>();
        float baseline = Float.NEGATIVE_INFINITY;
        float size = 0;
        for (Glyph glyph : sorted) {
            boolean same = !lines.isEmpty() && glyph.baseline() - baseline <= 0.42f * Math.max(size, glyph.size());
            if (!same) {
                lines.add(new ArrayList<>());
                baseline = glyph.baseline();
                size = glyph.size();
            } else if (glyph.size() > size * 1.15f) {
                baseline = glyph.baseline();
                size = glyph.size();
            }
            lines.get(lines.size() - 1).add(glyph);
        }
        return lines;
    }

    /**
     * Adds the page's text in reading order.
     *
     * @param before lines of the page that were written before
     * @return lines of the page that are written now
     */
    int write(Article.Builder builder, int page, int before) {
        if (pieces.isEmpty()) {
            return before;
        }
        List<List<Piece>> columns = new ArrayList<>();
        order(pieces, columns, 0);
        int line = before;
        Piece previous = null;
        for (List<Piece> column : columns) {
            boolean sameColumn = false;
            for (List<Piece> row : rows(column)) {
                line++;
                Piece first = row.get(0);
                if (previous != null && endsParagraph(previous, first, sameColumn)) {
                    builder.endParagraph();
                }
                writeRow(builder, row, page, line);
                previous = first;
                sameColumn = true;
            }
        }
        return line;
    }

    private static boolean endsParagraph(Piece previous, Piece next, boolean sameColumn) {
        float gap = next.baseline() - previous.baseline();
        boolean resized = Math.abs(next.size() - previous.size()) > 1.2f;
        return resized || sameColumn && gap > 1.75f * Math.max(previous.size(), next.size());
    }

    /** Splits pieces into columns: at a gap that no piece crosses, else at the pieces that reach across. */
    private static void order(List<Piece> pieces, List<List<Piece>> columns, int depth) {
        float gutter = depth > 6 ? Float.NaN : gutter(pieces);
        if (Float.isNaN(gutter)) {
            columns.add(pieces);
            return;
        }
        List<Piece> left = new ArrayList<>();
        List<Piece> right = new ArrayList<>();
        for (Piece piece : pieces) {
            boolean crosses = piece.left() < gutter && piece.right() > gutter;
            if (crosses) {
                flush(left, right, columns, depth);
                if (columns.isEmpty() || !isCrossing(columns.get(columns.size() - 1), gutter)) {
                    columns.add(new ArrayList<>());
                }
                columns.get(columns.size() - 1).add(piece);
            } else {
                (piece.right() <= gutter ? left : right).add(piece);
            }
        }
        flush(left, right, columns, depth);
    }

    private static boolean isCrossing(List<Piece> column, float gutter) {
        Piece last = column.get(column.size() - 1);
        return last.left() < gutter && last.right() > gutter;
    }

    private static void flush(List<Piece> left, List<Piece> right, List<List<Piece>> columns, int depth) {
        if (!left.isEmpty()) {
            order(new ArrayList<>(left), columns, depth + 1);
        }
        if (!right.isEmpty()) {
            order(new ArrayList<>(right), columns, depth + 1);
        }
        left.clear();
        right.clear();
    }

    /**
     * The x that most lines leave free between two columns of text; NaN if there is none. A column has many lines whose
     * pieces are wide: the cells of a table are not columns.
     */
    private static float gutter(List<Piece> pieces) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (Piece piece : pieces) {
            min = Math.min(min, piece.left());
            max = Math.max(max, piece.right());
        }
        float best = Float.NaN;
        int bestCrossings = Integer.MAX_VALUE;
        for (float x = min + 0.2f * (max - min); x <= max - 0.2f * (max - min); x += 3) {
            int crossings = 0;
            int left = 0;
            int right = 0;
            float leftWidth = 0;
            float rightWidth = 0;
            for (Piece piece : pieces) {
                if (piece.left() < x && piece.right() > x) {
                    crossings++;
                } else if (piece.right() <= x) {
                    left++;
                    leftWidth += piece.right() - piece.left();
                } else {
                    right++;
                    rightWidth += piece.right() - piece.left();
                }
            }
            boolean columns = left >= 4
                    && right >= 4
                    && leftWidth / left > 0.55f * (x - min)
                    && rightWidth / right > 0.45f * (max - x)
                    && crossings <= 0.35f * pieces.size();
            if (columns && crossings < bestCrossings) {
                bestCrossings = crossings;
                best = x;
            }
        }
        return best;
    }

    /** Pieces of one baseline together, from the top. */
    private static List<List<Piece>> rows(List<Piece> column) {
        List<Piece> sorted = new ArrayList<>(column);
        sorted.sort(Comparator.comparingDouble(Piece::baseline));
        List<List<Piece>> rows = new ArrayList<>();
        for (Piece piece : sorted) {
            boolean same = !rows.isEmpty()
                    && piece.baseline() - rows.get(rows.size() - 1).get(0).baseline() < 0.5f * piece.size();
            if (!same) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(piece);
        }
        rows.forEach(row -> row.sort(Comparator.comparingDouble(Piece::left)));
        return rows;
    }

    private static void writeRow(Article.Builder builder, List<Piece> row, int page, int line) {
        boolean table = row.size() > 1;
        if (table) {
            builder.endParagraph();
        }
        int column = 1;
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                builder.endCell();
                column++;
            }
            column = writePiece(builder, row.get(i), page, line, column);
        }
        if (table) {
            builder.endParagraph();
        } else {
            builder.endLine();
        }
    }

    /** Words are apart where the gap exceeds a fifth of the font size. */
    private static int writePiece(Article.Builder builder, Piece piece, int page, int line, int firstColumn) {
        StringBuilder run = new StringBuilder();
        int column = firstColumn;
        Glyph previous = null;
        boolean raised = false;
        for (Glyph glyph : piece.glyphs()) {
            boolean nowRaised =
                    glyph.size() < 0.85f * piece.size() && glyph.baseline() < piece.baseline() - 0.1f * piece.size();
            boolean space = previous != null && glyph.x() - previous.right() > 0.16f * piece.size();
            if (nowRaised && !raised) {
                builder.add(run, page, line, column);
                column += run.length();
                run.setLength(0);
                builder.beforeRaised(glyph.text());
            } else if (space) {
                run.append(' ');
            }
            run.append(glyph.text());
            raised = nowRaised;
            previous = glyph;
        }
        builder.add(run, page, line, column);
        return column + run.length();
    }
}
