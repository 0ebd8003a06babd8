package org.countersign.audit.checks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Judges rows written as {@code name=value | name=value}. */
final class Rows {

    private Rows() {}

    static Assessment assess(ConsistencyCheck check, String row, CheckOptions options) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String cell : row.split("\\s*\\|\\s*")) {
            int equals = cell.indexOf('=');
            cells.put(cell.substring(0, equals), cell.substring(equals + 1));
        }
        return check.assess(TableRow.of(cells), options);
    }

    static String verdict(ConsistencyCheck check, String row) {
        return verdict(check, row, CheckOptions.withDefaults());
    }

    static String verdict(ConsistencyCheck check, String row, CheckOptions options) {
        try {
            return assess(check, row, options).verdict().id();
        } catch (UnreadableCellException e) {
            return "unreadable";
        }
    }
}
