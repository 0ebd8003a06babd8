package org.countersign.report.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between two runs of a study.
 *
 * @param entries that are shown otherwise, new or gone, in the order of the ledger
 * @param sentences that show a changed entry
 * @param unseen how many entries changed at full precision only
 */
public record Changes(List<Change> entries, List<Sentences.Sentence> sentences, int unseen) {

    public Changes {
        entries = List.copyOf(entries);
        sentences = List.copyOf(sentences);
    }

    /**
     * A changed entry.
     *
     * @param before as it was shown; empty if it is new
     * @param after as it is shown; empty if it is gone
     */
    public record Change(String key, Optional<String> before, Optional<String> after, Cause cause) {}

    /** Why an entry changed, as far as the two files tell. */
    public enum Cause {
        DATA("data", "the data file changed"),
        DEFINITION("definition", "the analysis's definition changed"),
        PROGRAM("program", "the program or the number style changed");

        private final String id;
        private final String label;

        Cause(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }
    }

    public boolean isEmpty() {
        return entries.isEmpty() && unseen == 0;
    }

    /**
     * Compares two runs.
     *
     * @param sentences of the later one
     */
    public static Changes between(PreviousResults before, PreviousResults after, List<Sentences.Sentence> sentences) {
        Map<String, Change> changed = new LinkedHashMap<>();
        int unseen = 0;
        for (Map.Entry<String, PreviousResults.Entry> now : after.entries().entrySet()) {
            PreviousResults.Entry was = before.entries().get(now.getKey());
            if (was == null) {
                changed.put(
                        now.getKey(),
                        new Change(
                                now.getKey(),
                                Optional.empty(),
                                Optional.of(now.getValue().display()),
                                Cause.DEFINITION));
            } else if (!was.display().equals(now.getValue().display())) {
                changed.put(
                        now.getKey(),
                        new Change(
                                now.getKey(),
                                Optional.of(was.display()),
                                Optional.of(now.getValue().display()),
                                cause(before, after, now.getValue().analysis())));
            } else if (!was.value().equals(now.getValue().value())) {
                unseen++;
            }
        }
        before.entries().forEach((key, was) -> {
            if (!after.entries().containsKey(key)) {
                changed.put(key, new Change(key, Optional.of(was.display()), Optional.empty(), Cause.DEFINITION));
            }
        });
        List<Sentences.Sentence> touched = sentences.stream()
                .filter(s -> s.keys().stream().anyMatch(changed::containsKey))
                .toList();
        return new Changes(new ArrayList<>(changed.values()), touched, unseen);
    }

    private static Cause cause(PreviousResults before, PreviousResults after, String analysis) {
        PreviousResults.Analysis was = before.analyses().get(analysis);
        PreviousResults.Analysis is = after.analyses().get(analysis);
        if (was == null || is == null || !was.definition().equals(is.definition())) {
            return Cause.DEFINITION;
        }
        if (was.dataset().isEmpty() && !before.datasets().equals(after.datasets())) {
            return Cause.DATA;
        }
        String hashBefore = before.datasets().getOrDefault(was.dataset(), "");
        return hashBefore.equals(after.datasets().getOrDefault(is.dataset(), "")) ? Cause.PROGRAM : Cause.DATA;
    }
}
