package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.ParameterSpec;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.diagnostics.Suggestions;
import org.countersign.stats.DesignMatrix;

/**
 * The right-hand side of a regression: variables, each with its shape, and products of two of them.
 *
 * @param terms in the order of the model
 * @param interactions pairs of variables of the terms
 */
record ModelFormula(List<Term> terms, List<Interaction> interactions) {

    private static final Pattern POWER = Pattern.compile("\\s*(.+?)\\s*\\^\\s*([2-9])\\s*");
    private static final Pattern SPLINE = Pattern.compile("\\s*(.+?)\\s*\\(\\s*([2-9])\\s*\\)\\s*");

    ModelFormula {
        terms = List.copyOf(terms);
        interactions = List.copyOf(interactions);
    }

    /** How a numeric variable enters. */
    sealed interface Shape {}

    /** As it is; a categorical variable as indicators of its levels. */
    record Plain() implements Shape {}

    /** With its powers up to a degree. */
    record Polynomial(int degree) implements Shape {}

    /** As a natural cubic spline. */
    record Spline(int degreesOfFreedom) implements Shape {}

    /** A variable in its shape. */
    record Term(Column column, Shape shape) {
        Term {
            requireNonNull(column);
            requireNonNull(shape);
        }

        String name() {
            return column.variable().name();
        }
    }

    /** The product of two terms. */
    record Interaction(String first, String second) {

        /** As {@link DesignMatrix} names the term. */
        String term() {
            return first + " × " + second;
        }

        boolean involves(String variable) {
            return first.equals(variable) || second.equals(variable);
        }
    }

    /** What a method that fits a regression lets the author say about it. */
    static List<ParameterSpec> parameters() {
        return List.of(
                ParameterSpec.names("interactions", "pairs of variables that are in the model, such as `arm * age`"),
                ParameterSpec.names(
                        "polynomials", "covariates with powers up to a degree from 2 to 9, such as `age ^ 2`"),
                ParameterSpec.names(
                        "splines",
                        "covariates as natural cubic splines with 2 to 9 degrees of freedom, such as `age(3)`;"
                                + " inner knots at equally spaced quantiles"));
    }

    /** The group and the covariates. */
    static List<Column> variables(AnalysisInput input) {
        List<Column> variables = new ArrayList<>(input.all("group"));
        variables.addAll(input.all("covariates"));
        return variables;
    }

    /** The formula of the group and the covariates; empty, with diagnostics, if a parameter does not fit them. */
    static Optional<ModelFormula> of(AnalysisInput input) {
        return of(input, variables(input));
    }

    static Optional<ModelFormula> of(AnalysisInput input, List<Column> variables) {
        Parser parser = new Parser(input, variables);
        return parser.parse();
    }

    /** The variables. */
    List<Column> columns() {
        return terms.stream().map(Term::column).toList();
    }

    ModelFormula with(Interaction interaction) {
        List<Interaction> more = new ArrayList<>(interactions);
        more.add(interaction);
        return new ModelFormula(terms, more);
    }

    private static final class Parser {

        private final AnalysisInput input;
        private final List<Column> variables;
        private final Map<String, Shape> shapes = new LinkedHashMap<>();
        private boolean sound = true;

        Parser(AnalysisInput input, List<Column> variables) {
            this.input = input;
            this.variables = variables;
        }

        Optional<ModelFormula> parse() {
            sound = RoleOverlap.isAbsent(input, "outcome", "time", "group", "covariates", "strata", "cluster");
            Set<String> names = new LinkedHashSet<>();
            variables.forEach(variable -> names.add(variable.variable().name()));
            input.texts("polynomials").forEach(text -> shape("polynomials", text, POWER, "age ^ 2"));
            input.texts("splines").forEach(text -> shape("splines", text, SPLINE, "age(3)"));
            List<Interaction> interactions = new ArrayList<>();
            List<String> products = input.texts("interactions");
            for (int i = 0; i < products.size(); i++) {
                interaction(products.get(i), input.place("interactions", i), names, interactions)
                        .ifPresent(interactions::add);
            }
            if (!sound) {
                return Optional.empty();
            }
            return Optional.of(new ModelFormula(
                    variables.stream()
                            .map(v ->
                                    new Term(v, shapes.getOrDefault(v.variable().name(), new Plain())))
                            .toList(),
                    interactions));
        }

        private void shape(String parameter, String text, Pattern pattern, String example) {
            Matcher m = pattern.matcher(text);
            if (!m.matches()) {
                fail(
                        "`" + parameter + ": " + text + "`: expected a covariate and a number from 2 to 9",
                        Optional.of("such as `" + example + "`"));
                return;
            }
            List<String> numeric = variables.stream()
                    .filter(NumberColumn.class::isInstance)
                    .map(v -> v.variable().name())
                    .toList();
            String name = m.group(1);
            int number = Integer.parseInt(m.group(2));
            if (!numeric.contains(name)) {
                fail(
                        "`" + parameter + ": " + text + "`: expected a numeric covariate of the model",
                        Suggestions.hint(name, numeric));
            } else if (shapes.put(name, pattern == POWER ? new Polynomial(number) : new Spline(number)) != null) {
                fail("`" + parameter + ": " + text + "`: `" + name + "` has a shape already", Optional.empty());
            }
        }

        private Optional<Interaction> interaction(
                String text, SourceLocation place, Set<String> names, List<Interaction> before) {
            String[] pair = text.trim().split("\\s*[*:]\\s*", -1);
            for (String name : pair) {
                if (pair.length != 2 || !names.contains(name) || pair[0].equals(pair[1])) {
                    fail(
                            place,
                            "`interactions: " + text + "`: expected two variables of the model, `a * b`",
                            Suggestions.hint(name, List.copyOf(names)));
                    return Optional.empty();
                }
            }
            if (before.stream().anyMatch(i -> i.involves(pair[0]) && i.involves(pair[1]))) {
                fail(
                        place,
                        "`interactions: " + text + "`: the product of `" + pair[0] + "` and `" + pair[1]
                                + "` is in the model already",
                        Optional.of("name each pair once; `a * b` and `b * a` are the same"));
                return Optional.empty();
            }
            return Optional.of(new Interaction(pair[0], pair[1]));
        }

        private void fail(String message, Optional<String> hint) {
            fail(input.location(), message, hint);
        }

        private void fail(SourceLocation place, String message, Optional<String> hint) {
            sound = false;
            input.diagnostics()
                    .add(Diagnostic.error("wrong-parameter", place, message).withHint(hint));
        }
    }
}
