package org.countersign.audit.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The formats, and which of them reads a file: by its extension, or by its first bytes where the extension is unknown. */
public final class ArticleReaders {

    /** Larger files are not articles. */
    public static final long LARGEST_FILE = 96L << 20;

    /** Larger files in a text format are not articles. */
    private static final int LARGEST_MARKUP = 32 << 20;

    /** Longer texts, in characters, are not articles. */
    public static final int LONGEST_TEXT = 10_000_000;

    private static final ArticleReader TEXT = new PlainTextReader();
    private static final ArticleReader PDF = new PdfReader();
    private static final ArticleReader DOCX = new DocxReader();
    private static final ArticleReader HTML = new HtmlReader();
    private static final ArticleReader JATS = new JatsReader();

    private static final List<ArticleReader> ALL = List.of(DOCX, HTML, JATS, new MarkdownReader(), PDF, TEXT);

    private ArticleReaders() {}

    /** All readers, by format. */
    public static List<ArticleReader> all() {
        return ALL;
    }

    /** Whether a file of that name is taken up when a directory is given. */
    public static boolean isArticle(String name) {
        String extension = extension(name);
        return ALL.stream().anyMatch(reader -> reader.extensions().contains(extension));
    }

    /**
     * @throws UnreadableArticleException if the file cannot be read
     */
    public static Article read(Path file) throws UnreadableArticleException {
        String name = file.toString();
        if (Files.isDirectory(file) || Files.notExists(file)) {
            throw UnreadableArticleException.of(
                    "unreadable-article",
                    name,
                    Files.isDirectory(file) ? "this is a folder, not an article" : "there is no such file",
                    "name a file with text: .txt, .md, .html, .xml, .docx or .pdf");
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw UnreadableArticleException.of(
                        "article-too-large",
                        name,
                        "the file has " + (Files.size(file) >> 20) + " MB, more than " + (LARGEST_FILE >> 20),
                        "give the article by itself");
            }
            return read(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw UnreadableArticleException.broken(name, "a file", e);
        }
    }

    /**
     * @param name decides the format by its extension
     * @throws UnreadableArticleException if the content cannot be read
     */
    public static Article read(String name, byte[] content) throws UnreadableArticleException {
        if (content.length == 0) {
            throw UnreadableArticleException.of("empty-article", name, "the file is empty", "give a file with text");
        }
        ArticleReader reader = readerFor(name, content);
        boolean packed = reader == PDF || reader == DOCX;
        if (!packed && content.length > LARGEST_MARKUP) {
            throw UnreadableArticleException.of(
                    "article-too-large",
                    name,
                    "the file has " + (content.length >> 20) + " MB, more than " + (LARGEST_MARKUP >> 20),
                    "give the article by itself");
        }
        Article article = reader.read(name, content);
        if (article.text().length() > LONGEST_TEXT) {
            throw UnreadableArticleException.of(
                    "article-too-large",
                    name,
                    "the text has more than " + LONGEST_TEXT + " characters",
                    "give the article by itself");
        }
        if (article.text().isBlank()) {
            throw UnreadableArticleException.of(
                    "no-text",
                    name,
                    "the file has no text; a scan holds images only",
                    "run a text recognition over it first");
        }
        return article;
    }

    private static ArticleReader readerFor(String name, byte[] content) {
        String extension = extension(name);
        for (ArticleReader reader : ALL) {
            if (reader.extensions().contains(extension)) {
                return reader;
            }
        }
        if (startsWith(content, "%PDF-")) {
            return PDF;
        }
        if (startsWith(content, "PK")) {
            return DOCX;
        }
        if (startsWith(content, "<!DOCTYPE html") || startsWith(content, "<html")) {
            return HTML;
        }
        return startsWith(content, "<?xml") ? JATS : TEXT;
    }

    private static boolean startsWith(byte[] content, String prefix) {
        if (content.length < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (Character.toLowerCase((char) content[i]) != Character.toLowerCase(prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
