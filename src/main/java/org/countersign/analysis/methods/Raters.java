package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;

/** Raters who sorted the same rows into the same categories, one variable each. */
final class Raters {

    private Raters() {}

    /** The variables of two raters or more; empty, with a diagnostic, if there are fewer or their levels differ. */
    static Optional<List<CategoryColumn>> several(AnalysisInput input, String method) {
        List<Column> raters = input.all("raters");
        if (raters.size() < 2) {
            input.diagnostics()
                    .error(
                            "wrong-type",
                            input.location(),
                            "`raters` of `" + method + "` is two variables or more, found " + raters.size());
            return Optional.empty();
        }
        return sameLevels(input, raters);
    }

    /** The variables of exactly two raters. */
    static Optional<List<CategoryColumn>> two(AnalysisInput input, String method) {
        List<Column> raters = input.all("raters");
        if (raters.size() != 2) {
            input.diagnostics()
                    .error(
                            "wrong-type",
                            input.location(),
                            "`raters` of `" + method + "` is two variables, found " + raters.size());
            return Optional.empty();
        }
        return sameLevels(input, raters);
    }

    private static Optional<List<CategoryColumn>> sameLevels(AnalysisInput input, List<Column> raters) {
        List<CategoryColumn> categories = new ArrayList<>();
        raters.forEach(rater -> categories.add((CategoryColumn) rater));
        CategoryColumn first = categories.get(0);
        for (CategoryColumn other : categories) {
            if (!first.levels().equals(other.levels())) {
                input.diagnostics()
                        .error(
                                "wrong-levels",
                                input.location(),
                                "`" + first.variable().name() + "` and `"
                                        + other.variable().name() + "` have different levels",
                                "declare the same levels in the same order for all raters");
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(categories));
    }
}
