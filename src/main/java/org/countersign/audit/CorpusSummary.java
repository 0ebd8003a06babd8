package org.countersign.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.audit.checks.CheckOutcome;
import org.countersign.audit.checks.Decision;
import org.countersign.audit.checks.Verdict;

/**
 * Counts over a corpus.
 *
 * @param files that were given
 * @param unreadable of these
 * @param withFindings files with at least one finding
 * @param results that were read
 * @param numbersSeen numerals
 * @param numbersUnderstood numerals that belong to a result
 * @param checks counts by check, in order of their ids
 */
public record CorpusSummary(
        int files,
        int unreadable,
        int withFindings,
        long results,
        long numbersSeen,
        long numbersUnderstood,
        List<CheckCount> checks) {

    public CorpusSummary {
        checks = List.copyOf(checks);
    }

    /** Outcomes of one check. */
    public record CheckCount(
            String checkId, int consistent, int inconsistent, int warning, int notTestable, int decisionErrors) {}

    /** Collects counts as files come in, in any order. Not thread-safe. */
    public static final class Counter {

        private int files;
        private int unreadable;
        private int withFindings;
        private long results;
        private long numbersSeen;
        private long numbersUnderstood;
        private final Map<String, int[]> checks = new TreeMap<>();

        public void add(FileAudit audit) {
            files++;
            unreadable += audit.diagnostic().isPresent() ? 1 : 0;
            audit.report().ifPresent(this::add);
        }

        private void add(AuditReport report) {
            withFindings += report.findings().isEmpty() ? 0 : 1;
            results += report.results().results().size();
            numbersSeen += report.results().numbersSeen();
            numbersUnderstood += report.results().numbersUnderstood();
            for (CheckOutcome outcome : report.outcomes()) {
                int[] counts = checks.computeIfAbsent(outcome.checkId(), id -> new int[Verdict.values().length + 1]);
                counts[outcome.assessment().verdict().ordinal()]++;
                counts[Verdict.values().length] += outcome.assessment().decision() == Decision.FLIPPED ? 1 : 0;
            }
        }

        public CorpusSummary summary() {
            List<CheckCount> counts = checks.entrySet().stream()
                    .map(entry -> count(entry.getKey(), entry.getValue()))
                    .toList();
            return new CorpusSummary(files, unreadable, withFindings, results, numbersSeen, numbersUnderstood, counts);
        }

        private static CheckCount count(String id, int[] counts) {
            return new CheckCount(
                    id,
                    counts[Verdict.CONSISTENT.ordinal()],
                    counts[Verdict.INCONSISTENT.ordinal()],
                    counts[Verdict.WARNING.ordinal()],
                    counts[Verdict.NOT_TESTABLE.ordinal()],
                    counts[Verdict.values().length]);
        }
    }
}
