package org.countersign.cli;

import java.io.PrintWriter;
import org.countersign.report.data.Changes;

/** Changes between two runs, for a terminal. */
final class ChangesText {

    private static final int MOST = 40;

    private ChangesText() {}

    private static String changed(int count) {
        return (count == 0 ? "no number" : count == 1 ? "1 number" : count + " numbers") + " changed as shown";
    }

    static void print(PrintWriter out, String since, Changes changes) {
        out.println("  " + since + ": " + changed(changes.entries().size())
                + (changes.unseen() > 0 ? ", " + changes.unseen() + " more behind the last place shown" : ""));
        changes.entries().stream()
                .limit(MOST)
                .forEach(c -> out.println("    " + c.key() + ": " + c.before().orElse("(new)") + " -> "
                        + c.after().orElse("(gone)") + ", " + c.cause().label()));
        if (changes.entries().size() > MOST) {
            out.println("    ... and " + (changes.entries().size() - MOST) + " more");
        }
        if (!changes.sentences().isEmpty()) {
            out.println("  in these sentences:");
            changes.sentences().forEach(s -> out.println("    " + s.text()));
        }
    }
}
