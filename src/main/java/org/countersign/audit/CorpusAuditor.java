package org.countersign.audit;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.countersign.audit.text.ArticleReaders;
import org.countersign.audit.text.UnreadableArticleException;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;

/**
 * Audits many files in parallel. At most a few files a thread are held at a time, whatever the size of the corpus, and
 * the audits come out in the order in which the files were given. A file that cannot be read is one diagnostic.
 */
public final class CorpusAuditor {

    private static final int AHEAD_PER_THREAD = 2;

    private final ArticleAuditor auditor;
    private final int threads;

    private CorpusAuditor(ArticleAuditor auditor, int threads) {
        this.auditor = requireNonNull(auditor);
        this.threads = threads;
    }

    /** With as many threads as there are processors. */
    public static CorpusAuditor of(ArticleAuditor auditor) {
        return new CorpusAuditor(auditor, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @throws IllegalArgumentException if {@code newThreads} is below 1
     */
    public CorpusAuditor withThreads(int newThreads) {
        if (newThreads < 1) {
            throw new IllegalArgumentException("threads = " + newThreads + ": expected at least 1");
        }
        return new CorpusAuditor(auditor, newThreads);
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

    /** Audits one file; whatever is wrong with it is a diagnostic. */
    public FileAudit audit(Path file) {
        String name = file.toString();
        try {
            return FileAudit.of(name, auditor.audit(ArticleReaders.read(file)));
        } catch (UnreadableArticleException e) {
            return FileAudit.failed(name, e.diagnostic());
        } catch (OutOfMemoryError e) {
            return FileAudit.failed(
                    name,
                    Diagnostic.error(
                            "article-too-large",
                            SourceLocation.of(name),
                            "the file needs more memory than there is",
                            "give the article by itself, or more memory"));
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
