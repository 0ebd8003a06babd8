package org.countersign.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.countersign.audit.ArticleAuditor;
import org.countersign.audit.AuditReport;
import org.countersign.audit.CorpusAuditor;
import org.countersign.audit.CorpusSummary;
import org.countersign.audit.FileAudit;
import org.countersign.audit.ReadingTime;
import org.countersign.audit.checks.ConsistencyCheck;
import org.countersign.audit.checks.ConsistencyChecks;
import org.countersign.audit.output.CsvReportWriter;
import org.countersign.audit.output.HtmlWriter;
import org.countersign.audit.output.JsonLinesWriter;
import org.countersign.audit.output.SarifWriter;
import org.countersign.audit.output.TextWriter;
import org.countersign.audit.text.ArticleReaders;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.Suggestions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code countersign audit FILE... | DIR | -}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Tell which numbers of a published text cannot all be true, without its data.",
        footer = {
            "",
            "Reads text, Markdown, HTML, JATS XML, Word and PDF; - is standard input. A directory is searched for such files.",
            "Exit codes: 0 nothing found, 1 internal error, 2 usage or unreadable input, 3 an inconsistency was found.",
            "",
            "  countersign audit paper.pdf",
            "  countersign audit --format html paper.pdf > findings.html",
            "  countersign audit --only percent,group-total --format json papers/ > audit.jsonl"
        })
public final class AuditCommand implements Callable<Integer> {

    /** What is written. */
    enum Format {
        TEXT,
        JSON,
        SARIF,
        CSV,
        HTML
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Mixin
    CheckSettings settings = new CheckSettings();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Articles, directories of articles, or - .")
    List<String> inputs = new ArrayList<>();

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, json (one object per file per line), sarif, csv or html (default: ${DEFAULT-VALUE}).")
    String format = "text";

    @Option(names = "--only", split = ",", paramLabel = "CHECK", description = "Run these checks only.")
    List<String> only = new ArrayList<>();

    @Option(names = "--skip", split = ",", paramLabel = "CHECK", description = "Do not run these checks.")
    List<String> skip = new ArrayList<>();

    @Option(names = "--summary", description = "With json, add a last line with counts over all files.")
    boolean summary;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (default: one per processor).")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            description = "A file that takes longer is told as unreadable (default: ${DEFAULT-VALUE}).")
    long timeLimit = ReadingTime.USUAL_LIMIT.toSeconds();

    private boolean failed;
    private boolean namedFileUnreadable;
    private int done;
    private Progress progress = Progress.NONE;

    @Override
    public Integer call() throws IOException {
        ArticleAuditor auditor = ArticleAuditor.withDefaults().with(checks()).with(settings.options());
        Format chosen = chosenFormat();
        if (threads < 1) {
            throw settings.usage("--threads " + threads + ": expected at least 1");
        }
        if (timeLimit < 1 || timeLimit > 86_400) {
            throw settings.usage("--time-limit " + timeLimit + ": expected 1 to 86400 seconds");
        }
        failed = false;
        namedFileUnreadable = false;
        done = 0;
        progress = ProgressLine.on(command().commandLine());
        List<Path> files = files();
        PrintWriter out = command().commandLine().getOut();
        CorpusAuditor corpus =
                CorpusAuditor.of(auditor).withThreads(threads).withTimeLimit(Duration.ofSeconds(timeLimit));
        try (Output output = Output.of(chosen, out, auditor.checks(), version())) {
            if (inputs.contains("-")) {
                take(standardInput(corpus), output, files.size() + 1);
            }
            CorpusSummary counts = corpus.audit(files, audit -> take(audit, output, files.size()));
            if (files.size() > 1 && (chosen == Format.TEXT || summary && chosen == Format.JSON)) {
                out.print(chosen == Format.TEXT ? "\n" + TextWriter.text(counts) : JsonLinesWriter.line(counts) + "\n");
            }
        }
        ProgressLine.end(progress);
        out.flush();
        return failed ? 3 : namedFileUnreadable ? 2 : 0;
    }

    private void take(FileAudit audit, Output output, int of) {
        ProgressLine.end(progress);
        output.add(audit);
        failed |= audit.report().map(this::fails).orElse(false);
        namedFileUnreadable |= audit.diagnostic().isPresent() && inputs.contains(audit.file());
        done++;
        progress.at("auditing, " + done + " of " + of + " files", done, of);
    }

    private boolean fails(AuditReport report) {
        return report.findings().stream()
                .anyMatch(finding -> settings.fails(finding.assessment().verdict()));
    }

    private List<ConsistencyCheck> checks() {
        for (String id : concat(only, skip)) {
            if (ConsistencyChecks.find(id).isEmpty()) {
                throw settings.usage("no check `" + id + "`"
                        + Suggestions.hint(id, ConsistencyChecks.ids())
                                .map(hint -> "; " + hint)
                                .orElse(""));
            }
        }
        return ConsistencyChecks.all().stream()
                .filter(check -> only.isEmpty() || only.contains(check.id()))
                .filter(check -> !skip.contains(check.id()))
                .toList();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Format chosenFormat() {
        for (Format candidate : Format.values()) {
            if (candidate.name().equalsIgnoreCase(format)) {
                return candidate;
            }
        }
        throw settings.usage("--format " + format + ": expected text, json, sarif, csv or html");
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String input : inputs) {
            if (input.equals("-")) {
                continue;
            }
            Path path = Path.of(input);
            if (Files.isDirectory(path)) {
                files.addAll(CorpusAuditor.filesIn(path));
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw settings.usage("no such file: " + input);
            }
        }
        if (files.isEmpty() && !inputs.contains("-")) {
            throw settings.usage("no article found in " + String.join(", ", inputs));
        }
        return files;
    }

    private static FileAudit standardInput(CorpusAuditor corpus) throws IOException {
        InputStream in = System.in;
        return corpus.audit("-", in.readNBytes((int) ArticleReaders.LARGEST_FILE));
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("run by picocli only");
        }
        return spec;
    }

    private static String version() {
        String version = AuditCommand.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Writes files as they come in. */
    private interface Output extends AutoCloseable {

        void add(FileAudit audit);

        @Override
        void close() throws IOException;

        static Output of(Format format, PrintWriter out, List<ConsistencyCheck> checks, String version)
                throws IOException {
            return switch (format) {
                case TEXT -> plain(audit -> out.print(TextWriter.text(audit)), () -> {});
                case JSON -> plain(audit -> out.print(JsonLinesWriter.line(audit) + "\n"), () -> {});
                case CSV -> {
                    out.print(CsvReportWriter.headings());
                    yield plain(audit -> out.print(CsvReportWriter.rows(audit)), () -> {});
                }
                case HTML -> {
                    out.print(HtmlWriter.head("Consistency of reported numbers"));
                    int[] index = {0};
                    yield plain(
                            audit -> out.print(HtmlWriter.section(audit, ++index[0])),
                            () -> out.print(HtmlWriter.foot()));
                }
                case SARIF -> {
                    SarifWriter sarif = new SarifWriter(out, checks, version);
                    yield new Output() {
                        @Override
                        public void add(FileAudit audit) {
                            try {
                                sarif.add(audit);
                            } catch (IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        }

                        @Override
                        public void close() throws IOException {
                            sarif.close();
                            out.print("\n");
                        }
                    };
                }
            };
        }

        private static Output plain(Consumer<FileAudit> each, Runnable end) {
            return new Output() {
                @Override
                public void add(FileAudit audit) {
                    each.accept(audit);
                }

                @Override
                public void close() {
                    end.run();
                }
            };
        }
    }
}
