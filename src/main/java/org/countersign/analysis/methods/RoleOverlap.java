package org.countersign.analysis.methods;

import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.Column;

/** A variable that plays two parts of one analysis, which would explain itself. */
final class RoleOverlap {

    private RoleOverlap() {}

    /** Whether each variable of some parts plays one of them alone; if not, there are diagnostics. */
    static boolean isAbsent(AnalysisInput input, String... roles) {
        Map<String, String> parts = new LinkedHashMap<>();
        boolean absent = true;
        for (String role : roles) {
            for (Column column : input.all(role)) {
                String name = column.variable().name();
                String earlier = parts.putIfAbsent(name, role);
                if (earlier != null) {
                    absent = false;
                    input.diagnostics()
                            .error(
                                    "duplicate-name",
                                    input.location(),
                                    "`" + name + "` stands twice in the analysis, as `" + earlier + "` and as `" + role
                                            + "`",
                                    "leave it out of `" + role + "`, or name another variable");
                }
            }
        }
        return absent;
    }
}
