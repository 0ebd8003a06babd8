package org.countersign.dataset.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.countersign.diagnostics.StudyException;
import org.countersign.study.DatasetSpec;

/** Reads one file format. */
public interface TableReader {

    /** Endings of the file names that it reads, such as {@code csv}. */
    List<String> extensions();

    /** For a reader of the documentation. */
    String label();

    /**
     * @param in the file's bytes, read to the end
     * @param shown path for messages
     * @throws StudyException if the bytes are not of this format; the place is in the message
     */
    void read(InputStream in, String shown, DatasetSpec spec, TableListener listener) throws IOException;
}
