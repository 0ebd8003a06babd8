package org.countersign.stats;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of reference values made by a script under {@code src/test/r}: inputs and expected quantities by case. */
final class ReferenceFile {

    /** Inputs and expectations of one case. */
    record Case(String name, Map<String, double[]> inputs, Map<String, Double> expected) {

        double[] input(String input) {
            return requireNonNull(inputs.get(input), () -> "input " + input + " of case " + name);
        }

        boolean expects(String id) {
            return expected.containsKey(id);
        }

        double expect(String id) {
            return requireNonNull(expected.get(id), () -> id + " of case " + name);
        }

        FrequencyTable table(String input) {
            return FrequencyTable.of(input(input));
        }

        int[] codes(String input) {
            return Arrays.stream(input(input)).mapToInt(value -> (int) value).toArray();
        }

        /** Row-major cells under {@code cells}, their number of rows under {@code rows}. */
        ContingencyTable contingencyTable() {
            int rows = (int) input("rows")[0];
            double[] cells = input("cells");
            int columns = cells.length / rows;
            long[][] counts = new long[rows][columns];
            for (int i = 0; i < cells.length; i++) {
                counts[i / columns][i % columns] = (long) cells[i];
            }
            return ContingencyTable.of(counts);
        }

        /** Every expectation whose id starts with {@code prefix} against the quantity named by the rest. */
        void check(String prefix, StatisticResult result, double relativeTolerance) {
            int checked = 0;
            for (Map.Entry<String, Double> entry : expected.entrySet()) {
                if (entry.getKey().startsWith(prefix)) {
                    checked++;
                    String id = entry.getKey().substring(prefix.length());
                    check(entry.getKey(), result.quantity(id).value().orElseThrow(), relativeTolerance);
                }
            }
            assertThat(checked).as("expectations %s* of case %s", prefix, name).isPositive();
        }

        void check(String id, double actual, double relativeTolerance) {
            assertClose(name + " " + id, actual, expect(id), relativeTolerance);
        }
    }

    private final Map<String, Case> cases = new LinkedHashMap<>();

    private ReferenceFile() {}

    static ReferenceFile read(String file) {
        try (InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + file)) {
            assertThat(in).as(file).isNotNull();
            ReferenceFile result = new ReferenceFile();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(result::take);
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String line) {
        String[] fields = line.split("\t", -1);
        Case target =
                cases.computeIfAbsent(fields[1], name -> new Case(name, new LinkedHashMap<>(), new LinkedHashMap<>()));
        if (fields[0].equals("input")) {
            target.inputs.put(
                    fields[2],
                    fields[3].isEmpty()
                            ? new double[0]
                            : Arrays.stream(fields[3].split(" "))
                                    .mapToDouble(Double::parseDouble)
                                    .toArray());
        } else {
            target.expected.put(fields[2], Double.valueOf(fields[3]));
        }
    }

    List<Case> cases() {
        return List.copyOf(cases.values());
    }

    Case get(String name) {
        return requireNonNull(cases.get(name), name);
    }

    static void assertClose(String what, double actual, double expected, double relativeTolerance) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).as(what).isEqualTo(expected);
            return;
        }
        double allowed = relativeTolerance * Math.max(Math.abs(expected), 1e-290);
        if (expected == 0) {
            allowed = relativeTolerance;
        }
        assertThat(Math.abs(actual - expected))
                .as("%s: %s against %s", what, actual, expected)
                .isLessThanOrEqualTo(allowed);
    }
}
