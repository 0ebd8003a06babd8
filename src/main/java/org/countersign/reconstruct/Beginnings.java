package org.countersign.reconstruct;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.expression.DerivedColumns;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Suggestions;
import org.countersign.study.DerivedSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.ReconstructionSpec;
import org.countersign.study.ReconstructionSpec.ColumnPlan;
import org.countersign.study.ReconstructionSpec.DatasetPlan;
import org.countersign.study.VariableSpec;
import org.countersign.study.VariableType;

/** Makes the first records of a dataset, as its plan says. */
final class Beginnings {

    private final Records records;
    private final UniformRandomProvider random;
    private final Diagnostics diagnostics;
    private final Map<String, double[]> factors = new HashMap<>();

    private Beginnings(Records records, UniformRandomProvider random, Diagnostics diagnostics) {
        this.records = records;
        this.random = random;
        this.diagnostics = diagnostics;
    }

    static void fill(Records records, DatasetPlan plan, UniformRandomProvider random, Diagnostics diagnostics) {
        Beginnings beginnings = new Beginnings(records, random, diagnostics);
        for (ColumnPlan column : plan.columns()) {
            beginnings.begin(column);
            if (diagnostics.hasErrors()) {
                return;
            }
        }
        for (VariableSpec variable : records.spec().variables()) {
            if (!records.has(variable.name())) {
                diagnostics.error(
                        "missing-key",
                        plan.dataset().location(),
                        "the plan of `" + plan.dataset() + "` does not say how `" + variable.name() + "` begins");
            }
        }
    }

    private void begin(ColumnPlan plan) {
        if (plan.kind() == ReconstructionSpec.Kind.TOTAL) {
            total(plan);
            return;
        }
        for (int i = 0; i < plan.names().size(); i++) {
            LocatedText name = plan.names().get(i);
            Optional<VariableSpec> variable = records.variable(name.text());
            if (variable.isEmpty()) {
                unknown(name);
                continue;
            }
            switch (plan.kind()) {
                case SEQUENCE -> sequence(name.text(), plan);
                case COUNTS -> counts(variable.get(), plan);
                case SAMPLE -> sample(variable.get(), plan);
                case NORMAL -> normal(variable.get(), plan);
                case COPY -> copy(variable.get(), plan, i);
                case TOTAL -> throw new IllegalStateException("handled above");
            }
        }
    }

    private void unknown(LocatedText name) {
        diagnostics.add(Diagnostic.error(
                        "unknown-variable",
                        name.location(),
                        "`" + records.spec().name() + "` declares no column `" + name + "`")
                .withHint(Suggestions.hint(
                        name.text(),
                        records.spec().variables().stream()
                                .map(VariableSpec::name)
                                .toList())));
    }

    private void sequence(String name, ColumnPlan plan) {
        String pattern = plan.word("pattern").map(LocatedText::text).orElse("{1}");
        int open = pattern.indexOf('{');
        int close = pattern.indexOf('}');
        int width = close - open - 1;
        List<String> texts = new ArrayList<>();
        for (int row = 1; row <= records.rows(); row++) {
            String digits = Integer.toString(row);
            texts.add(pattern.substring(0, Math.max(0, open))
                    + "0".repeat(Math.max(0, width - digits.length()))
                    + digits
                    + pattern.substring(close + 1));
        }
        records.put(name, texts);
    }

    private void counts(VariableSpec variable, ColumnPlan plan) {
        double[] values = new double[records.rows()];
        int row = 0;
        for (Map.Entry<String, Double> weight : plan.weights().entrySet()) {
            int level = level(variable, weight.getKey(), plan);
            for (int i = 0; i < weight.getValue() && row < values.length; i++) {
                values[row++] = level;
            }
        }
        if (row < values.length) {
            diagnostics.error(
                    "wrong-parameter",
                    plan.location(),
                    "the counts of `" + variable.name() + "` add up to " + row + ", the dataset has " + values.length
                            + " rows");
        }
        records.put(variable.name(), values);
    }

    private int level(VariableSpec variable, String code, ColumnPlan plan) {
        int level = variable.indexOfLevel(code);
        if (level < 0) {
            diagnostics.error(
                    "unknown-level", plan.location(), "`" + code + "` is not a level of `" + variable.name() + "`");
        }
        return Math.max(level, 0);
    }

    private void sample(VariableSpec variable, ColumnPlan plan) {
        double total = plan.weights().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (variable.type() == VariableType.TEXT || variable.type() == VariableType.ID) {
            List<String> texts = new ArrayList<>();
            List<String> names = List.copyOf(plan.weights().keySet());
            for (int row = 0; row < records.rows(); row++) {
                texts.add(names.get(draw(plan, total)));
            }
            records.put(variable.name(), texts);
            return;
        }
        List<String> codes = List.copyOf(plan.weights().keySet());
        double[] values = new double[records.rows()];
        for (int row = 0; row < values.length; row++) {
            String code = codes.get(draw(plan, total));
            values[row] = variable.type().isCategorical() ? level(variable, code, plan) : Double.parseDouble(code);
        }
        records.put(variable.name(), values);
    }

