package org.countersign.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.countersign.analysis.Ledger;
import org.countersign.analysis.LedgerEntry;
import org.countersign.analysis.ResultKey;
import org.countersign.analysis.Wording;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Suggestions;
import org.countersign.numbers.NumberScanner;
import org.countersign.numbers.ReportedNumber;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.study.Claim;
import org.countersign.study.Level;
import org.countersign.study.LocatedText;

/** Compares the claims of a study with its ledger. */
public final class ClaimVerifier {

    /** What follows the level of an interval: "95% CI" claims no number of the data. */
    private static final Pattern LEVEL =
            Pattern.compile("\\s*(?:CI|CrI|confidence|credible)\\b", Pattern.CASE_INSENSITIVE);

    private final Ledger ledger;
    private final Diagnostics diagnostics;
    private final List<Verdict> verdicts = new ArrayList<>();

    private ClaimVerifier(Ledger ledger, Diagnostics diagnostics) {
        this.ledger = ledger;
        this.diagnostics = diagnostics;
    }

    /**
     * @param diagnostics receives every claim that names an unknown key, or has other numbers than keys; there is no
     *     verdict on what is wrong with it
     */
    public static Verdicts verify(List<Claim> claims, Ledger ledger, Diagnostics diagnostics) {
        ClaimVerifier verifier = new ClaimVerifier(ledger, diagnostics);
        claims.forEach(verifier::verify);
        return new Verdicts(verifier.verdicts);
    }

    /** The numbers of a claim's text: numerals, or number words if there are no numerals. */
    public static List<ReportedNumber> numbers(Claim claim) {
        List<NumberScanner.Found> digits = NumberScanner.scan(claim.text().text());
        List<NumberScanner.Found> found =
                digits.isEmpty() ? NumberScanner.words(claim.text().text()) : digits;
        if (found.size() > claim.keys().size()) {
            found = found.stream()
                    .filter(f -> !LEVEL.matcher(claim.text().text())
                            .region(f.end(), claim.text().text().length())
                            .lookingAt())
                    .toList();
        }
        return found.stream().map(NumberScanner.Found::number).toList();
    }

    private void verify(Claim claim) {
        if (claim.isOfWords()) {
            words(claim, claim.says().orElseThrow());
            return;
        }
        List<ReportedNumber> numbers = numbers(claim);
        if (numbers.size() != claim.keys().size()) {
            diagnostics.error(
                    "claim-numbers",
                    claim.text().location(),
                    "`" + claim.text() + "` holds " + count(numbers.size(), "number") + ", `keys` names "
                            + count(claim.keys().size(), "key"),
                    "give one key for each number, in order; a number that several keys must reproduce takes a list of keys");
            return;
        }
        for (int i = 0; i < numbers.size(); i++) {
            for (LocatedText key : claim.keys().get(i)) {
                ReportedNumber number = numbers.get(i);
                entry(key)
                        .filter(e -> !claim.isSizeOfFall() || suits(Claim.Statement.DECREASED_BY, e, key))
                        .ifPresent(e -> verdicts.add(NumberComparison.compare(claim, number, e)));
            }
        }
    }

    private static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    private Optional<LedgerEntry> entry(LocatedText key) {
        Optional<LedgerEntry> entry = ledger.get(key.text());
        if (entry.isEmpty()) {
            diagnostics.add(
                    Diagnostic.error("unknown-ledger-key", key.location(), "the ledger has no key `" + key + "`")
                            .withHint(Suggestions.nearest(key.text(), ledger.keys())
                                    .map(k -> "did you mean `" + k + "`?")
                                    .or(() -> Optional.of("`countersign explain STUDY` lists the keys"))));
        }
        return entry;
    }

    private void words(Claim claim, Claim.Statement statement) {
        for (List<LocatedText> keys : claim.keys()) {
            for (LocatedText key : keys) {
                if (statement == Claim.Statement.NAMES) {
                    names(claim, key);
                } else {
                    entry(key)
                            .filter(e -> suits(statement, e, key))
                            .ifPresent(e -> verdicts.add(statement(claim, statement, e)));
                }
            }
        }
    }

    /** Whether words can be said of a number at all: a difference is not significant, its p-value is. */
    private boolean suits(Claim.Statement statement, LedgerEntry entry, LocatedText key) {
        Wording wording = switch (statement) {
            case DECREASED, INCREASED -> Wording.DIRECTION;
            case DECREASED_BY -> Wording.SIZE;
            case SIGNIFICANT, NOT_SIGNIFICANT -> Wording.SIGNIFICANCE;
            case MAJORITY, MINORITY -> Wording.MAJORITY;
            case NAMES -> throw new IllegalStateException("names are compared elsewhere");
        };
        if (wording.suits(entry)) {
            return true;
        }
        diagnostics.add(Diagnostic.error(
                        "claim-kind",
                        key.location(),
                        "`says: " + statement.id() + "` is said of " + wording.needs() + "; `" + key + "` is "
                                + entry.description())
                .withHint(wording.instead(ledger, entry).map(k -> "did you mean `" + k + "`?")));
        return false;
    }

