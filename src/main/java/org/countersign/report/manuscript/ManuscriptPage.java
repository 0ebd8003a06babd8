package org.countersign.report.manuscript;

import java.util.Map;

/** The functions and directives of a manuscript as a Markdown table. */
public final class ManuscriptPage {

    private ManuscriptPage() {}

    /** What a manuscript can write, and what it prints. */
    public static String functions() {
        StringBuilder text = new StringBuilder("| write | prints |\n|---|---|\n");
        for (Map.Entry<String, String> entry : ManuscriptVariables.DOCUMENTATION.entrySet()) {
            text.append("| `")
                    .append(entry.getKey())
                    .append("` | ")
                    .append(entry.getValue())
                    .append(" |\n");
        }
        return text.toString();
    }
}