    private int draw(ColumnPlan plan, double total) {
        double at = random.nextDouble() * total;
        int index = 0;
        for (double weight : plan.weights().values()) {
            at -= weight;
            if (at < 0) {
                return index;
            }
            index++;
        }
        return plan.weights().size() - 1;
    }

    private void normal(VariableSpec variable, ColumnPlan plan) {
        double loading = plan.number("loading", 0);
        double[] factor = plan.word("factor")
                .map(f -> factors.computeIfAbsent(f.text(), name -> normals(records.rows())))
                .orElseGet(() -> new double[records.rows()]);
        double own = StrictMath.sqrt(1 - loading * loading);
        double[] range = records.range(variable.name());
        double[] noise = normals(records.rows());
        double[] values = new double[records.rows()];
        for (int row = 0; row < values.length; row++) {
            double z = loading * factor[row] + own * noise[row];
            double value = plan.number("mean", 0) + plan.number("sd", 1) * z;
            values[row] = Math.min(range[1], Math.max(range[0], Math.rint(value)));
        }
        records.put(variable.name(), values);
    }

    /** Standard normal numbers by the polar method, in strict arithmetic. */
    private double[] normals(int n) {
        double[] normals = new double[n];
        for (int i = 0; i < n; i++) {
            double u;
            double v;
            double s;
            do {
                u = 2 * random.nextDouble() - 1;
                v = 2 * random.nextDouble() - 1;
                s = u * u + v * v;
            } while (s >= 1 || s == 0);
            normals[i] = u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        }
        return normals;
    }

    private void copy(VariableSpec variable, ColumnPlan plan, int index) {
        Optional<LocatedText> source = plan.word("of" + index).or(() -> plan.word("of0"));
        if (source.isEmpty() || !records.has(source.get().text())) {
            diagnostics.error(
                    "missing-key",
                    plan.location(),
                    "`" + variable.name() + "` copies nothing that has begun before it");
            return;
        }
        double[] values = records.values(source.get().text()).clone();
        double[] range = records.range(variable.name());
        for (int row = 0; row < values.length; row++) {
            if (random.nextDouble() < plan.number("changed", 0)) {
                values[row] = range[0] + random.nextInt((int) (range[1] - range[0]) + 1);
            }
        }
        records.put(variable.name(), values);
    }

    /** Copies the items, then changes random ones by one until the sum is what the expression says. */
    private void total(ColumnPlan plan) {
        List<String> items = plan.names().stream().map(LocatedText::text).toList();
        for (int i = 0; i < items.size(); i++) {
            Optional<VariableSpec> variable = records.variable(items.get(i));
            if (variable.isEmpty()) {
                unknown(plan.names().get(i));
                return;
            }
            copy(variable.get(), plan, i);
        }
        Optional<LocatedText> expression = plan.word("total");
        if (expression.isEmpty() || diagnostics.hasErrors()) {
            if (expression.isEmpty()) {
                diagnostics.error(
                        "missing-key", plan.location(), "`total` is missing: the expression that the sum follows");
            }
            return;
        }
        double[] wanted = evaluate(expression.get(), plan.number("sd", 0));
        for (int row = 0; row < records.rows() && !diagnostics.hasErrors(); row++) {
            reach(items, row, wanted[row]);
        }
    }

    private void reach(List<String> items, int row, double wanted) {
        for (int tries = 0; tries < 10_000; tries++) {
            double sum = 0;
            for (String item : items) {
                sum += records.values(item)[row];
            }
            if (sum == wanted) {
                return;
            }
            String item = items.get(random.nextInt(items.size()));
            double[] range = records.range(item);
            double changed = records.values(item)[row] + (sum < wanted ? 1 : -1);
            if (changed >= range[0] && changed <= range[1]) {
                records.values(item)[row] = changed;
            }
        }
    }

    private double[] evaluate(LocatedText expression, double sd) {
        Dataset dataset = records.dataset();
        VariableSpec noiseVariable = plain("noise", VariableType.NUMBER, expression);
        NumberColumn.Builder noise = new NumberColumn.Builder(noiseVariable);
        for (double z : normals(records.rows())) {
            noise.add(sd * z);
        }
        dataset = DerivedColumns.addTo(dataset.with("noise", noise.build()), new Diagnostics());
        DerivedSpec wanted = new DerivedSpec(
                "wanted_total",
                "wanted",
                Optional.empty(),
                expression,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                expression.location());
        Optional<NumberColumn> column = DerivedColumns.compute(dataset, wanted, diagnostics);
        double[] totals = new double[records.rows()];
        for (int row = 0; row < totals.length && column.isPresent(); row++) {
            totals[row] = Math.rint(column.get().valueOrNaN(row));
        }
        return totals;
    }

    private static VariableSpec plain(String name, VariableType type, LocatedText at) {
        return new VariableSpec(
                name,
                name,
                Optional.empty(),
                type,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                at.location());
    }
}
