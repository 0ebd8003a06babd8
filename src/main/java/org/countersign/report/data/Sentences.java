package org.countersign.report.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of a report that show numbers, with the keys that stand in each: for telling what a change touches. */
public final class Sentences {

    private static final Pattern BLOCK =
            Pattern.compile("<(p|li|figcaption|caption)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("data-k=\"([^\"]+)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Sentences() {}

    /** A sentence without markup, and the keys of the entries in it. */
    public record Sentence(String text, List<String> keys) {
        public Sentence {
            keys = List.copyOf(keys);
        }
    }

    /** The sentences with numbers in the prose and captions of a body. */
    public static List<Sentence> of(String body) {
        List<Sentence> all = new ArrayList<>();
        Matcher m = BLOCK.matcher(body);
        while (m.find()) {
            for (String sentence : split(m.group(2))) {
                Set<String> keys = new LinkedHashSet<>();
                Matcher k = KEY.matcher(sentence);
                while (k.find()) {
                    keys.add(k.group(1));
                }
                if (!keys.isEmpty()) {
                    all.add(new Sentence(text(sentence), List.copyOf(keys)));
                }
            }
        }
        return all;
    }

    /** Cuts behind a full stop, question or exclamation mark that is followed by a space and a capital or a tag. */
    private static List<String> split(String xhtml) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        boolean inTag = false;
        for (int i = 0; i < xhtml.length(); i++) {
            char c = xhtml.charAt(i);
            if (c == '<') {
                inTag = true;
            } else if (c == '>') {
                inTag = false;
            } else if (!inTag
                    && (c == '.' || c == '?' || c == '!')
                    && i + 2 < xhtml.length()
                    && Character.isWhitespace(xhtml.charAt(i + 1))
                    && (Character.isUpperCase(xhtml.charAt(i + 2)) || xhtml.charAt(i + 2) == '<')) {
                sentences.add(xhtml.substring(start, i + 1));
                start = i + 2;
            }
        }
        sentences.add(xhtml.substring(start));
        return sentences;
    }

    private static String text(String xhtml) {
        return TAG.matcher(xhtml)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
