package org.countersign.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.audit.text.Article;

/**
 * Finds the apparatus of a paper: its reference list, citations, labels and addresses. What may as well be a result is left
 * alone.
 */
final class ApparatusFinder {

    private static final String NUMBERING =
            "(?:#{1,6}\\s*)?(?:\\*{2})?(?:(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}|[IVX]{1,5})[.)]?\\s+)?";

    private static final Pattern LIST_TITLE = Pattern.compile(
            NUMBERING + "(?:list of )?(?:references|bibliography|literature(?: cited)?|works cited|cited literature"
                    + "|reference list|references and notes)\\s*:?(?:\\*{2})?:?",
            Pattern.CASE_INSENSITIVE);

    /** Titles that stand in nearly every paper; in running text without marks they end a reference list. */
    private static final String TITLES =
            "abstract|summary|background|introduction|(?:patients |materials )?(?:and )?methods"
                    + "|results|findings|discussion|conclusions?|limitations|acknowledge?ments?|funding|data availability"
                    + "|(?:author )?contributions|(?:declaration of |conflicts? of |competing )interests?|abbreviations"
                    + "|(?:figure|table)s?(?: legends?)?|legends?|footnotes|notes|main content";

    private static final Pattern TITLE = Pattern.compile(
            NUMBERING + "(?:(?:" + TITLES
                    + ")|(?:appendi|supplement|supporting|online|web)\\p{L}*\\b[^.]{0,60})\\s*:?(?:\\*{2})?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED_TITLE =
            Pattern.compile("(?:#{1,6}\\s*)?\\d{1,2}(?:\\.\\d{1,2}){0,3}\\.?\\s+\\p{Lu}[^\\d.,;!?=<>%()]{2,70}");

    private static final Pattern NUMBERED_KNOWN_TITLE =
            Pattern.compile("\\s*(?:#{1,6}\\s*)?\\d{1,2}\\.?\\s+(?:" + TITLES + ")\\s*", Pattern.CASE_INSENSITIVE);

    private static final Pattern CAPTION =
            Pattern.compile("(?:Supplementary )?(?:Table|Figure|Fig\\.?|Box)\\s+S?\\d.*", Pattern.DOTALL);

    private static final Pattern YEAR_OR_SOURCE = Pattern.compile(
            "\\b(?:1[89]|20)\\d\\d[a-z]?\\b|doi|https?:|www\\.|et al\\b|in press", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENTRY = Pattern.compile("(?m)^\\s*\\[?(\\d{1,3})[\\].)]*\\s+\\p{Lu}");

    private static final String LABEL_NUMBER = "S?\\d{1,2}(?:\\.\\d{1,2}){0,3}[A-Za-z]?(?![\\w%\u00b7]|[.,]\\d|\\s%)";

    private static final Pattern LABEL =
            Pattern.compile("\\b(?:Table|Figure|Fig\\.?|Section|Sect\\.|Appendix|Box|Panel|Equation"
                    + "|Eq\\.|Chapter|table|figure|fig\\.?|appendix|box)\\s*" + LABEL_NUMBER
                    + "|\\b(?:Tables|Figures|Figs\\.?"
                    + "|Sections|Appendices|Boxes|Equations|tables|figures|figs\\.?)\\s*" + LABEL_NUMBER + "(?:(?:, "
                    + LABEL_NUMBER + "){0,20},? (?:and|or|&|to) " + LABEL_NUMBER + "|\\s?[-\u2013]\\s?" + LABEL_NUMBER
                    + ")?");

    private static final Pattern ADDRESS = Pattern.compile("\\b10\\.\\d{4,9}/\\S+|[^\\s@<>()]{1,64}@[^\\s@<>()]{1,64}"
            + "|(?:https?://|www\\.)\\S+|\\bPMID:?\\s*\\d+|\\bPMC\\d+|\\bE?ISSN:?\\s*\\d{4}-\\d{3}[\\dX]");

    private static final String YEAR = "(?:1[89]|20)\\d\\d[a-z]?";
    private static final String AUTHOR_YEAR =
            "(?:(?:see|see also|e\\.g\\.,?|cf\\.) )?\\p{Lu}[\\p{L}'\u2019 .&-]{1,60}(?:, | et al\\.?,? )" + YEAR
                    + "(?:, " + YEAR + "){0,9}";

    private static final Pattern CITATION = Pattern.compile("\\(" + AUTHOR_YEAR + "(?:; " + AUTHOR_YEAR + "){0,20}\\)"
            + "|\\bet al\\.?,? \\(?" + YEAR + "\\b"
            + "|\\bpp?\\.\\s?[1-9]\\d*(?![.\u00b7]\\d)(?:\\s?[-\u2013]\\s?\\d+)?|\\bpages [1-9]\\d*\\s?[-\u2013]\\s?\\d+"
            + "|\\b" + YEAR + ";\\s?\\d+(?:\\(\\d+\\))?:\\s?[a-z]?\\d+(?:[-\u2013]\\d+)?");

    private static final String NUMBERS = "(\\d{1,3})(?:\\s?[,\u2013-]\\s?\\d{1,3}){0,40}";

    private static final Pattern BRACKETED = Pattern.compile(
            "(?<![\\d%]\\s?)(?<!\\b(?:IQR|CI|SD|SE|range|median|mean|interval|quartiles?|n)\\s?)\\[" + NUMBERS + "\\]");

    /** Behind the mark of a sentence or clause, without a space: raised in print. */
    private static final Pattern RAISED = Pattern.compile(
            "(?<=\\p{Ll}{3}[.,])(?<!\\b(?:approx|figs?|vol|nos?|ref|refs)[.,])" + NUMBERS + "(?=\\s|$)");

    /** A style of citing is proved by as many numbers in order of appearance. */
    private static final int LEAST_CITATIONS = 3;

    /** Longer paragraphs without a year or a source are no reference. */
    private static final int LONGEST_WITHOUT_YEAR = 150;

    private static final int NEAR = 25;

    /** A year or a source stands in so many characters behind the title, or it is no title of a list. */
    private static final int FIRST_ENTRIES = 400;

    private final Article article;
    private final String text;
    private final Map<Apparatus, BitSet> found = new EnumMap<>(Apparatus.class);

    private ApparatusFinder(Article article) {
        this.article = article;
        this.text = article.text();
        for (Apparatus kind : Apparatus.values()) {
            found.put(kind, new BitSet());
        }
    }

    /** For each kind the characters that it takes up. */
    static Map<Apparatus, BitSet> find(Article article) {
        ApparatusFinder finder = new ApparatusFinder(article);
        finder.find();
        return finder.found;
    }

    private void find() {
        Optional<Span> list = Optional.empty();
        for (Span title : titles()) {
            Optional<Span> next = referenceList(title);
            next.ifPresent(span -> mark(Apparatus.REFERENCE_LIST, span.start(), span.end()));
            list = next.isPresent() ? next : list;
        }
        markAll(Apparatus.ADDRESS, ADDRESS);
        markAll(Apparatus.LABEL, LABEL);
        markSectionNumbers();
        markAll(Apparatus.CITATION, CITATION);
        list.ifPresent(span -> {
            int entries = entries(span);
            markCitations(BRACKETED, span.start(), entries);
            markCitations(RAISED, span.start(), entries);
        });
    }

    private record Span(int start, int end) {}

    private void mark(Apparatus kind, int start, int end) {
        at(kind).set(start, end);
    }

    private BitSet at(Apparatus kind) {
        return found.computeIfAbsent(kind, k -> new BitSet());
    }

    private void markAll(Apparatus kind, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            mark(kind, matcher.start(), matcher.end());
        }
    }

    /** The lines that are titles of a reference list. */
    private List<Span> titles() {
        return lines().stream()
                .filter(line -> LIST_TITLE.matcher(cut(line)).matches())
                .toList();
    }

    private List<Span> lines() {
        List<Span> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Span(start, end));
            start = end + 1;
        }
        return lines;
    }

    private String cut(Span span) {
        return text.substring(span.start(), span.end()).strip();
    }

    private Optional<Span> referenceList(Span title) {
        Optional<Article.Heading> marked = article.headings().stream()
                .filter(h -> h.start() >= title.start() && h.start() <= title.end())
                .findFirst();
        if (marked.isPresent()) {
            int level = marked.get().level();
            int end = article.headings().stream()
                    .filter(h -> h.start() > title.end() && h.level() <= level)
                    .mapToInt(Article.Heading::start)
                    .findFirst()
                    .orElse(text.length());
            return Optional.of(new Span(title.end(), end));
        }
        int end = endOfUnmarked(title.end());
        String entries = text.substring(title.end(), end);
        String first = entries.substring(0, Math.min(entries.length(), FIRST_ENTRIES));
        return YEAR_OR_SOURCE.matcher(first).find() ? Optional.of(new Span(title.end(), end)) : Optional.empty();
    }

    /** Before the next title, caption, or paragraph that is no reference. */
    private int endOfUnmarked(int from) {
        int start = from;
        while (start < text.length()) {
            int end = text.indexOf("\n\n", start);
            end = end < 0 ? text.length() : end;
            String paragraph = text.substring(start, end).strip();
            boolean other = paragraph.length() > LONGEST_WITHOUT_YEAR
                    && !YEAR_OR_SOURCE.matcher(paragraph).find();
            if (other || CAPTION.matcher(paragraph).matches()) {
                return start;
            }
            for (int line = start; line < end; ) {
                int lineEnd = text.indexOf('\n', line);
                lineEnd = lineEnd < 0 || lineEnd > end ? end : lineEnd;
                String words = cut(new Span(line, lineEnd));
                if (TITLE.matcher(words).matches() || LIST_TITLE.matcher(words).matches()) {
                    return line;
                }
                line = lineEnd + 1;
            }
            start = end + 2;
        }
        return text.length();
    }

    /** "2.1 Participants" by itself, "3. Results" on a line. */
    private void markSectionNumbers() {
        for (Span line : lines()) {
            boolean alone = (line.start() == 0 || text.startsWith("\n\n", line.start() - 2))
                    && (line.end() >= text.length() || text.startsWith("\n\n", line.end()));
            String words = cut(line);
            boolean dotted = words.matches("(?s)#.*|\\d{1,2}\\..*");
            if (NUMBERED_KNOWN_TITLE.matcher(words).matches()
                    || alone && dotted && NUMBERED_TITLE.matcher(words).matches()
                    || LIST_TITLE.matcher(words).matches()) {
                mark(Apparatus.LABEL, line.start(), line.end());
            }
        }
    }

    /** How many references the list has: by their numbers, else by its paragraphs. */
    private int entries(Span list) {
        String entries = text.substring(list.start(), list.end());
        int numbered = 0;
        Matcher matcher = ENTRY.matcher(entries);
        while (matcher.find()) {
            numbered += Integer.parseInt(matcher.group(1)) == numbered + 1 ? 1 : 0;
        }
        return Math.max(
                numbered, (int) entries.strip().lines().filter(String::isBlank).count() + 1);
    }

    /** Several numbers in brackets shortly behind another, not itself in brackets, may be its limits. */
    private boolean isBesideNumber(Matcher matcher) {
        if (!matcher.group().startsWith("[") || matcher.group().equals("[" + matcher.group(1) + "]")) {
            return false;
        }
        String before = text.substring(Math.max(0, matcher.start() - NEAR), matcher.start());
        return before.replaceAll("(?:^|\\[)[^\\[\\]]*\\]", "").chars().anyMatch(Character::isDigit);
    }

    /** Numbers of references before the list, if the first of them is 1 and none is beyond the list. */
    private void markCitations(Pattern pattern, int before, int entries) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text).region(0, before);
        boolean first = true;
        while (matcher.find()) {
            boolean within = true;
            for (String number : matcher.group().replaceAll("[\\[\\]]", "").split("\\s?[,\u2013-]\\s?", -1)) {
                int reference = Integer.parseInt(number.strip());
                within &= reference >= 1 && reference <= entries;
            }
            if (first && !matcher.group(1).equals("1")) {
                return;
            }
            first = false;
            if (within && !isBesideNumber(matcher)) {
                spans.add(new Span(matcher.start(), matcher.end()));
            }
        }
        if (spans.size() >= LEAST_CITATIONS) {
            spans.forEach(span -> mark(Apparatus.CITATION, span.start(), span.end()));
        }
    }
}
