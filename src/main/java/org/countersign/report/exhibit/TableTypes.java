package org.countersign.report.exhibit;

import java.util.List;
import java.util.Optional;
import org.countersign.report.exhibit.tables.BaselineTable;
import org.countersign.report.exhibit.tables.EffectsTable;
import org.countersign.report.exhibit.tables.FrequenciesTable;
import org.countersign.report.exhibit.tables.RegressionTable;
import org.countersign.report.exhibit.tables.SummaryTable;
import org.countersign.report.exhibit.tables.SurveyTable;
import org.countersign.report.exhibit.tables.ThemesTable;

/** The catalogue of tables, sorted by id. */
public final class TableTypes {

    private static final List<TableType> ALL = List.of(
            new BaselineTable(),
            new EffectsTable(),
            new FrequenciesTable(),
            new RegressionTable(),
            new SummaryTable(),
            new SurveyTable(),
            new ThemesTable());

    private TableTypes() {}

    public static List<TableType> all() {
        return ALL;
    }

    public static Optional<TableType> get(String id) {
        return ALL.stream().filter(t -> t.id().equals(id)).findFirst();
    }
}
