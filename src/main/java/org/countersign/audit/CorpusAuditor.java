package org.countersign.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.countersign.audit.text.Article;
import org.countersign.audit.text.ArticleReaders;
import org.countersign.audit.text.UnreadableArticleException;

/**
 * Audits many files in parallel. At most a few files a thread are held at a time, whatever the size of the corpus, and
 * the audits come out in the order in which the files were given. A file that cannot be read, or not in time, is one diagnostic.
 */
public final class CorpusAuditor {

    private static final int AHEAD_PER_THREAD = 2;

    private final ArticleAuditor auditor;
    private final int threads;
    private final Duration timeLimit;

    private CorpusAuditor(ArticleAuditor auditor, int threads, Duration timeLimit) {
        this.auditor = requireNonNull(auditor);
        this.threads = threads;
        this.timeLimit = timeLimit;
    }

    /** With as many threads as there are processors, and {@link ReadingTime#USUAL_LIMIT} for each file. */
    public static CorpusAuditor of(ArticleAuditor auditor) {
        return new CorpusAuditor(auditor, Runtime.getRuntime().availableProcessors(), ReadingTime.USUAL_LIMIT);
    }

    /**
     * @throws IllegalArgumentException if {@code newTimeLimit} is not positive
     */
    public CorpusAuditor withTimeLimit(Duration newTimeLimit) {
        if (newTimeLimit.isZero() || newTimeLimit.isNegative()) {
            throw new IllegalArgumentException("timeLimit = " + newTimeLimit + ": expected a positive duration");
        }
        return new CorpusAuditor(auditor, threads, newTimeLimit);
    }

    /**
     * @throws IllegalArgumentException if {@code newThreads} is below 1
     */
    public CorpusAuditor withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads = " + newThreads + ": expected at least 1");
        }
        return new CorpusAuditor(auditor, newThreads, timeLimit);
    }

    /** The readable files below a directory, by name; links are not followed. */
    public static List<Path> filesIn(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && ArticleReaders.isArticle(file.toString())) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        return List.copyOf(files);
    }

    /**
     * Audits each file and hands it on, on the calling thread and in order.
     *
     * @param each what becomes of a file; it may be garbage afterwards
     * @return counts over all files
     */
    public CorpusSummary audit(List<Path> files, Consumer<FileAudit> each) {
        CorpusSummary.Counter counter = new CorpusSummary.Counter();
        if (threads == 1 || files.size() == 1) {
            for (Path file : files) {
                take(audit(file), counter, each);
            }
            return counter.summary();
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<FileAudit>> pending = new ArrayDeque<>();
            for (Path file : files) {
                pending.add(pool.submit(() -> audit(file)));
                if (pending.size() > threads * AHEAD_PER_THREAD) {
                    take(result(pending.remove()), counter, each);
                }
            }
            while (!pending.isEmpty()) {
                take(result(pending.remove()), counter, each);
            }
        } finally {
            pool.shutdownNow();
        }
        return counter.summary();
    }

    private static void take(FileAudit audit, CorpusSummary.Counter counter, Consumer<FileAudit> each) {
        counter.add(audit);
        each.accept(audit);
    }

    /** Audits one file; whatever is wrong with it is a diagnostic, and so is that it takes longer than the limit. */
    public FileAudit audit(Path file) {
        return audited(file.toString(), () -> ArticleReaders.read(file));
    }

    /**
     * Audits the content of a file.
     *
     * @param name decides the format by its extension
     */
    public FileAudit audit(String name, byte[] content) {
        return audited(name, () -> ArticleReaders.read(name, content));
    }

    private FileAudit audited(String name, Callable<Article> reading) {
        try {
            return FileAudit.of(name, ReadingTime.within(timeLimit, name, () -> auditor.audit(reading.call())));
        } catch (UnreadableArticleException e) {
            return FileAudit.failed(name, e.diagnostic());
        }
    }

    private static FileAudit result(Future<FileAudit> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an audit", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an audit failed", e.getCause());
        }
    }
}
