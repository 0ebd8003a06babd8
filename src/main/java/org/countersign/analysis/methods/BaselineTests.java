package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.Results;
import org.countersign.analysis.Sample;
import org.countersign.dataset.CategoryColumn;
import org.countersign.stats.ChiSquare;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.Describe;
import org.countersign.stats.FisherExact;
import org.countersign.stats.FisherMonteCarlo;
import org.countersign.stats.Group;
import org.countersign.stats.KruskalWallis;
import org.countersign.stats.NotComputed;
import org.countersign.stats.OneWayAnova;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Rival;
import org.countersign.stats.StatisticResult;
import org.countersign.stats.TTest;
import org.countersign.stats.WilcoxonRankSum;

/** Chooses summary and test of a baseline characteristic, and says why. */
final class BaselineTests {

    /** Groups of at least this size may be summarised by mean and SD. */
    private static final int LARGE_GROUP = 30;
    /** Beyond this skewness, in size, the median tells more. */
    private static final double SKEWED = 1;
    /** Below this expected count the chi-square approximation is not trusted (Cochran 1954). */
    private static final double SMALL_EXPECTED = 5;

    private BaselineTests() {}

    /**
     * How a numeric characteristic is summarised.
     *
     * @param why in words, for a footnote
     */
    record Summary(boolean isParametric, String why) {
        Procedure procedure() {
            return Procedure.of(
                    isParametric ? "summary-mean-sd" : "summary-median-quartiles",
                    (isParametric ? "mean (SD): " : "median (quartiles): ") + why);
        }
    }

    static Summary summary(String wish, List<Sample> samples) {
        if (!wish.equals("automatic")) {
            return new Summary(wish.equals("mean"), "as the study declares");
        }
        long smallest = samples.stream().mapToLong(s -> s.table().size()).min().orElse(0);
        if (smallest < LARGE_GROUP) {
            return new Summary(false, "a group has fewer than " + LARGE_GROUP + " observations");
        }
        for (Sample sample : samples) {
            Optional<Double> skewness = skewness(sample);
            if (skewness.isEmpty() || Math.abs(skewness.get()) > SKEWED) {
                return new Summary(false, "a group is skewed (coefficient beyond \u00b1" + (int) SKEWED + ")");
            }
        }
        return new Summary(
                true,
                "every group has at least " + LARGE_GROUP + " observations and a skewness within \u00b1"
                        + (int) SKEWED);
    }

    private static Optional<Double> skewness(Sample sample) {
        return Describe.withDefaults().compute(sample.table()) instanceof Computed<Describe.Result> computed
                        && computed.value().quantity("skewness").value() instanceof Computed<Double> value
                ? Optional.of(value.value())
                : Optional.empty();
    }

    static void numeric(
            AnalysisInput input, Results results, Results.Subject subject, Summary summary, List<Sample> samples) {
        if (samples.size() != 2) {
            List<Group> groups = new ArrayList<>();
            for (Sample sample : samples) {
                groups.add(new Group("group-" + (groups.size() + 1), sample.table()));
            }
            Computation<? extends StatisticResult> several = samples.size() < 2
                    ? Computation.<StatisticResult>notComputed(
                            NotComputed.Reason.TOO_FEW_OBSERVATIONS,
                            "only one group has observations",
                            "check the grouping variable")
                    : summary.isParametric()
                            ? OneWayAnova.withDefaults().compute(groups)
                            : KruskalWallis.withDefaults().compute(groups);
            results.add(
                    subject,
                    several.map(t -> new Chosen(t, summary.why())),
                    Procedure.of("baseline-test", "test of difference"),
                    Results.Expected.pValue());
            return;
        }
        Computation<? extends StatisticResult> test = summary.isParametric()
                ? TTest.withDefaults()
                        .withLevel(input.level())
                        .twoSample(samples.get(0).table(), samples.get(1).table())
                : WilcoxonRankSum.withDefaults()
                        .withLevel(input.level())
                        .compute(samples.get(0).table(), samples.get(1).table());
        results.add(
                subject,
                test.map(t -> new Chosen(t, summary.why())),
                Procedure.of("baseline-test", "test of difference"),
                Results.Expected.pValue());
    }

    static void categorical(AnalysisInput input, Results results, CategoryColumn outcome, CategoryColumn group) {
        CrossTabulation cross = CrossTabulation.of(input, outcome, group);
        boolean small = cross.table().rows() > 1
                && cross.table().columns() > 1
                && cross.table().smallestExpected() < SMALL_EXPECTED;
        Computation<? extends StatisticResult> test = small
                ? CrossTabulationMethods.automatic(
                        FisherExact.withDefaults().compute(cross.table()),
                        () -> FisherMonteCarlo.withSeed(input.whole("seed")).compute(cross.table()))
                : ChiSquare.withDefaults()
                        .with(Parameters.constant(input, "correction", ChiSquare.Correction.class))
                        .compute(cross.table());
        String why = small
                ? "an expected count is below " + (int) SMALL_EXPECTED
                : "every expected count is at least " + (int) SMALL_EXPECTED;
        results.add(
                new Results.Subject(
                        List.of(),
                        outcome.variable().label() + ", by " + group.variable().label(),
                        0,
                        Optional.empty(),
                        cross.table().total(),
                        cross.missing()),
                test.map(t -> new Chosen(t, why)),
                Procedure.of("baseline-test", "test of difference"),
                Results.Expected.pValue());
    }

    /** A test's p-value, with the reason for choosing the test in its label. */
    private record Chosen(StatisticResult test, String why) implements StatisticResult {
        @Override
        public Procedure procedure() {
            Procedure own = test.procedure();
            return new Procedure(own.id(), own.label() + " (" + why + ")", own.references());
        }

        @Override
        public List<Quantity> quantities() {
            return test.quantities().stream()
                    .filter(q -> q.kind() == QuantityKind.P_VALUE)
                    .toList();
        }

        @Override
        public List<Rival> rivals() {
            return test.rivals();
        }
    }
}
