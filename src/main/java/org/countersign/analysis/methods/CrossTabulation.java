package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.Results;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.ContingencyTable;

/**
 * Levels of a group by levels of an outcome; levels that nobody has are left out, as R's {@code factor} tables are by the
 * tests.
 *
 * @param table counts; groups are rows
 * @param missing observations without an outcome or a group
 */
record CrossTabulation(ContingencyTable table, long missing) {

    static CrossTabulation of(AnalysisInput input, CategoryColumn outcome, CategoryColumn group) {
        List<long[]> rows = new ArrayList<>();
        long missing = input.observations(input.rows().and(group::isMissing));
        boolean[] used = new boolean[outcome.levels().size()];
        for (AnalysisInput.Group g : input.groups(group)) {
            Sample.Levels levels = Sample.levels(input.dataset(), outcome, g.rows());
            missing += levels.missing();
            if (levels.total() > 0) {
                long[] counts =
                        levels.counts().stream().mapToLong(Long::longValue).toArray();
                for (int i = 0; i < counts.length; i++) {
                    used[i] |= counts[i] > 0;
                }
                rows.add(counts);
            }
        }
        return new CrossTabulation(ContingencyTable.of(keep(rows, used)), missing);
    }

    /** "Grade by Clinic". */
    Results.Subject subject(CategoryColumn outcome, CategoryColumn group) {
        return new Results.Subject(
                List.of(),
                outcome.variable().label() + " by " + group.variable().label(),
                0,
                Optional.empty(),
                table.total(),
                missing);
    }

    private static long[][] keep(List<long[]> rows, boolean[] used) {
        long[][] kept = new long[Math.max(1, rows.size())][];
        kept[0] = new long[] {0};
        for (int r = 0; r < rows.size(); r++) {
            List<Long> counts = new ArrayList<>();
            for (int i = 0; i < used.length; i++) {
                if (used[i]) {
                    counts.add(rows.get(r)[i]);
                }
            }
            kept[r] = counts.stream().mapToLong(Long::longValue).toArray();
        }
        return kept;
    }
}
