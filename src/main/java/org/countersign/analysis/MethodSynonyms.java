package org.countersign.analysis;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the methods of the catalogue are called in other programs and in textbooks, for the hint on an unknown method. */
final class MethodSynonyms {

    private static final Map<String, String> IDS = Map.ofEntries(
            Map.entry("tbl_summary", "baseline"),
            Map.entry("table1", "baseline"),
            Map.entry("table_one", "baseline"),
            Map.entry("summary", "describe"),
            Map.entry("descriptives", "describe"),
            Map.entry("counts", "frequencies"),
            Map.entry("tabulate", "frequencies"),
            Map.entry("binom.test", "proportion"),
            Map.entry("binomial", "proportion"),
            Map.entry("prop.test", "risk_difference"),
            Map.entry("relative_risk", "risk_ratio"),
            Map.entry("rr", "risk_ratio"),
            Map.entry("absolute_risk_reduction", "risk_difference"),
            Map.entry("nnt", "number_needed_to_treat"),
            Map.entry("chisq.test", "chi_square"),
            Map.entry("chisq", "chi_square"),
            Map.entry("chi2", "chi_square"),
            Map.entry("pearson_chi_square", "chi_square"),
            Map.entry("fisher.test", "fisher_exact"),
            Map.entry("fisher", "fisher_exact"),
            Map.entry("wilcox.test", "wilcoxon_rank_sum"),
            Map.entry("wilcoxon", "wilcoxon_rank_sum"),
            Map.entry("mann_whitney", "wilcoxon_rank_sum"),
            Map.entry("mann_whitney_u", "wilcoxon_rank_sum"),
            Map.entry("rank_sum", "wilcoxon_rank_sum"),
            Map.entry("signed_rank", "wilcoxon_signed_rank"),
            Map.entry("ttest", "t_test"),
            Map.entry("t.test", "t_test"),
            Map.entry("student", "t_test"),
            Map.entry("welch", "t_test"),
            Map.entry("aov", "anova"),
            Map.entry("kruskal", "kruskal_wallis"),
            Map.entry("kruskal.test", "kruskal_wallis"),
            Map.entry("tukey", "tukey_hsd"),
            Map.entry("tukeyhsd", "tukey_hsd"),
            Map.entry("cor.test", "correlation"),
            Map.entry("pearson", "correlation"),
            Map.entry("spearman", "correlation"),
            Map.entry("kendall", "correlation"),
            Map.entry("lm", "linear_model"),
            Map.entry("ols", "linear_model"),
            Map.entry("ancova", "linear_model"),
            Map.entry("linear_regression", "linear_model"),
            Map.entry("regression", "linear_model"),
            Map.entry("glm", "logistic_regression"),
            Map.entry("logit", "logistic_regression"),
            Map.entry("logistic", "logistic_regression"),
            Map.entry("poisson", "poisson_regression"),
            Map.entry("lmer", "mixed_model"),
            Map.entry("random_intercept", "mixed_model"),
            Map.entry("repeated_measures", "mixed_model"),
            Map.entry("geeglm", "estimating_equations"),
            Map.entry("gee", "estimating_equations"),
            Map.entry("polr", "proportional_odds"),
            Map.entry("ordinal_regression", "proportional_odds"),
            Map.entry("survfit", "kaplan_meier"),
            Map.entry("km", "kaplan_meier"),
            Map.entry("survdiff", "log_rank"),
            Map.entry("logrank", "log_rank"),
            Map.entry("coxph", "cox_regression"),
            Map.entry("cox", "cox_regression"),
            Map.entry("smd", "standardised_difference"),
            Map.entry("cohens_d", "standardised_difference"),
            Map.entry("hedges_g", "standardised_difference"),
            Map.entry("alpha", "cronbach_alpha"),
            Map.entry("kappa", "cohen_kappa"),
            Map.entry("themes", "theme_frequencies"),
            Map.entry("consort", "participant_flow"),
            Map.entry("flow", "participant_flow"));

    private MethodSynonyms() {}

    /** The id of the method that is elsewhere called so. */
    static Optional<String> idOf(String name) {
        return Optional.ofNullable(IDS.get(name.toLowerCase(Locale.ROOT)))
                .filter(id -> AnalysisMethods.get(id).isPresent());
    }

    /** All ids that are named here. */
    static Iterable<String> ids() {
        return IDS.values();
    }
}
