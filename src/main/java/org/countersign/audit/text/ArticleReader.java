package org.countersign.audit.text;

import java.util.Set;

/** Reads one format. Immutable and usable from several threads. */
public interface ArticleReader {

    /** File extensions without the dot, in lower case. */
    Set<String> extensions();

    /**
     * @param name as the user would type it
     * @param content of the file
     * @throws UnreadableArticleException if it cannot be read, with the reason
     */
    Article read(String name, byte[] content) throws UnreadableArticleException;
}
