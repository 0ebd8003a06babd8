package org.countersign.analysis;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.Dataset;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.RowSet;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.SourceLocation;
import org.countersign.study.Level;
import org.countersign.study.VariableSpec;

/**
 * What a method works on.
 *
 * @param dataset whose rows
 * @param rows which of them
 * @param roles variables by the part that they play; a part that is analysed in turn has one
 * @param parameters as written, defaults filled in
 * @param populations named row sets of the same dataset, for methods that count them
 * @param diagnostics receives mistakes that only the data show
 * @param location of the analysis in the study file
 * @param earlier the entries of the analyses before this one, for methods that work on results
 * @param places where the values of the parameters that are written down stand
 */
public record AnalysisInput(
        Dataset dataset,
        RowSet rows,
        Map<String, List<Column>> roles,
        Map<String, List<String>> parameters,
        Map<String, NamedRows> populations,
        Diagnostics diagnostics,
        SourceLocation location,
        Ledger earlier,
        Map<String, List<SourceLocation>> places) {

    public AnalysisInput {
        requireNonNull(dataset);
        requireNonNull(rows);
        roles = Map.copyOf(roles);
        parameters = Map.copyOf(parameters);
        requireNonNull(populations);
        requireNonNull(diagnostics);
        requireNonNull(location);
        requireNonNull(earlier);
        places = Map.copyOf(places);
    }

    /** For a method that works on data alone. */
    public AnalysisInput(
            Dataset dataset,
            RowSet rows,
            Map<String, List<Column>> roles,
            Map<String, List<String>> parameters,
            Map<String, NamedRows> populations,
            Diagnostics diagnostics,
            SourceLocation location) {
        this(dataset, rows, roles, parameters, populations, diagnostics, location, Ledger.of(List.of()), Map.of());
    }

    /**
     * Rows with a name.
     *
     * @param label for a reader
     * @param where the expression that they fulfil, if they are not all
     */
    public record NamedRows(String label, RowSet rows, Optional<String> where) {}

    /** The variable of a part that has exactly one. */
    public Column one(String role) {
        return requireNonNull(roles.get(role), role).get(0);
    }

    public Optional<Column> optional(String role) {
        List<Column> columns = roles.get(role);
        return columns == null || columns.isEmpty() ? Optional.empty() : Optional.of(columns.get(0));
    }

    public List<Column> all(String role) {
        return roles.getOrDefault(role, List.of());
    }

    public Optional<CategoryColumn> category(String role) {
        return optional(role).map(CategoryColumn.class::cast);
    }

    /** The confidence level. */
    public double level() {
        return number("level");
    }

    public double number(String parameter) {
        return Double.parseDouble(text(parameter));
    }

    public int whole(String parameter) {
        return Integer.parseInt(text(parameter));
    }

    public String text(String parameter) {
        return requireNonNull(parameters.get(parameter), parameter).get(0);
    }

    public List<String> texts(String parameter) {
        return parameters.getOrDefault(parameter, List.of());
    }

    /** Where a value of a parameter stands, counted from 0; the place of the analysis for one that is not written down. */
    public SourceLocation place(String parameter, int index) {
        List<SourceLocation> known = places.getOrDefault(parameter, List.of());
        return index < known.size() ? known.get(index) : location;
    }

    /** The numbers of a parameter that takes several; none if it is absent. */
    public double[] numbers(String parameter) {
        return texts(parameter).stream().mapToDouble(Double::parseDouble).toArray();
    }

    public boolean has(String parameter) {
        return !parameters.getOrDefault(parameter, List.of()).isEmpty();
    }

    /** How many observations the rows stand for. */
    public long observations(RowSet some) {
        if (!dataset.isCounted()) {
            return some.size();
        }
        long[] total = new long[1];
        some.forEach(row -> total[0] += dataset.count(row));
        return total[0];
    }

    /** The rows of each level of a grouping variable, in the order of the levels. */
    public List<Group> groups(CategoryColumn column) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < column.levels().size(); i++) {
            int level = i;
            groups.add(new Group(column, column.levels().get(i), rows.and(row -> column.level(row) == level)));
        }
        return groups;
    }

    /**
     * The two groups that a two-sample method compares: the level that is not the reference first.
     *
     * @return empty, with a diagnostic, if the variable has not two levels
     */
    public Optional<TwoGroups> twoGroups(CategoryColumn column) {
        List<Group> groups = groups(column);
        if (groups.size() != 2) {
            diagnostics.error(
                    "wrong-levels",
                    location,
                    "`" + column.variable().name() + "` has " + groups.size() + " levels; this method compares two",
                    "name a population with two of them, or recode the variable");
            return Optional.empty();
        }
        int reference = column.variable().referenceIndex();
        return Optional.of(new TwoGroups(
                groups.get(1 - reference), groups.get(reference), observations(rows.and(column::isMissing))));
    }

    /** The rows of one level of a variable. */
    public record Group(CategoryColumn column, Level level, RowSet rows) {

        /** What makes these rows of the population the group's. */
        public List<Restriction> restriction() {
            return List.of(Restriction.level(column, level));
        }
    }

    /**
     * A comparison: {@code first} against {@code reference}.
     *
     * @param ungrouped observations in neither, because their group is missing
     */
    public record TwoGroups(Group first, Group reference, long ungrouped) {
        public String label() {
            return first.level().label() + " vs " + reference.level().label();
        }
    }

    /** Numbers of some rows. */
    public Sample sample(NumberColumn column, RowSet some) {
        return Sample.of(dataset, column, some);
    }

    /** A subject about a variable. */
    public static Results.Subject subject(
            VariableSpec variable, List<String> path, String suffix, int decimals, long n, long missing) {
        String label = suffix.isEmpty() ? variable.label() : variable.label() + ", " + suffix;
        return new Results.Subject(path, label, decimals, variable.unit(), n, missing);
    }
}
