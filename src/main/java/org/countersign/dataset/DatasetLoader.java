package org.countersign.dataset;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.dataset.io.TableReader;
import org.countersign.dataset.io.TableReaders;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.Decimals;
import org.countersign.study.DatasetSpec;
import org.countersign.study.JoinSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.StudyDefinition;

/** Reads the datasets of a study: files, joins, derived variables; all mistakes of all files at once. */
public final class DatasetLoader {

    private final StudyDefinition study;
    private final Progress progress;
    private final Diagnostics diagnostics = new Diagnostics();

    private DatasetLoader(StudyDefinition study, Progress progress) {
        this.study = study;
        this.progress = progress;
    }

    /**
     * @throws StudyException with every value that does not fit its declaration, up to {@value DatasetBuilder#MOST_ERRORS}
     *     a file
     */
    public static Datasets load(StudyDefinition study) {
        return load(study, Progress.NONE);
    }

    /** As {@link #load(StudyDefinition)}, telling how much of each file has been read. */
    public static Datasets load(StudyDefinition study, Progress progress) {
        return new DatasetLoader(study, progress).load();
    }

    private Datasets load() {
        Map<String, Dataset> datasets = new LinkedHashMap<>();
        for (DatasetSpec spec : study.datasets()) {
            try {
                datasets.put(spec.name(), read(spec));
            } catch (StudyException e) {
                diagnostics.addAll(e.diagnostics());
            }
        }
        diagnostics.throwIfErrors();
        for (DatasetSpec spec : study.datasets()) {
            for (JoinSpec join : spec.joins()) {
                datasets.computeIfPresent(spec.name(), (name, dataset) -> join(dataset, join, datasets));
            }
        }
        diagnostics.throwIfErrors();
        datasets.replaceAll((name, dataset) -> DerivedColumns.addTo(dataset, diagnostics));
        diagnostics.throwIfErrors();
        return new Datasets(datasets, diagnostics.warnings());
    }

    private Dataset read(DatasetSpec spec) {
        Path path = confined(spec.file());
        String shown = study.folder().resolve(spec.file().text()).toString().replace('\\', '/');
        TableReader reader = TableReaders.forFile(spec.file().text())
                .orElseThrow(() -> new StudyException(Diagnostic.error(
                        "unknown-format",
                        spec.file().location(),
                        "the ending of `" + spec.file() + "` does not say which format it has",
                        "known endings: "
                                + String.join(
                                        ", ",
                                        TableReaders.all().stream()
                                                .map(TableReader::extensions)
                                                .flatMap(List::stream)
                                                .toList()))));
        MessageDigest digest = sha256();
        DatasetBuilder builder = new DatasetBuilder(spec, shown, diagnostics);
        try (InputStream file = Files.newInputStream(path);
                InputStream in = new BufferedInputStream(
                        new DigestInputStream(
                                new Watched(file, "reading " + shown, Files.size(path), progress), digest),
                        1 << 16)) {
            reader.read(new Unclosed(in), shown, spec, builder);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            builder.finish();
            SourceFile source = new SourceFile(
                    spec.file().text().replace('\\', '/'), HexFormat.of().formatHex(digest.digest()), Files.size(path));
            return diagnostics.hasErrors()
                    ? new Dataset(spec, source, 0, Map.of())
                    : new Dataset(spec, source, builder.rows(), builder.columns());
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unreadable-file", SourceLocation.of(shown), "the file cannot be read: " + e.getMessage()));
        }
    }

    /** A stream that tells how much of it has been read. */
    private static final class Watched extends FilterInputStream {
        private final String what;
        private final long size;
        private final Progress progress;
        private long done;

        Watched(InputStream in, String what, long size, Progress progress) {
            super(in);
            this.what = what;
            this.size = size;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            done += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            done += Math.max(0, read);
            progress.at(what, done, size);
            return read;
        }
    }

