package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.countersign.analysis.Results;
import org.countersign.stats.Computation;
import org.countersign.stats.Computed;
import org.countersign.stats.DesignMatrix;
import org.countersign.stats.ModelComparison;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Procedure;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Rival;
import org.countersign.stats.StatisticResult;

/** Spreads a regression over the ledger: a path for each coefficient, the model's own quantities beside them. */
final class RegressionResults {

    private RegressionResults() {}

    /**
     * A path for each coefficient, and one for the model.
     *
     * @param kind of the coefficients' estimates
     */
    static void add(
            Results results,
            Results.Subject subject,
            RegressionFrame frame,
            Computation<? extends StatisticResult> fit,
            Procedure planned,
            QuantityKind kind) {
        if (fit instanceof NotComputed<? extends StatisticResult>) {
            for (RegressionFrame.Name c : frame.coefficients().values()) {
                results.add(at(subject, c), fit, planned, Results.Expected.estimate(kind));
            }
            return;
        }
        StatisticResult result = ((Computed<? extends StatisticResult>) fit).value();
        List<Quantity> quantities = result.quantities();
        frame.coefficients()
                .forEach((slug, name) -> results.add(at(subject, name), new Part(result, quantities, slug + ".")));
        results.add(
                subject,
                new Whole(
                        result,
                        quantities,
                        frame.coefficients().keySet().stream().map(s -> s + ".").toList()));
    }

    /**
     * A single coefficient, under the subject's own path.
     *
     * @param slug of the coefficient in the frame's design
     */
    static void addOne(
            Results results,
            Results.Subject subject,
            RegressionFrame frame,
            String slug,
            Computation<? extends StatisticResult> fit,
            Procedure planned,
            QuantityKind kind) {
        requireNonNull(frame.coefficients().get(slug), slug);
        if (fit instanceof Computed<? extends StatisticResult> computed) {
            StatisticResult result = computed.value();
            results.add(subject, new Part(result, result.quantities(), slug + "."));
        } else {
            results.add(subject, fit, planned, Results.Expected.estimate(kind));
        }
    }

    /**
     * A test of each term that has several coefficients, under {@code <term>.term_test}.
     *
     * @param test of a term of the frame's design
     */
    static void addTermTests(
            Results results,
            Results.Subject subject,
            RegressionFrame frame,
            Function<DesignMatrix.Term, Computation<ModelComparison.Result>> test,
            Procedure planned) {
        for (DesignMatrix.Term term : frame.design().terms()) {
            if (term.columns().size() > 1) {
                results.add(
                        at(subject, requireNonNull(frame.terms().get(term.name())))
                                .at("term_test"),
                        test.apply(term),
                        planned,
                        Results.Expected.pValue());
            }
        }
    }

    static Results.Subject at(Results.Subject subject, RegressionFrame.Name name) {
        return subject.at(name.path().toArray(String[]::new)).named(subject.subject() + ", " + name.label());
    }

    /** The quantities of one coefficient, without its slug. */
    private record Part(StatisticResult whole, List<Quantity> all, String prefix) implements StatisticResult {
        @Override
        public Procedure procedure() {
            return whole.procedure();
        }

        @Override
        public List<Quantity> quantities() {
            return strip(all);
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
                            plain(q.id().substring(prefix.length()), q.label(), q.kind()),
                            q.kind(),
                            q.value()));
                }
            }
            return own;
        }

        /** The label without the coefficient's name, which the subject has. */
        private static String plain(String id, String label, QuantityKind kind) {
            int end = Math.max(label.indexOf(" of "), label.indexOf(" for "));
            return switch (id) {
                case "estimate" -> kind == QuantityKind.RATIO && end > 0 ? label.substring(0, end) : "coefficient";
                case "ci.lower", "ci.upper", "df" -> label;
                default -> end > 0 ? label.substring(0, end) : label;
            };
        }
    }

    /** The quantities of the model as a whole, under {@code model}. */
    private record Whole(StatisticResult whole, List<Quantity> all, List<String> prefixes) implements StatisticResult {
        @Override
        public Procedure procedure() {
            return whole.procedure();
        }

        @Override
        public List<Quantity> quantities() {
            return own(all);
        }

        @Override
        public List<Rival> rivals() {
            return whole.rivals().stream()
                    .map(r -> new Rival(
                            r.id(), r.convention(), () -> own(r.quantities().get())))
                    .toList();
        }

        private List<Quantity> own(List<Quantity> quantities) {
            return quantities.stream()
                    .filter(q -> prefixes.stream().noneMatch(q.id()::startsWith))
                    .map(q -> new Quantity("model." + q.id(), q.label(), q.kind(), q.value()))
                    .toList();
        }
    }
}
