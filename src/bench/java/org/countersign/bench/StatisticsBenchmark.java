package org.countersign.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.LinearModel;
import org.countersign.stats.WilcoxonRankSum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The costs that the engine promises: counting, rank statistics, exact tests, least squares. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class StatisticsBenchmark {

    private static final int ROWS = 1_000_000;

    private double[] scores;
    private double[] otherScores;
    private double[] measurements;
    private double[] otherMeasurements;
    private FrequencyTable scoreTable;
    private FrequencyTable otherScoreTable;
    private FrequencyTable measurementTable;
    private FrequencyTable otherMeasurementTable;
    private double[] small;
    private double[] otherSmall;
    private DesignMatrix design;
    private double[] outcome;

    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(2019);
        scores = random.ints(ROWS / 2, 0, 55).asDoubleStream().toArray();
        otherScores = random.ints(ROWS / 2, 0, 55).asDoubleStream().toArray();
        measurements = random.doubles(ROWS / 2).toArray();
        otherMeasurements = random.doubles(ROWS / 2).toArray();
        scoreTable = FrequencyTable.of(scores);
        otherScoreTable = FrequencyTable.of(otherScores);
        measurementTable = FrequencyTable.of(measurements);
        otherMeasurementTable = FrequencyTable.of(otherMeasurements);
        small = random.ints(200, 0, 40).asDoubleStream().toArray();
        otherSmall = random.ints(200, 0, 40).asDoubleStream().toArray();
        DesignMatrix.Builder builder = DesignMatrix.builder(ROWS);
        outcome = random.doubles(ROWS).toArray();
        for (int j = 0; j < 6; j++) {
            double[] covariate = random.doubles(ROWS).toArray();
            for (int i = 0; i < ROWS; i++) {
                outcome[i] += j * covariate[i];
            }
            builder.numeric("x" + j, covariate);
        }
        design = builder.build();
    }

    @Benchmark
    public FrequencyTable countScores() {
        return FrequencyTable.of(scores);
    }

    @Benchmark
    public FrequencyTable countMeasurements() {
        return FrequencyTable.of(measurements);
    }

    @Benchmark
    public Object rankSumOfScores() {
        return WilcoxonRankSum.withDefaults().compute(scoreTable, otherScoreTable);
    }

    @Benchmark
    public Object rankSumOfMeasurements() {
        return WilcoxonRankSum.withDefaults().compute(measurementTable, otherMeasurementTable);
    }

    @Benchmark
    public Object exactRankSumWithTies() {
        return WilcoxonRankSum.withDefaults()
                .with(WilcoxonRankSum.Method.EXACT)
                .compute(small, otherSmall);
    }

    @Benchmark
    public Object leastSquares() {
        return LinearModel.withDefaults().compute(design, outcome);
    }
}
