package org.countersign.audit.text;

import java.util.Set;

/** Plain text: an empty line parts paragraphs. Pages are parted by form feeds, where there are any. */
final class PlainTextReader implements ArticleReader {

    @Override
    public Set<String> extensions() {
        return Set.of("txt", "text");
    }

    @Override
    public Article read(String name, byte[] content) throws UnreadableArticleException {
        return article(name, Decoding.decode(name, content));
    }

    static Article article(String name, String text) {
        Article.Builder builder = Article.builder(name);
        int page = text.indexOf('\f') >= 0 ? 1 : 0;
        int line = 0;
        int length = text.length();
        for (int start = 0; start <= length; ) {
            int end = lineEnd(text, start);
            line++;
            if (isBlank(text, start, end)) {
                builder.endParagraph();
            } else {
                builder.add(text.subSequence(start, end), page, line, 1).endLine();
            }
            if (end < length && text.charAt(end) == '\f') {
                page++;
                line = 0;
                builder.endLine();
            }
            start = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return builder.build();
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '\n' || c == '\r' || c == '\f') {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isBlank(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i)) && text.charAt(i) != '\u00a0') {
                return false;
            }
        }
        return true;
    }
}
