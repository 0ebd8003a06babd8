package org.countersign.analysis.methods;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Restriction;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.dataset.CategoryColumn;
import org.countersign.dataset.Column;
import org.countersign.dataset.NumberColumn;
import org.countersign.dataset.TextColumn;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.countersign.stats.Reference;

/** How often the themes of coded free text occur, by excerpt and by respondent. */
public final class ThemeFrequenciesMethod implements AnalysisMethod {

    private static final Reference BRAUN_CLARKE = Reference.of(
            "Braun V, Clarke V",
            2006,
            "Using thematic analysis in psychology",
            "Qualitative Research in Psychology 3:77-101",
            "10.1191/1478088706qp063oa");

    @Override
    public String id() {
        return "theme_frequencies";
    }

    @Override
    public String label() {
        return "Theme frequencies";
    }

    @Override
    public String summary() {
        return "For coded free text, one row per excerpt: how many excerpts and how many respondents each theme has, and how"
                + " many themes occur.";
    }

    @Override
    public List<RoleSpec> roles() {
        return List.of(
                RoleSpec.categorical("outcome", RoleSpec.Arity.ONE, "the theme of an excerpt"),
                RoleSpec.any("cluster", RoleSpec.Arity.ONE, "who wrote it"));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return List.of(Parameters.decimals());
    }

    @Override
    public List<Reference> references() {
        return List.of(BRAUN_CLARKE);
    }

    @Override
    public String defaultDisplay() {
        return "count";
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        CategoryColumn theme = (CategoryColumn) input.one("outcome");
        Column respondent = input.one("cluster");
        int k = theme.levels().size();
        long[] excerpts = new long[k];
        List<Set<String>> respondents = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            respondents.add(new TreeSet<>());
        }
        Set<String> everybody = new TreeSet<>();
        long[] missing = new long[1];
        input.rows().forEach(row -> {
            if (theme.isMissing(row) || respondent.isMissing(row)) {
                missing[0] += input.dataset().count(row);
                return;
            }
            String who = name(respondent, row);
            everybody.add(who);
            respondents.get(theme.level(row)).add(who);
            excerpts[theme.level(row)] += input.dataset().count(row);
        });
        long all = Arrays.stream(excerpts).sum();
        long used = Arrays.stream(excerpts).filter(e -> e > 0).count();
        String label = theme.variable().label();
        results.add(
                new Results.Subject(List.of(), label, 0, Optional.empty(), all, missing[0]),
                Procedures.COUNTING,
                List.of(
                        Quantity.of("count", "number of different levels", QuantityKind.COUNT, used),
                        Quantity.of("excerpts", "number of excerpts", QuantityKind.COUNT, all),
                        Quantity.of("respondents", "number of respondents", QuantityKind.COUNT, everybody.size())));
        for (int i = 0; i < k; i++) {
            Results.Subject subject = new Results.Subject(
                    List.of(theme.levels().get(i).slug()),
                    label + ": " + theme.levels().get(i).label(),
                    0,
                    Optional.empty(),
                    everybody.size(),
                    missing[0],
                    List.of(Restriction.level(theme, theme.levels().get(i))));
            long mentioned = respondents.get(i).size();
            results.add(
                    subject,
                    Procedures.COUNTING,
                    List.of(
                            Quantity.of("excerpts", "number of excerpts", QuantityKind.COUNT, excerpts[i]),
                            Quantity.of("respondents", "number of respondents", QuantityKind.COUNT, mentioned),
                            Quantity.of(
                                    "n",
                                    "number of respondents with any theme",
                                    QuantityKind.COUNT,
                                    everybody.size())));
            results.add(
                    subject,
                    Procedures.PERCENTAGE,
                    List.of(Quantity.of(
                            "percent",
                            "percentage of respondents",
                            QuantityKind.PROPORTION,
                            FrequenciesMethod.share(mentioned, everybody.size()))));
        }
    }

    private static String name(Column column, int row) {
        if (column instanceof TextColumn text) {
            return text.value(row).orElse("");
        }
        return column instanceof CategoryColumn category
                ? category.levels().get(category.level(row)).code()
                : Double.toString(((NumberColumn) column).value(row));
    }
}
