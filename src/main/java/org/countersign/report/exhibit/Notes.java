package org.countersign.report.exhibit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.analysis.LedgerEntry;
import org.countersign.report.Xml;
import org.countersign.stats.NotComputed;

/** Lettered notes of a table: the same text gets the same letter. */
public final class Notes {

    private final Map<String, String> letters = new LinkedHashMap<>();

    /** The letter of a note, a new one for a new text. */
    public String mark(String text) {
        return letters.computeIfAbsent(text, t -> Character.toString((char) ('a' + Math.min(letters.size(), 25))));
    }

    /** The letter of a note on how an entry was computed or, if it could not be, why not. */
    public String mark(LedgerEntry entry) {
        return mark(
                entry.value() instanceof NotComputed<Double> not
                        ? "Not computed: " + not.detail()
                        : entry.procedure().label());
    }

    /** The notes with their letters, as XHTML. */
    public List<String> list() {
        List<String> notes = new ArrayList<>();
        letters.forEach((text, letter) -> notes.add("<sup>" + letter + "</sup>\u202f" + Xml.escape(text)));
        return notes;
    }
}
