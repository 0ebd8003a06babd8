package org.countersign.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.countersign.report.data.Changes;
import org.countersign.report.data.Sentences;

/** Changes between two runs, for a terminal: first the sentences of the report that say something else now. */
final class ChangesText {

    /** Of the numbers that stand in no sentence. */
    private static final int MOST = 12;

    private static final int MOST_SENTENCES = 20;

    private ChangesText() {}

    static void print(PrintWriter out, String since, Changes changes) {
        List<Changes.Change> otherwise =
                some(changes, c -> c.before().isPresent() && c.after().isPresent());
        out.println("  " + since + ": " + told(changes, otherwise));
        Set<String> inSentences = sentences(out, changes);
        List<Changes.Change> rest =
                otherwise.stream().filter(c -> !inSentences.contains(c.key())).toList();
        if (!rest.isEmpty()) {
            out.println(inSentences.isEmpty() ? "  changed:" : "  changed in tables, figures and the ledger:");
        }
        rest.stream().limit(MOST).forEach(c -> out.println("    " + line(c)));
        if (rest.size() > MOST) {
            out.println("    ... and " + (rest.size() - MOST) + " more");
        }
    }

    private static String told(Changes changes, List<Changes.Change> otherwise) {
        List<String> parts = new ArrayList<>();
        Map<Changes.Cause, Integer> causes = new LinkedHashMap<>();
        otherwise.forEach(c -> causes.merge(c.cause(), 1, Integer::sum));
        causes.forEach((cause, count) -> parts.add(numbers(count) + " changed as shown because " + cause.label()));
        if (parts.isEmpty()) {
            parts.add("no number changed as shown");
        }
        analyses(some(changes, c -> c.before().isEmpty()))
                .forEach((analysis, count) -> parts.add(numbers(count) + " new in " + analysis));
        analyses(some(changes, c -> c.after().isEmpty()))
                .forEach((analysis, count) -> parts.add(numbers(count) + " gone with " + analysis));
        if (changes.unseen() > 0) {
            parts.add(changes.unseen() + " changed behind the last place shown");
        }
        return String.join(", ", parts);
    }

    /** Prints the sentences that changed, each with its numbers; the keys of these. */
    private static Set<String> sentences(PrintWriter out, Changes changes) {
        Map<String, Changes.Change> byKey = new LinkedHashMap<>();
        changes.entries().forEach(c -> byKey.put(c.key(), c));
        Set<String> printed = new LinkedHashSet<>();
        if (!changes.sentences().isEmpty()) {
            out.println("  sentences that changed:");
        }
        for (Sentences.Sentence sentence :
                changes.sentences().stream().limit(MOST_SENTENCES).toList()) {
            out.println("    \u201c" + sentence.text() + "\u201d");
            for (String key : sentence.keys()) {
                Changes.Change change = byKey.get(key);
                if (change != null && printed.add(key)) {
                    out.println("      " + line(change));
                }
            }
        }
        if (changes.sentences().size() > MOST_SENTENCES) {
            out.println("    ... and " + (changes.sentences().size() - MOST_SENTENCES) + " more sentences");
        }
        return printed;
    }

    private static String line(Changes.Change c) {
        return c.key() + ": " + c.before().orElse("(new)") + " -> " + c.after().orElse("(gone)");
    }

    private static List<Changes.Change> some(Changes changes, Predicate<Changes.Change> which) {
        return changes.entries().stream().filter(which).toList();
    }

    private static Map<String, Integer> analyses(List<Changes.Change> changes) {
        Map<String, Integer> analyses = new LinkedHashMap<>();
        changes.forEach(c -> analyses.merge(c.key().replaceFirst("\\..*$", ""), 1, Integer::sum));
        return analyses;
    }

    private static String numbers(int count) {
        return count == 1 ? "1 number" : count + " numbers";
    }
}
