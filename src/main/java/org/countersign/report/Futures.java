package org.countersign.report;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Work that is done beside other work. */
public final class Futures {

    private Futures() {}

    /** What was made; a runtime exception of the work as it was thrown. */
    public static <T> T join(CompletableFuture<T> made) {
        try {
            return made.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
