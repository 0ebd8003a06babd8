package org.countersign.dataset.io;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.StudyException;
import org.countersign.study.DatasetSpec;
import org.countersign.study.LocatedText;

/** Comma- and tab-separated text: quotes as in RFC 4180, a byte order mark is skipped, bad bytes are an error. */
public final class DelimitedReader implements TableReader {

    @Override
    public List<String> extensions() {
        return List.of("csv", "tsv", "txt");
    }

    @Override
    public String label() {
        return "comma- or tab-separated text";
    }

    @Override
    public void read(InputStream in, String shown, DatasetSpec spec, TableListener listener) throws IOException {
        Charset charset = spec.encoding().map(DelimitedReader::charset).orElse(StandardCharsets.UTF_8);
        Lines lines = new Lines(listener);
        try (Reader reader = withoutByteOrderMark(new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
                CsvReader<Boolean> csv = CsvReader.builder()
                        .fieldSeparator(spec.delimiter().orElse(defaultDelimiter(spec)))
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .build(lines, reader)) {
            for (Boolean ignored : csv) {
                // the listener has had the row
            }
        } catch (CharacterCodingException e) {
            throw readable(e, shown, charset, lines);
        } catch (UncheckedIOException e) {
            throw readable(Objects.requireNonNull(e.getCause()), shown, charset, lines);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException io) {
                throw readable(io, shown, charset, lines);
            }
            throw new StudyException(Diagnostic.error(
                    "bad-quotes",
                    SourceLocation.of(shown, (int) Math.max(lines.line, 1), 0),
                    "the row cannot be read: " + e.getMessage(),
                    "a field with quotes inside doubles them and is quoted as a whole: \"say \"\"yes\"\"\""));
        }
    }

    private static Reader withoutByteOrderMark(Reader reader) throws IOException {
        BufferedReader buffered = new BufferedReader(reader, 1 << 16);
        buffered.mark(1);
        if (buffered.read() != '\ufeff') {
            buffered.reset();
        }
        return buffered;
    }

    private static RuntimeException readable(IOException e, String shown, Charset charset, Lines lines) {
        if (e instanceof CharacterCodingException) {
            return new StudyException(Diagnostic.error(
                    "bad-encoding",
                    SourceLocation.of(shown, (int) lines.line + 1, 0),
                    "on or after this line there are bytes that are not " + charset.name(),
                    "save the file as UTF-8, or declare `encoding: ISO-8859-1` (or whatever it is)"));
        }
        return new UncheckedIOException(e);
    }

    private static char defaultDelimiter(DatasetSpec spec) {
        return spec.file().text().toLowerCase(Locale.ROOT).endsWith(".tsv") ? '\t' : ',';
    }

    private static Charset charset(LocatedText name) {
        try {
            return Charset.forName(name.text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new StudyException(Diagnostic.error(
                    "unknown-encoding",
                    name.location(),
                    "there is no encoding `" + name + "`",
                    "UTF-8, ISO-8859-1, windows-1252 and UTF-16 are the common ones"));
        }
    }

    /** Passes fields on as they are parsed, without making strings of them. */
    private static final class Lines extends CsvCallbackHandler<Boolean> {
        private final TableListener listener;
        private long line;
        private int fields;
        private int column;
        private boolean empty;

        Lines(TableListener listener) {
            this.listener = listener;
        }

        @Override
        protected RecordType getRecordType() {
            return empty ? RecordType.EMPTY : RecordType.DATA;
        }

        @Override
        protected int getFieldCount() {
            return fields;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber;
            fields = 0;
            column = 1;
            empty = false;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            if (fields == 0) {
                listener.beginRow(line);
            }
            listener.field(quoted ? column + 1 : column, buffer, offset, length);
            column += length + (quoted ? 3 : 1);
            fields++;
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            throw new IllegalStateException("comments are off");
        }

        @Override
        protected void setEmpty() {
            empty = true;
        }

        @Override
        protected Boolean buildRecord() {
            if (!empty) {
                listener.endRow();
            }
            return Boolean.TRUE;
        }
    }
}
