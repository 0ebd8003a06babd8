package org.countersign.audit.checks;

import java.util.List;
import java.util.Optional;

/** The catalogue, sorted by id. */
public final class ConsistencyChecks {

    private static final List<ConsistencyCheck> ALL = List.of(
            new CiPCheck(),
            new DebitCheck(),
            new DecisionConflictCheck(),
            new EstimateInIntervalCheck(),
            new GrimCheck(),
            new GrimmerCheck(),
            new GroupTotalCheck(),
            new ImpossibleValueCheck(),
            new IntervalWidthCheck(),
            new MedianGranularityCheck(),
            new PFromCountsCheck(),
            new PFromStatisticCheck(),
            new PercentCheck(),
            new PercentTotalCheck(),
            new QuartileOrderCheck(),
            new RiskFromCountsCheck(),
            new SampleExistsCheck(),
            new SdLimitsCheck(),
            new SeSdSwapCheck(),
            new SubgroupMeanCheck(),
            new TFromSummaryCheck(),
            new WordsAgainstPCheck());

    private ConsistencyChecks() {}

    /** All checks, by id. */
    public static List<ConsistencyCheck> all() {
        return ALL;
    }

    public static Optional<ConsistencyCheck> find(String id) {
        return ALL.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return ALL.stream().map(ConsistencyCheck::id).toList();
    }
}
