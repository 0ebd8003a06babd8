package org.countersign.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.countersign.analysis.AnalysisRunner;
import org.countersign.analysis.Ledger;
import org.countersign.dataset.DatasetLoader;
import org.countersign.dataset.Datasets;
import org.countersign.numbers.NumberStyle;
import org.countersign.pipeline.Styles;
import org.countersign.report.TemplateFiles;
import org.countersign.study.StudyDefinition;
import org.countersign.study.StudyLoader;

/**
 * A study with one linear model of six covariates, as an author would write it, on a file of any size: from the folder to
 * the ledger, the steps timed one by one, with the heap that is live after each. {@code generate FOLDER ROWS} makes the
 * study, {@code run FOLDER} computes it.
 */
public final class StudyRegressionBenchmark {

    private static final String STUDY = """
            title: A large regression
            data: {status: simulated, reason: drawn for a benchmark}
            datasets:
              people:
                file: data/people.csv
                variables:
                  y: number
                  arm: {type: category, levels: [old, new]}
                  site: {type: category, levels: [a, b, c, d]}
                  age: integer
                  bmi: number
                  base: number
                  dose: number
            analyses:
              effect: {method: linear_model, outcome: y, group: arm, covariates: [site, age, bmi, base, dose]}
              robust: {method: linear_model, outcome: y, group: arm, covariates: [site, age, bmi, base, dose], parameters: {errors: hc3}}
            """;

    private StudyRegressionBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        if (args[0].equals("generate")) {
            generate(folder, Integer.parseInt(args[2]));
        } else {
            run(folder);
        }
    }

    private static void generate(Path folder, int rows) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("study.yaml"), STUDY);
        SplittableRandom random = new SplittableRandom(rows);
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("data/people.csv"))) {
            out.write("y,arm,site,age,bmi,base,dose\n");
            for (int i = 0; i < rows; i++) {
                int arm = random.nextInt(2);
                int site = random.nextInt(4);
                int age = 20 + random.nextInt(60);
                double bmi = 20 + 12 * random.nextDouble();
                double base = 100 * random.nextDouble();
                double dose = random.nextDouble();
                double y = 3 + arm + 0.1 * age + 0.2 * bmi + 0.5 * base - dose + 4 * random.nextDouble();
                out.write(String.format(
                        Locale.ROOT,
                        "%.3f,%s,%c,%s,%.2f,%.2f,%.4f%n",
                        y,
                        arm == 0 ? "old" : "new",
                        'a' + site,
                        random.nextInt(100) == 0 ? "" : Integer.toString(age),
                        bmi,
                        base,
                        dose));
            }
        }
    }

    private static void run(Path folder) {
        long start = System.nanoTime();
        StudyDefinition study = StudyLoader.load(folder);
        NumberStyle style = Styles.load(study.style(), TemplateFiles.ofProgram());
        Datasets datasets = DatasetLoader.load(study);
        long loaded = System.nanoTime();
        long columns = live();
        long computing = System.nanoTime();
        Ledger ledger = AnalysisRunner.run(study, datasets, style);
        long done = System.nanoTime();
        long after = live();
        System.out.printf(
                Locale.ROOT,
                "read %.2f s, %d MB of columns; two models %.2f s, %d MB held by their results; arm %s (%s)%n",
                (loaded - start) / 1e9,
                columns,
                (done - computing) / 1e9,
                after - columns,
                ledger.get("effect.arm.estimate").orElseThrow().value().orElseThrow(),
                ledger.get("robust.arm.se").map(e -> e.value()).orElseThrow().orElseThrow());
    }

    private static long live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
