package org.countersign.report.manuscript;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.diagnostics.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a template, in words that an author of a manuscript knows: the template engine speaks of hashes,
 * wrappers and end-tags.
 *
 * @param message what is wrong
 * @param hint what to do
 * @param line where, if it is better known than the engine says; from 1
 * @param column from 1
 */
record TemplateMistake(String message, String hint, Optional<Integer> line, Optional<Integer> column) {

    private static final String SYNTAX =
            "interpolations are `${key}`, directives `<#if ...>`, placed exhibits `<@figure id=\"...\"/>`";
    private static final String REFERENCE = "`docs/manuscript.md` lists what a manuscript can use";
    private static final List<String> DIRECTIVES = List.of(
            "assign",
            "attempt",
            "break",
            "case",
            "default",
            "else",
            "elseif",
            "function",
            "if",
            "items",
            "list",
            "local",
            "macro",
            "nested",
            "return",
            "sep",
            "stop",
            "switch");
    private static final Pattern TAG =
            Pattern.compile("<(/?)#(if|list|macro|function|switch|items|attempt|assign|noparse)\\b([^>]*)>");
    private static final Pattern EVALUATED = Pattern.compile(
            "For \"(.*?)\" (?:left-hand operand|callee|content|right-hand operand|.*?): Expected .*?, but this has"
                    + " evaluated to (.*?)(?: \\(wrapper: .*\\))?:?$");
    private static final Pattern UNCLOSED = Pattern.compile("You have an unclosed (\\S+)");
    private static final Pattern UNKNOWN = Pattern.compile("Unknown directive: #(\\w+)");
    private static final Map<String, String> TYPES = Map.of(
            "a hash+markup_output", "an entry of the ledger",
            "a markup_output", "words that are ready to be printed",
            "a method", "a function",
            "a directive", "a directive",
            "a string", "a text",
            "a number", "a number",
            "a boolean", "true or false",
            "a sequence", "a list");

    TemplateMistake {
        requireNonNull(message);
        requireNonNull(hint);
        requireNonNull(line);
        requireNonNull(column);
    }

    /** A template that cannot be parsed. */
    static TemplateMistake syntax(String text, @Nullable String engine) {
        String said = firstLine(engine);
        Matcher unclosed = UNCLOSED.matcher(said);
        if (said.startsWith("Unexpected end of file") && unclosed.find()) {
            return unclosed(text, unclosed.group(1));
        }
        Matcher unknown = UNKNOWN.matcher(said);
        if (unknown.find()) {
            return new TemplateMistake(
                    "there is no directive `<#" + unknown.group(1) + ">`",
                    Suggestions.hint(unknown.group(1), DIRECTIVES).orElse(SYNTAX),
                    Optional.empty(),
                    Optional.empty());
        }
        Matcher encountered = Pattern.compile("Encountered (\".*?\"),").matcher(said);
        String message = encountered.find()
                ? encountered.group(1).replaceAll("^\"|\"$", "`") + " is not expected here"
                : said.replaceAll("\\s*Help \\(latest version\\).*", "");
        return new TemplateMistake(message, SYNTAX, Optional.empty(), Optional.empty());
    }

    /** A template that cannot be evaluated. */
    static TemplateMistake evaluation(@Nullable String engine) {
        String said = firstLine(engine);
        Matcher m = EVALUATED.matcher(said);
        if (said.startsWith("Can't compare")) {
            return new TemplateMistake(
                    "these two cannot be compared",
                    "of an entry of the ledger `key.value` is compared, `<#if key.value gt 1>`",
                    Optional.empty(),
                    Optional.empty());
        }
        if (!m.find()) {
            return new TemplateMistake(
                    said.replaceAll(" \\(wrapper: [^)]*\\)", ""), REFERENCE, Optional.empty(), Optional.empty());
        }
        String operator = m.group(1).equals("...(...)") ? "(...)" : m.group(1);
        String type = m.group(2);
        String hint = switch (type) {
            case "a hash+markup_output" ->
                "an entry prints itself, in the number style of the study, with the `decimals` of its analysis; `key.value`"
                        + " is its bare value, for conditions";
            case "a method" -> "a function takes arguments: `${words(key)}`";
            case "a directive" -> "a directive is called as `<@figure id=\"...\"/>`";
            default -> REFERENCE;
        };
        return new TemplateMistake(
                "`" + operator + "` cannot be used with " + TYPES.getOrDefault(type, type),
                hint,
                Optional.empty(),
                Optional.empty());
    }

    /** Finds where what is not closed was opened. */
    private static TemplateMistake unclosed(String text, String what) {
        int at;
        String named;
        if (what.startsWith("\"")) {
            at = Math.max(text.lastIndexOf("${"), 0);
            named = "${";
        } else {
            Deque<Integer> open = new ArrayDeque<>();
            Matcher tag = TAG.matcher(text);
            while (tag.find()) {
                boolean alone = tag.group(3).endsWith("/")
                        || tag.group(2).equals("assign") && tag.group(3).contains("=");
                if (!tag.group(1).isEmpty()) {
                    open.poll();
                } else if (!alone) {
                    open.push(tag.start());
                }
            }
            at = open.isEmpty() ? 0 : open.peek();
            Matcher name = TAG.matcher(text).region(at, text.length());
            named = name.lookingAt() ? "<#" + name.group(2) + ">" : what.replaceAll("[.,]$", "");
        }
        int line = 1;
        int column = 1;
        for (int i = 0; i < at; i++) {
            column = text.charAt(i) == '\n' ? 1 : column + 1;
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return new TemplateMistake(
                "`" + named + "` is not closed",
                named.startsWith("<#") ? "close it with `" + named.replace("<#", "</#") + "`" : "close it with `}`",
                Optional.of(line),
                Optional.of(column));
    }

    private static String firstLine(@Nullable String message) {
        String text = message == null ? "the template cannot be used" : message.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }
}
