package org.countersign.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.countersign.stats.FrequencyTable;
import org.countersign.stats.LinearModel;
import org.countersign.stats.ProportionInterval;
import org.countersign.stats.QuantileType;
import org.countersign.stats.WilcoxonRankSum;

/**
 * The statistics of the mentorship abstract on a file of any size, in one process and one pass over the rows: medians
 * and quartiles by arm for three subscales, three rank-sum tests with Hodges-Lehmann intervals, three adjusted models,
 * two proportions. {@code generate FILE ROWS} writes the file, {@code run FILE} reads and computes.
 */
public final class MentorshipBenchmark {

    private static final int[] RANGES = {54, 30, 48};
    private static final List<String> COLUMNS = List.of(
            "arm", "site", "age", "ee0", "ee1", "dp0", "dp1", "pa0", "pa1", "positive", "lessstress");

    private MentorshipBenchmark() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("generate")) {
            generate(Path.of(args[1]), Integer.parseInt(args[2]));
        } else {
            long start = System.nanoTime();
            run(Path.of(args[1]));
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "seconds %.2f heap %d MB%n",
                    (System.nanoTime() - start) / 1e9,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        }
    }

    private static void generate(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(rows);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", COLUMNS) + "\n");
            for (int i = 0; i < rows; i++) {
                StringBuilder row = new StringBuilder(48);
                int arm = random.nextInt(2);
                row.append(arm).append(',').append(random.nextInt(2)).append(',').append(24 + random.nextInt(8));
                for (int range : RANGES) {
                    int before = random.nextInt(range + 1);
                    int after = Math.max(0, Math.min(range, before + random.nextInt(13) - 6 - arm));
                    row.append(',').append(before).append(',').append(after);
                }
                row.append(',').append(random.nextInt(5) > 0 ? 1 : 0).append(',').append(random.nextInt(2)).append('\n');
                out.write(row.toString());
            }
        }
    }

    private static void run(Path file) throws IOException {
        List<FrequencyTable.Accumulator> changes = new ArrayList<>();
        List<LinearModel.Accumulator> models = new ArrayList<>();
        for (int scale = 0; scale < RANGES.length; scale++) {
            changes.add(FrequencyTable.accumulator());
            changes.add(FrequencyTable.accumulator());
            models.add(LinearModel.withDefaults()
                    .accumulator(List.of("intercept", "arm", "baseline", "age", "site")));
        }
        long[] events = new long[2];
        long rows = 0;
        double[] design = new double[5];
        design[0] = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            boolean header = true;
            for (CsvRecord line : reader) {
                if (header) {
                    header = false;
                    continue;
                }
                rows++;
                int arm = Integer.parseInt(line.getField(0));
                design[1] = arm;
                design[3] = Double.parseDouble(line.getField(2));
                design[4] = Double.parseDouble(line.getField(1));
                for (int scale = 0; scale < RANGES.length; scale++) {
                    double before = Double.parseDouble(line.getField(3 + 2 * scale));
                    double change = Double.parseDouble(line.getField(4 + 2 * scale)) - before;
                    changes.get(2 * scale + arm).add(change);
                    design[2] = before;
                    models.get(scale).add(design, change, 1);
                }
                events[0] += Integer.parseInt(line.getField(9));
                events[1] += Integer.parseInt(line.getField(10));
            }
        }
        for (int scale = 0; scale < RANGES.length; scale++) {
            FrequencyTable control = changes.get(2 * scale).table();
            FrequencyTable intervention = changes.get(2 * scale + 1).table();
            for (FrequencyTable arm : List.of(intervention, control)) {
                System.out.printf(
                        Locale.ROOT,
                        "%.2f (%.2f to %.2f) ",
                        QuantileType.TYPE_7.quantile(arm, 0.5),
                        QuantileType.TYPE_7.quantile(arm, 0.25),
                        QuantileType.TYPE_7.quantile(arm, 0.75));
            }
            WilcoxonRankSum.Result test =
                    WilcoxonRankSum.withDefaults().compute(intervention, control).orElseThrow();
            LinearModel.Result model = models.get(scale).result().orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "shift %s (%s to %s) P %.4g; adjusted %.6f SE %.6f%n",
                    test.shift(),
                    test.interval().lower(),
                    test.interval().upper(),
                    test.p(),
                    model.coefficient("arm").estimate(),
                    model.coefficient("arm").standardError());
        }
        for (long count : events) {
            System.out.println(ProportionInterval.withDefaults().compute(count, rows).orElseThrow().interval());
        }
    }
}
