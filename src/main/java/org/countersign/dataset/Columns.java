package org.countersign.dataset;

/** Columns made from columns. */
final class Columns {

    private Columns() {}

    /**
     * @param rows for each new row the row of {@code column}; negative for a missing value
     */
    static Column pick(Column column, int[] rows) {
        if (column instanceof NumberColumn number) {
            NumberColumn.Builder picked = new NumberColumn.Builder(number.variable());
            picked.sawDecimals(number.decimals());
            for (int row : rows) {
                picked.add(row < 0 ? Double.NaN : number.valueOrNaN(row));
            }
            return picked.build();
        }
        if (column instanceof CategoryColumn category) {
            CategoryColumn.Builder picked = new CategoryColumn.Builder(category.variable());
            for (int row : rows) {
                picked.add(row < 0 ? CategoryColumn.MISSING : category.level(row));
            }
            return picked.build();
        }
        TextColumn text = (TextColumn) column;
        TextColumn.Builder picked = new TextColumn.Builder(text.variable());
        for (int row : rows) {
            picked.add(row < 0 ? null : text.value(row).orElse(null));
        }
        return picked.build();
    }
}
