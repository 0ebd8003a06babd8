package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countersign.analysis.Results;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Rival;
import org.countersign.stats.StatisticResult;

/** Spreads a regression over the ledger: a path for each coefficient, the model's own quantities beside them. */
final class RegressionResults {

    private RegressionResults() {}

    static void add(
            Results results,
            Results.Subject subject,
            RegressionFrame frame,
            Computation<? extends StatisticResult> fit,
            Procedure planned,
            QuantityKind kind) {
        if (fit instanceof NotComputed<? extends StatisticResult>) {
            for (RegressionFrame.Coefficient c : frame.coefficients().values()) {
                results.add(at(subject, c), fit, planned, Results.Expected.estimate(kind));
            }
            return;
        }
        StatisticResult result = ((Computed<? extends StatisticResult>) fit).value();
        for (Map.Entry<String, RegressionFrame.Coefficient> c :
                frame.coefficients().entrySet()) {
            String prefix = c.getKey() + ".";
            results.add(at(subject, c.getValue()), new Part(result, prefix));
        }
        results.add(
                subject,
                new Whole(
                        result,
                        frame.coefficients().keySet().stream().map(s -> s + ".").toList()));
    }

    private static Results.Subject at(Results.Subject subject, RegressionFrame.Coefficient coefficient) {
        return subject.at(coefficient.path().toArray(String[]::new))
                .named(subject.subject() + ", " + coefficient.label());
    }

    /** The quantities of one coefficient, without its slug. */
    private record Part(StatisticResult whole, String prefix) implements StatisticResult {
        @Override
        public Procedure procedure() {
            return whole.procedure();
        }

        @Override
        public List<Quantity> quantities() {
            return strip(whole.quantities());
        }

        @Override
        public List<Rival> rivals() {
            return whole.rivals().stream()
                    .map(r -> new Rival(
                            r.id(), r.convention(), () -> strip(r.quantities().get())))
                    .toList();
        }

        private List<Quantity> strip(List<Quantity> quantities) {
            List<Quantity> own = new ArrayList<>();
            for (Quantity q : quantities) {
                if (q.id().startsWith(prefix)) {
                    own.add(new Quantity(
                            q.id().substring(prefix.length()),
                            plain(q.id().substring(prefix.length()), q.label()),
                            q.kind(),
                            q.value()));
                }
            }
            return own;
        }

        /** The label without the coefficient's name, which the subject has. */
        private static String plain(String id, String label) {
            int of = label.indexOf(" of ");
            return id.equals("estimate") ? "coefficient" : of > 0 ? label.substring(0, of) : label;
        }
    }

    /** The quantities of the model as a whole, under {@code model}. */
    private record Whole(StatisticResult whole, List<String> prefixes) implements StatisticResult {
        @Override
        public Procedure procedure() {
            return whole.procedure();
        }

        @Override
        public List<Quantity> quantities() {
            return whole.quantities().stream()
                    .filter(q -> prefixes.stream().noneMatch(q.id()::startsWith))
                    .map(q -> new Quantity("model." + q.id(), q.label(), q.kind(), q.value()))
                    .toList();
        }
    }
}
