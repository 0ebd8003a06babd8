package org.countersign.audit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countersign.audit.text.UnreadableArticleException;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;

/**
 * Bounds the time that reading a file may take. What does not stop when it is interrupted is left to itself: no format
 * gives a file the means to, but a library may have a fault.
 */
public final class ReadingTime {

    /** An article takes milliseconds, a thick book seconds. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    private ReadingTime() {}

    /**
     * @param limit positive
     * @param name of the file, for the diagnostic
     * @param reading done on a thread of its own
     * @throws UnreadableArticleException if the reading says so, or takes longer than the limit
     */
    public static <T> T within(Duration limit, String name, Callable<T> reading) throws UnreadableArticleException {
        FutureTask<T> task = new FutureTask<>(reading);
        Thread reader = new Thread(task, "reading " + name);
        reader.setDaemon(true);
        reader.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new UnreadableArticleException(Diagnostic.error(
                    "article-timeout",
                    SourceLocation.of(name),
                    "the file took longer to read than " + limit.toSeconds() + " seconds",
                    "give its text as a .txt file; `audit` takes a longer --time-limit"));
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableArticleException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof OutOfMemoryError) {
                throw new UnreadableArticleException(Diagnostic.error(
                        "article-too-large",
                        SourceLocation.of(name),
                        "the file needs more memory than there is",
                        "give the article by itself, or more memory"));
            }
            throw new IllegalStateException("reading " + name + " failed", e.getCause());
        }
    }
}
