package org.countersign.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.AnalysisMethods;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.numbers.NumberStyle;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.LocatedText;

/**
 * Numbers that are printed together, as journals do: "\u22122 (\u22124 to 4)", "39/48 (81%)". Each number in them links
 * to its own entry.
 */
public final class Composites {

    /** Patterns by name; a word in braces is a quantity below the key, or a sign of the number style. */
    private static final Map<String, String> PATTERNS = patterns();

    /** The names that a template may use behind a key. */
    public static final Set<String> NAMES = PATTERNS.keySet();

    private static final Pattern SLOT = Pattern.compile("\\{([a-z0-9_.]+)}");

    private final Ledger ledger;
    private final NumberStyle style;
    private final Map<String, String> displays = new LinkedHashMap<>();

    public Composites(Ledger ledger, NumberStyle style, List<AnalysisSpec> analyses) {
        this.ledger = ledger;
        this.style = style;
        for (AnalysisSpec analysis : analyses) {
            String own = AnalysisMethods.get(analysis.method().text())
                    .map(AnalysisMethod::defaultDisplay)
                    .orElse("estimate");
            displays.put(
                    analysis.id(), analysis.display().map(LocatedText::text).orElse(own));
        }
    }

    private static Map<String, String> patterns() {
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("median_iqr", "{median} {open}{q1}{to}{q3}{close}");
        patterns.put("median_range", "{median} {open}{min}{to}{max}{close}");
        patterns.put("mean_sd", "{mean} ({sd})");
        patterns.put("n_percent", "{count} ({percent})");
        patterns.put("k_of_n", "{events}/{n}");
        patterns.put("k_of_n_percent", "{events}/{n} ({estimate})");
        patterns.put("percent_ci", "{estimate} ({level}{ci}{ci.lower}{to}{ci.upper})");
        patterns.put("interval", "{level}{ci}{ci.lower}{to}{ci.upper}");
        patterns.put("bare_interval", "{open}{ci.lower}{to}{ci.upper}{close}");
        patterns.put("estimate_ci", "{estimate} ({level}{ci}{ci.lower}{to}{ci.upper})");
        patterns.put("estimate_ci_p", "{estimate} ({level}{ci}{ci.lower}{to}{ci.upper}; {p.statement})");
        patterns.put("inline_ci", "{estimate}; {level}{ci}{ci.lower}{to}{ci.upper}");
        patterns.put("inline_ci_p", "{estimate}; {level}{ci}{ci.lower}{to}{ci.upper}; {p.statement}");
        patterns.put("p_statement", "{p.statement}");
        return Collections.unmodifiableMap(patterns);
    }

    /**
     * A composite ready to be shown.
     *
     * @param keys of the entries in it
     * @param xhtml with links to them
     * @param text without
     */
    public record Composite(List<String> keys, String xhtml, String text) {
        public Composite {
            keys = List.copyOf(keys);
        }
    }

    /** The entry's display, as a link to its row in the ledger. */
    public String number(LedgerEntry entry) {
        return link(entry, entry.display());
    }

    /** Any words about an entry, as a link to its row in the ledger. */
    public String link(LedgerEntry entry, String words) {
        return "<a class=\"n\" href=\"#" + anchor(entry.key().text()) + "\" data-k=\"" + entry.key() + "\">"
                + Xml.escape(words) + "</a>";
    }

    /** The id of an entry's row. */
    public static String anchor(String key) {
        return "k-" + key.replace('.', '-');
    }

    /** The confidence level behind a key, "95%". */
    public Optional<String> level(String path) {
        return ledger.below(path).stream()
                .map(e -> e.provenance().parameters().get("level"))
                .filter(Objects::nonNull)
                .map(l -> new java.math.BigDecimal(l)
                                .movePointRight(2)
                                .stripTrailingZeros()
                                .toPlainString() + "%")
                .findFirst();
    }

    /** Names of the composites for which a key has all quantities. */
    public List<String> available(String path) {
        return NAMES.stream().filter(name -> get(path, name).isPresent()).toList();
    }

    /** The name of the composite that an analysis displays. */
    public String defaultFor(String path) {
        return displays.getOrDefault(path.split("\\.")[0], "estimate");
    }

    /** What an analysis displays for a key: its composite, or a single quantity. */
    public Optional<Composite> display(String path) {
        return get(path, defaultFor(path));
    }

    public Optional<Composite> get(String path, String name) {
        String pattern = PATTERNS.getOrDefault(name, "{" + name + "}");
        Matcher m = SLOT.matcher(pattern);
        StringBuilder xhtml = new StringBuilder();
        StringBuilder text = new StringBuilder();
        List<String> keys = new ArrayList<>();
        Optional<LedgerEntry> missing = Optional.empty();
        int literal = 0;
        while (m.find()) {
            Optional<Slot> slot = slot(path, m.group(1));
            if (slot.isEmpty()) {
                return Optional.empty();
            }
            String between = pattern.substring(literal, m.start());
            xhtml.append(between).append(slot.get().xhtml());
            text.append(between).append(slot.get().text());
            slot.get().key().ifPresent(keys::add);
            if (missing.isEmpty()) {
                missing = slot.get()
                        .key()
                        .flatMap(ledger::get)
                        .filter(e -> !e.value().isComputed());
            }
            literal = m.end();
        }
        if (missing.isPresent()) {
            return Optional.of(
                    new Composite(keys, number(missing.get()), missing.get().display()));
        }
        String rest = pattern.substring(literal);
        return Optional.of(new Composite(keys, xhtml + rest, text + rest));
    }

    private record Slot(String xhtml, String text, Optional<String> key) {
        static Optional<Slot> sign(String text) {
            return Optional.of(new Slot(Xml.escape(text), text, Optional.empty()));
        }
    }

    private Optional<Slot> slot(String path, String name) {
        return switch (name) {
            case "open" -> Slot.sign(style.intervalOpen());
            case "close" -> Slot.sign(style.intervalClose());
            case "to" -> Slot.sign(style.intervalSeparator());
            case "ci" -> Slot.sign(style.intervalLabel());
            case "level" -> level(path).flatMap(Slot::sign);
            case "ci.lower", "ci.upper" ->
                ledger.get(path + "." + name)
                        .map(e -> new Slot(
                                number(e), e.display(), Optional.of(e.key().text())));
            case "p.statement" -> ledger.get(path + ".p").map(this::statement);
            default ->
                ledger.get(path + "." + name)
                        .map(e -> new Slot(
                                link(e, e.displayInProse()),
                                e.displayInProse(),
                                Optional.of(e.key().text())));
        };
    }

    private Slot statement(LedgerEntry p) {
        String statement = p.value().isComputed() ? style.pStatement(p.display()) : p.display();
        String italic = link(p, statement).replace(">" + style.pSymbol(), "><i>" + style.pSymbol() + "</i>");
        return new Slot(italic, statement, Optional.of(p.key().text()));
    }
}
