package org.countersign.dataset.io;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file formats, sorted. */
public final class TableReaders {

    private static final List<TableReader> ALL = List.of(new DelimitedReader(), new WorkbookReader());

    private TableReaders() {}

    public static List<TableReader> all() {
        return ALL;
    }

    /** The reader for a file, by the ending of its name. */
    public static Optional<TableReader> forFile(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ALL.stream().filter(r -> r.extensions().contains(ending)).findFirst();
    }
}