    /** The file, which must exist and must not lie outside the study's folder, symbolic links followed. */
    private Path confined(LocatedText file) {
        Path path = study.folder().resolve(file.text()).normalize();
        try {
            if (!Files.isRegularFile(path)) {
                throw new StudyException(Diagnostic.error(
                                "file-not-found",
                                file.location(),
                                "there is no file `" + file + "` in " + study.folder())
                        .withHint(neighbours(path, file.text())));
            }
            if (!path.toRealPath().startsWith(study.folder().toRealPath())) {
                throw new StudyException(Diagnostic.error(
                        "outside-study",
                        file.location(),
                        "`" + file + "` lies outside the study's folder",
                        "copy it into the study: a study reads nothing from elsewhere"));
            }
            return path;
        } catch (IOException e) {
            throw new StudyException(Diagnostic.error(
                    "unreadable-file", file.location(), "`" + file + "` cannot be read: " + e.getMessage()));
        }
    }

    private static Optional<String> neighbours(Path path, String written) throws IOException {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of("paths are relative to the study's folder");
        }
        String prefix = written.substring(0, written.lastIndexOf('/') + 1);
        try (var files = Files.list(folder)) {
            List<String> names =
                    files.map(f -> prefix + f.getFileName()).sorted().toList();
            return Suggestions.hint(written, names);
        }
    }

    private Dataset join(Dataset dataset, JoinSpec join, Map<String, Dataset> datasets) {
        Dataset other = Objects.requireNonNull(datasets.get(join.dataset().text()));
        String by = join.by().text();
        Optional<Map<String, Integer>> rowsByKey = rowsByKey(other, join);
        if (rowsByKey.isEmpty()) {
            return dataset;
        }
        int[] partner = new int[dataset.rows()];
        Column keys = Objects.requireNonNull(dataset.columns().get(by));
        for (int row = 0; row < partner.length; row++) {
            partner[row] = rowsByKey.get().getOrDefault(key(keys, row), -1);
        }
        long alone = Arrays.stream(partner).filter(p -> p < 0).count();
        if (alone > 0) {
            diagnostics.warning(
                    "no-partner",
                    join.by().location(),
                    alone + " of " + partner.length + " rows of `" + dataset.name() + "` have no row of `"
                            + other.name() + "` with the same `" + by + "`; its columns are missing there",
                    "nothing to do if that is so; else look at the spelling of `" + by + "` in both files");
        }
        Dataset joined = dataset;
        for (Map.Entry<String, Column> column : other.columns().entrySet()) {
            if (column.getKey().equals(by)) {
                continue;
            }
            if (joined.column(column.getKey()).isPresent()) {
                diagnostics.error(
                        "duplicate-variable",
                        join.dataset().location(),
                        "`" + column.getKey() + "` is a column of both `" + dataset.name() + "` and `" + other.name()
                                + "`",
                        "rename one of the two in its file, or leave it out of the declaration");
                continue;
            }
            joined = joined.with(column.getKey(), Columns.pick(column.getValue(), partner));
        }
        return joined;
    }

    private Optional<Map<String, Integer>> rowsByKey(Dataset other, JoinSpec join) {
        Optional<Column> keys = other.column(join.by().text());
        if (keys.isEmpty()) {
            diagnostics.add(Diagnostic.error(
                            "unknown-variable",
                            join.by().location(),
                            "`" + other.name() + "` has no column `" + join.by() + "`")
                    .withHint(Suggestions.hint(join.by().text(), other.columnNames())));
            return Optional.empty();
        }
        Map<String, Integer> rows = new HashMap<>();
        for (int row = 0; row < other.rows(); row++) {
            String key = key(keys.get(), row);
            if (!key.isEmpty() && rows.putIfAbsent(key, row) != null) {
                diagnostics.error(
                        "duplicate-id",
                        join.by().location(),
                        "`" + other.name() + "` has several rows with " + join.by() + " = `" + key + "`",
                        "a join needs a key that is unique in the other dataset");
                return Optional.empty();
            }
        }
        return Optional.of(rows);
    }

    private static String key(Column column, int row) {
        if (column.isMissing(row)) {
            return "";
        }
        if (column instanceof TextColumn text) {
            return text.value(row).orElse("");
        }
        return column instanceof CategoryColumn category
                ? category.levels().get(category.level(row)).code()
                : Decimals.of(((NumberColumn) column).value(row))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Survives a reader that closes it, so that the rest of the file can be hashed. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // closed by whoever opened it
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