    private static Verdict statement(Claim claim, Claim.Statement statement, LedgerEntry entry) {
        if (entry.value() instanceof NotComputed<Double> not) {
            return verdict(
                    claim,
                    entry.key(),
                    Verdict.Kind.NOT_COMPUTABLE,
                    entry.display(),
                    Verdict.Flips.NOTHING,
                    not.detail());
        }
        double value = ((Computed<Double>) entry.value()).value();
        double none = Wording.noEffect(entry).orElse(0);
        boolean holds = switch (statement) {
            case DECREASED -> value < none;
            case INCREASED -> value > none;
            case SIGNIFICANT -> value < claim.alpha();
            case NOT_SIGNIFICANT -> !(value < claim.alpha());
            case MAJORITY -> value > 0.5;
            case MINORITY -> value < 0.5;
            case DECREASED_BY, NAMES -> throw new IllegalStateException("numbers and names are compared elsewhere");
        };
        String what = switch (statement) {
            case DECREASED -> none == 0 ? "below zero" : "below one";
            case INCREASED -> none == 0 ? "above zero" : "above one";
            case SIGNIFICANT -> "below " + claim.alpha();
            case NOT_SIGNIFICANT -> "not below " + claim.alpha();
            case MAJORITY -> "above one half";
            case MINORITY -> "below one half";
            case DECREASED_BY, NAMES -> "";
        };
        Verdict.Flips flips = holds
                ? Verdict.Flips.NOTHING
                : statement == Claim.Statement.SIGNIFICANT || statement == Claim.Statement.NOT_SIGNIFICANT
                        ? Verdict.Flips.SIGNIFICANCE
                        : Verdict.Flips.DIRECTION;
        return verdict(
                claim,
                entry.key(),
                holds ? Verdict.Kind.REPRODUCED : Verdict.Kind.DIFFERS,
                entry.display(),
                flips,
                entry.description() + " is " + entry.display() + (holds ? ", which is " : ", which is not ") + what);
    }

    private void names(Claim claim, LocatedText prefix) {
        Map<String, String> claimed = new TreeMap<>();
        claim.values().forEach(v -> claimed.put(Level.slug(v.text()), v.text()));
        Map<String, String> found = new TreeMap<>();
        for (LedgerEntry entry : ledger.below(prefix.text())) {
            String rest = entry.key()
                    .text()
                    .substring(
                            Math.min(entry.key().text().length(), prefix.text().length() + 1));
            int dot = rest.indexOf('.');
            if (dot > 0 && entry.value() instanceof Computed<Double> count && count.value() > 0) {
                String slug = rest.substring(0, dot);
                found.put(slug, label(slug, entry.subject()));
            }
        }
        if (found.isEmpty()) {
            entry(prefix)
                    .ifPresent(e -> diagnostics.error(
                            "claim-names",
                            prefix.location(),
                            "`" + prefix + "` is one number; there are no names below it",
                            "name the analysis whose levels are meant"));
            return;
        }
        boolean same = found.keySet().equals(claimed.keySet());
        verdicts.add(verdict(
                claim,
                ResultKey.of(prefix.text()),
                same ? Verdict.Kind.REPRODUCED : Verdict.Kind.DIFFERS,
                String.join(", ", found.values()),
                Verdict.Flips.NOTHING,
                same
                        ? "the names are those of the data"
                        : "published only: " + without(claimed, found) + "; in the data only: "
                                + without(found, claimed)));
    }

    /** The name as a reader knows it: the end of the entry's subject if that is what the key was made from. */
    private static String label(String slug, String subject) {
        String label = subject.substring(subject.lastIndexOf(": ") + 1).strip();
        return Level.slug(label).equals(slug) ? label : slug.replace('_', ' ');
    }

    private static String without(Map<String, String> names, Map<String, String> others) {
        List<String> left = new ArrayList<>();
        names.forEach((slug, name) -> {
            if (!others.containsKey(slug)) {
                left.add(name);
            }
        });
        return left.isEmpty() ? "none" : String.join(", ", left);
    }

    private static Verdict verdict(
            Claim claim, ResultKey key, Verdict.Kind kind, String computed, Verdict.Flips flips, String explanation) {
        return new Verdict(
                claim,
                claim.text().text(),
                key,
                kind,
                computed,
                Optional.empty(),
                Optional.empty(),
                flips,
                0,
                explanation);
    }
}
