package org.countersign.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.TemplateFiles;
import org.countersign.stats.NotComputed;
import org.countersign.stats.Quantity;
import org.countersign.stats.QuantityKind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The categorical, paired, scale, agreement, resampling and design methods on invented data, against R;
 * {@code src/test/r/methods-categorical.R} has the calls.
 */
class CategoricalMethodsTest {

    private static final Path STUDY = Path.of("src/test/resources/studies/methods-categorical");
    private static final String SIMULATED = "simulated.";
    private static Ledger ledger = Ledger.of(List.of());

    @TempDir
    private Path folder;

    @BeforeAll
    static void compute() {
        ledger = new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty())
                .compute(STUDY)
                .ledger();
    }

    private static LedgerEntry entry(String key) {
        return ledger.get(key)
                .orElseThrow(() -> new AssertionError(key + " is not one of "
                        + ledger.below(key.split("\\.", 2)[0]).stream()
                                .map(LedgerEntry::key)
                                .toList()));
    }

    private static double value(String key) {
        return entry(key).value().orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(files = "src/test/resources/reference/methods-categorical.csv", numLinesToSkip = 2)
    void agrees_with_R(String key, double expected, String call) {
        if (key.startsWith(SIMULATED)) {
            String own = key.substring(SIMULATED.length());
            assertThat(value(own)).as(call).isCloseTo(expected, within(spread(own)));
            return;
        }
        assertThat(value(key))
                .as(call)
                .isCloseTo(expected, within(tolerance(key) * Math.max(Math.abs(expected), 1e-3)));
    }

    /** How far two runs of random numbers may lie apart: four standard errors of their difference. */
    private static double spread(String key) {
        if (key.endsWith(".p")) {
            return 4 * value(key + ".se");
        }
        String analysis = key.substring(0, key.indexOf('.'));
        double standardError = (value(analysis + ".ci.upper") - value(analysis + ".ci.lower")) / 3.92;
        double drawn = 1 / value(analysis + ".replicates") + 1 / 2e4;
        return 4 * standardError * Math.sqrt(0.025 * 0.975 * drawn) / 0.0584;
    }

    private static double tolerance(String key) {
        if (key.equals("omega.estimate")) {
            return 1e-6; // factanal's optimiser
        }
        // chi-square's noncentrality parameter: R's pchisq(ncp) and uniroot stop near 1e-10
        return key.startsWith("cramer.ci") ? 1e-8 : 1e-10;
    }

    @Test
    void every_number_says_what_it_is_of() {
        assertThat(entry("stratified.estimate").subject()).isEqualTo("Relapse: yes, new vs old, stratified by Clinic");
        assertThat(entry("stratified.east.estimate").population()).isEqualTo("all rows of people; Clinic: east");
        assertThat(entry("stratified.east.estimate").filter()).contains("clinic = \"east\"");
        assertThat(entry("mcnemar.p").subject()).isEqualTo("Pain before and Pain after: yes");
        assertThat(entry("trend.p").subject()).isEqualTo("Relapse: yes, over Dose");
        assertThat(entry("stratified.estimate").missing()).isEqualTo(4);
        assertThat(entry("mcnemar.p").n() + entry("mcnemar.p").missing()).isEqualTo(90);
        assertThat(entry("counted.p").n()).isEqualTo(counted());
    }

    @Test
    void an_adjusted_p_value_names_its_family_and_comes_from_no_data() {
        LedgerEntry p = entry("family_holm.arms.score.p");
        assertThat(p.subject()).isEqualTo(entry("arms.score.p").subject());
        assertThat(p.procedure().label()).contains("Holm").contains("3 tests: arms.score.p, arms.age.p, yates.p");
        assertThat(p.n()).isEqualTo(entry("arms.score.p").n());
        assertThat(p.provenance().origin()).isEmpty();
        assertThat(p.population()).isEqualTo("no data of its own: computed from other results");
        assertThat(p.rivals())
                .filteredOn(r -> r.id().equals("adjustment-by"))
                .singleElement()
                .satisfies(
                        r -> assertThat(rival(r.quantities().get(), "p")).isEqualTo(value("family_by.arms.score.p")));
    }

    @Test
    void a_family_takes_the_p_values_that_no_analysis_has_adjusted() {
        InventedStudy study = new InventedStudy(
                folder,
                "kind: {type: category, levels: [u, v, w]}\nx: number\ny: number\nz: number",
                "kind,x,y,z\nu,1,2,9\nu,2,4,7\nu,3,3,8\nv,4,1,6\nv,5,9,12\nv,6,7,5\nw,7,6,4\nw,8,12,3\nw,9,5,1\n");
        Ledger own = study.ledger(
                "pairs: {method: pairwise_comparisons, outcome: x, group: kind}",
                "ranks: {method: dunn, outcome: x, group: kind}",
                "before: {method: friedman, outcome: [x, y, z]}",
                "all: {method: p_adjustment, parameters: {p_values: [pairs, ranks, before.y_vs_x.p], adjustment: none}}");
        for (String key : List.of("pairs.v_vs_u", "ranks.w_vs_u", "before.y_vs_x")) {
            LedgerEntry p = own.get("all." + key + ".p").orElseThrow();
            assertThat(p.value())
                    .as(key)
                    .isEqualTo(own.get(key + ".p_unadjusted").orElseThrow().value())
                    .isNotEqualTo(own.get(key + ".p").orElseThrow().value());
            assertThat(p.procedure().label()).contains("7 tests").contains(key + ".p_unadjusted");
        }
    }

    @ParameterizedTest
    @CsvSource({"first, first.one.p", "first.one.p, first.one.p", "tukey, tukey.v_vs_u.p"})
    void what_is_adjusted_for_good_is_not_adjusted_again(String name, String key) {
        List<Diagnostic> mistakes = small().mistakes(
                        "one: {method: chi_square, outcome: site, group: group}",
                        "tukey: {method: tukey_hsd, outcome: z, group: kind}",
                        "first: {method: p_adjustment, parameters: {p_values: one}}",
                        "again: {method: p_adjustment, parameters: {p_values: [one, " + name + "]}}");
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.code()).isEqualTo("wrong-parameter");
            assertThat(mistake.message()).contains("`" + key + "` is adjusted already");
            assertThat(mistake.hint()).isPresent();
            assertThat(mistake.location().column()).isEqualTo(62);
        });
    }

    /** Three rows have no group, one has no outcome; the row without a site counts where the site is asked for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m: {method: t_test, outcome: x, group: group} | m.p | 4
            m: {method: wilcoxon_rank_sum, outcome: x, group: group} | m.p | 4
            m: {method: standardised_difference, outcome: x, group: group} | m.estimate | 4
            m: {method: point_biserial, outcome: x, group: group} | m.p | 4
            m: {method: bootstrap, outcome: x, group: group} | m.estimate | 4
            m: {method: permutation_test, outcome: x, group: group} | m.p | 4
            m: {method: linear_model, outcome: x, group: group} | m.group.p | 4
            m: {method: anova, outcome: x, group: group} | m.p | 4
            m: {method: risk_ratio, outcome: ill, group: group} | m.estimate | 4
            m: {method: chi_square, outcome: ill, group: group} | m.p | 4
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.estimate | 5
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.s.estimate | 3
            m: {method: log_rank, outcome: ill, time: t, group: group} | m.p | 4
            m: {method: log_rank, outcome: ill, time: t, group: group, strata: site} | m.p | 5
            m: {method: restricted_mean_survival, outcome: ill, time: t, group: group} | m.difference.estimate | 4
            m: {method: restricted_mean_survival, outcome: ill, time: t, group: group} | m.a.estimate | 1
            """)
    void missing_counts_what_lacks_any_variable_of_the_analysis(String analysis, String key, long missing) {
        LedgerEntry entry =
                new InventedStudy(folder, """
                group: {type: category, levels: [a, b]}
                site: {type: category, levels: [s, t]}
                ill: {type: category, levels: ["no", "yes"]}
                x: number
                t: number""", """
                group,site,ill,x,t
                a,s,no,1,5
                a,s,yes,2,4
                a,t,yes,4,3
                a,t,no,3,6
                a,s,NA,NA,2
                b,s,yes,6,1
                b,s,no,5,7
                b,t,yes,9,2
                b,t,no,7,8
                b,NA,yes,8,3
                NA,s,no,1,4
                NA,s,yes,2,5
                NA,t,no,3,6
                """).ledger(analysis).get(key).orElseThrow();
        assertThat(entry.missing()).isEqualTo(missing);
        assertThat(entry.value().isComputed()).isTrue();
    }

    @Test
    void what_cannot_be_computed_does_not_count_in_a_family() {
        Ledger own = small().ledger(
                        "one: {method: chi_square, outcome: site, group: group}",
                        "two: {method: fisher_exact, outcome: ill, group: group}",
                        "all: {method: p_adjustment, parameters: {p_values: [one, two], adjustment: bonferroni}}");
        assertThat(own.get("all.tests").orElseThrow().value().orElseThrow()).isEqualTo(1);
        assertThat(own.get("all.one.p").orElseThrow().value())
                .isEqualTo(own.get("one.p").orElseThrow().value());
        assertThat(own.get("all.two.p").orElseThrow().value())
                .isInstanceOfSatisfying(
                        NotComputed.class, not -> assertThat(not.reason()).isEqualTo(NotComputed.Reason.CONSTANT_DATA));
        assertThat(own.get("all.one.p").orElseThrow().procedure().label())
                .contains("2 P-values, of which 1 could be computed");
    }

    @Test
    void rows_that_stand_for_several_observations_are_repeated() {
        InventedStudy counted = new InventedStudy(
                folder,
                "count: n",
                "a: number\nb: number\nc: number\nn: integer",
                "a,b,c,n\n1,2,3,2\n2,1,4,1\n3,3,2,0\n2,5,4,3\n");
        InventedStudy repeated = new InventedStudy(
                folder,
                "a: number\nb: number\nc: number\nn: integer",
                "a,b,c,n\n1,2,3,1\n1,2,3,1\n2,1,4,1\n2,5,4,1\n2,5,4,1\n2,5,4,1\n");
        String[] analyses = {
            "f: {method: friedman, outcome: [a, b, c]}",
            "i: {method: item_analysis, outcome: [a, b, c]}",
            "r: {method: intraclass_correlation, raters: [a, b, c]}",
            "k: {method: krippendorff_alpha, raters: [a, b, c], parameters: {metric: interval}}",
            "p: {method: partial_correlation, outcome: [a, b], covariates: c}",
            "s: {method: bootstrap, outcome: b}"
        };
        Ledger one = counted.ledger(analyses);
        Ledger other = repeated.ledger(analyses);
        assertThat(one.keys()).isEqualTo(other.keys()).isNotEmpty();
        assertThat(one.entries()).allSatisfy(entry -> {
            LedgerEntry same = other.get(entry.key().text()).orElseThrow();
            assertThat(entry.value()).as(entry.key().text()).isEqualTo(same.value());
            assertThat(entry.n()).isEqualTo(same.n());
        });
    }

    /** In binary 12.9 - 12.8 and 0.3 - 0.2 differ; as decimals they are tied. */
    @Test
    void differences_of_decimals_are_tied_where_they_are_equal() {
        String rows = "a,b\n12.8,12.9\n0.2,0.3\n0.4,0.3\n1.1,1.3\n2.2,2.5\n7.7,7.6\n";
        Ledger own = new InventedStudy(folder, "a: number\nb: number", rows)
                .ledger(
                        "all: {method: friedman, outcome: [a, b]}",
                        "two: {method: wilcoxon_signed_rank, outcome: [a, b]}");
        assertThat(own.get("all.b_vs_a.statistic").orElseThrow().value())
                .isEqualTo(own.get("two.statistic").orElseThrow().value());
        assertThat(own.get("all.b_vs_a.p").orElseThrow().value())
                .isEqualTo(own.get("two.p").orElseThrow().value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m: {method: power_t_test, parameters: {effect: 10, n: 1000000}} | 1
            m: {method: power_t_test, parameters: {effect: 0, n: 20}} | 0.05
            m: {method: power_t_test, parameters: {effect: -0.5, n: 2, alpha: 0.000001}} | 0
            m: {method: power_t_test, parameters: {effect: 0.001, power: 0.9999}} | 0.9999
            m: {method: power_two_proportions, parameters: {p1: 0.0001, p2: 0.9999, n: 2}} | 0.976
            m: {method: power_two_proportions, parameters: {p1: 0.5, p2: 0.501, power: 0.999}} | 0.999
            m: {method: power_rank_sum, parameters: {superiority: 0.999, n: 1000000}} | 1
            m: {method: power_rank_sum, parameters: {superiority: 0.501, power: 0.999}} | 0.999
            """)
    void extreme_plans_have_a_power(String analysis, double power) {
        assertThat(small().ledger(analysis).get("m.power").orElseThrow().value().orElseThrow())
                .isCloseTo(power, within(1e-3));
    }

    @Test
    void a_planned_sample_size_comes_from_no_data() {
        LedgerEntry n = entry("plan_size.n");
        assertThat(n.display()).isEqualTo("64");
        assertThat(entry("plan_size.power").display()).isEqualTo("80%");
        assertThat(n.provenance().origin()).isEmpty();
        assertThat(n.provenance().parameters()).containsEntry("effect", "0.5").containsEntry("alpha", "0.05");
    }

    @Test
    void seeds_stand_in_the_ledger() {
        assertThat(entry("boot_mean.ci.lower").procedure().label())
                .contains("49999 replicates")
                .contains("seed 20");
        assertThat(entry("krippendorff.ci.lower").procedure().label())
                .contains("9999 replicates")
                .contains("seed 1");
        assertThat(entry("permuted.p").procedure().label())
                .contains("9999 random divisions")
                .contains("seed 5");
        assertThat(entry("permuted_all.p").procedure().label()).contains("all 792 divisions");
    }

    @Test
    void coefficients_that_cannot_exceed_one_are_a_kind_of_their_own() {
        assertThat(entry("biserial.estimate").kind()).isEqualTo(QuantityKind.COEFFICIENT);
        assertThat(entry("plan_size.effect").kind()).isEqualTo(QuantityKind.DIMENSIONLESS);
        assertThat(entry("items.q3.alpha_without").subject()).isEqualTo("Item 3 in Strain");
        assertThat(entry("partial.estimate").subject()).isEqualTo("Score and Age, given First and Clinic");
    }

    private static long counted() {
        return Math.round(value("counted_fit.n"));
    }

    @Test
    void a_table_too_large_for_the_exact_test_is_simulated_and_says_so() {
        LedgerEntry p = entry("large_table.p");
        assertThat(p.procedure().id()).isEqualTo("fisher-monte-carlo");
        assertThat(p.procedure().label())
                .contains("19999 tables")
                .contains("seed 42")
                .endsWith("(the exact distribution is too large)");
        assertThat(p.provenance().parameters()).containsEntry("seed", "42");
        assertThat(entry("fisher.p").procedure().id()).isEqualTo("fisher-exact");
    }

    @Test
    void rivals_are_passed_on() {
        assertThat(entry("mcnemar.p").rivals())
                .filteredOn(r -> r.id().equals("chi-square-corrected"))
                .singleElement()
                .satisfies(r -> assertThat(rival(r.quantities().get(), "p")).isEqualTo(value("mcnemar_corrected.p")));
        assertThat(entry("stratified.homogeneity.p").rivals())
                .singleElement()
                .satisfies(r -> assertThat(rival(r.quantities().get(), "statistic"))
                        .isEqualTo(value("stratified_plain.homogeneity.statistic")));
        assertThat(entry("fit.p").rivals())
                .singleElement()
                .satisfies(r -> assertThat(rival(r.quantities().get(), "p")).isBetween(0.0, 1.0));
    }

    private static double rival(List<Quantity> quantities, String id) {
        return quantities.stream()
                .filter(q -> q.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value()
                .orElseThrow();
    }

    private InventedStudy small() {
        return new InventedStudy(folder, """
                group: {type: category, levels: [a, b]}
                site: {type: category, levels: [s, t]}
                ill: {type: category, levels: ["no", "yes"]}
                later: {type: category, levels: ["no", "yes"]}
                kind: {type: category, levels: [u, v, w]}
                void: {type: category, levels: [u, v]}
                blank: {type: category, levels: [u, v]}
                x: number
                y: number
                z: number
                w: number""", """
                group,site,ill,later,kind,void,blank,x,y,z,w
                a,s,no,no,u,NA,NA,1,2,-1,1
                a,t,no,no,v,NA,NA,1,2,3,1
                b,s,no,no,u,NA,NA,1,2,5,1
                b,t,no,no,w,NA,NA,NA,2,NA,1
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m: {method: mcnemar, outcome: [ill, later]} | m.p | CONSTANT_DATA
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.estimate | CONSTANT_DATA
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.homogeneity.p | TOO_FEW_OBSERVATIONS
            m: {method: mantel_haenszel, outcome: ill, group: group, strata: site} | m.s.estimate | CONSTANT_DATA
            m: {method: cochran_armitage, outcome: ill, group: group} | m.p | CONSTANT_DATA
            m: {method: cramers_v, outcome: ill, group: group} | m.estimate | CONSTANT_DATA
            m: {method: fisher_exact, outcome: ill, group: group} | m.p | CONSTANT_DATA
            m: {method: fisher_exact, outcome: ill, group: group, parameters: {alternative: greater}} | m.p | CONSTANT_DATA
            m: {method: fisher_exact, outcome: site, group: later, parameters: {alternative: less}} | m.p | CONSTANT_DATA
            m: {method: goodness_of_fit, outcome: void} | m.p | NO_OBSERVATIONS
            m: {method: friedman, outcome: [x, w]} | m.p | CONSTANT_DATA
            m: {method: friedman, outcome: [x, w]} | m.w_vs_x.p | CONSTANT_DATA
            m: {method: dunn, outcome: x, group: kind} | m.v_vs_u.p | CONSTANT_DATA
            m: {method: dunn, outcome: x, group: kind} | m.w_vs_u.p | NO_OBSERVATIONS
            m: {method: dunn, outcome: x, group: void} | m.v_vs_u.p | NO_OBSERVATIONS
            m: {method: kruskal_wallis, outcome: x, group: void} | m.p | TOO_FEW_OBSERVATIONS
            m: {method: tukey_hsd, outcome: x, group: kind} | m.v_vs_u.estimate | CONSTANT_DATA
            m: {method: pairwise_comparisons, outcome: x, group: kind, parameters: {test: pooled-t}} | m.v_vs_u.p | CONSTANT_DATA
            m: {method: partial_correlation, outcome: [x, z], covariates: [site]} | m.estimate | TOO_FEW_OBSERVATIONS
            m: {method: point_biserial, outcome: x, group: group} | m.estimate | CONSTANT_DATA
            m: {method: item_analysis, outcome: [x, y]} | m.x.total_correlation | CONSTANT_DATA
            m: {method: mcdonald_omega, outcome: [x, y, z]} | m.estimate | TOO_FEW_OBSERVATIONS
            m: {method: intraclass_correlation, raters: [x, y]} | m.estimate | CONSTANT_DATA
            m: {method: percent_agreement, raters: [void, blank]} | m.estimate | NO_OBSERVATIONS
            m: {method: fleiss_kappa, raters: [void, blank]} | m.estimate | NO_OBSERVATIONS
            m: {method: fleiss_kappa, raters: [ill, later]} | m.estimate | CONSTANT_DATA
            m: {method: krippendorff_alpha, raters: [ill, later]} | m.estimate | CONSTANT_DATA
            m: {method: krippendorff_alpha, raters: [void, blank]} | m.ci.lower | NO_OBSERVATIONS
            m: {method: bootstrap, outcome: x} | m.ci.lower | CONSTANT_DATA
            m: {method: bootstrap, outcome: z, group: void} | m.estimate | TOO_FEW_OBSERVATIONS
            m: {method: permutation_test, outcome: x, group: group} | m.p | CONSTANT_DATA
            """)
    void what_the_data_do_not_determine_is_named(String analysis, String key, NotComputed.Reason reason) {
        LedgerEntry entry = small().ledger(analysis).get(key).orElseThrow();
        assertThat(entry.value()).isInstanceOfSatisfying(NotComputed.class, not -> {
            assertThat(not.reason()).isEqualTo(reason);
            assertThat(not.advice()).isNotBlank();
        });
        assertThat(entry.display()).isEqualTo(Display.NOT_COMPUTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m: {method: mcnemar, outcome: [ill]} | wrong-type | is two variables, found 1
            m: {method: mcnemar, outcome: [ill, later], parameters: {event: maybe}} | unknown-level | maybe
            m: {method: mcnemar, outcome: [ill, later], parameters: {test: fast}} | wrong-parameter | chi-square-corrected
            m: {method: mantel_haenszel, outcome: ill, group: kind, strata: site} | wrong-levels | has 3 levels
            m: {method: mantel_haenszel, outcome: ill, group: group} | missing-key | strata
            m: {method: cochran_armitage, outcome: ill, group: kind, parameters: {scores: [1, 2]}} | wrong-parameter | each of the 3 levels
            m: {method: cochran_armitage, outcome: ill, group: kind, parameters: {scores: [1, 2, much]}} | wrong-parameter | expected a number
            m: {method: goodness_of_fit, outcome: kind, parameters: {proportions: [1, 0, 2]}} | wrong-parameter | a positive number for each of the 3 levels
            m: {method: goodness_of_fit, outcome: kind, parameters: {proportions: [1, -1, 2]}} | wrong-parameter | from 0 to
            m: {method: fisher_exact, outcome: kind, group: group, parameters: {replicates: 5}} | wrong-parameter | a whole number from 100 to 10000000
            m: {method: fisher_exact, outcome: kind, group: group, parameters: {seed: [1, 2]}} | wrong-parameter | is one value, found 2
            m: {method: cramers_v, outcome: kind, group: group, parameters: {level: 1.5}} | wrong-parameter | between 0 and 1
            m: {method: fisher_exact, outcome: kind, group: group, parameters: {alternative: less}} | wrong-parameter | `two-sided` for a table of 2 by 3
            m: {method: friedman, outcome: [x, y, x]} | duplicate-name | names `x` twice
            m: {method: friedman, outcome: [x]} | wrong-type | two variables or more, found 1
            m: {method: friedman, outcome: [x, y], parameters: {adjustment: sidak}} | wrong-parameter | bonferroni
            m: {method: p_adjustment} | missing-key | p_values
            m: {method: p_adjustment, parameters: {p_values: [ages.p]}} | unknown-key | there is no P-value `ages.p`
            m: {method: p_adjustment, outcome: x, parameters: {p_values: [ages.p]}} | unknown-role | parameters only
            m: {method: p_adjustment, dataset: rows, parameters: {p_values: [ages.p]}} | unknown-role | no use for `dataset`
            m: {method: partial_correlation, outcome: [x], covariates: [y]} | wrong-type | two variables, found 1
            m: {method: partial_correlation, outcome: [x, y]} | missing-key | covariates
            m: {method: point_biserial, outcome: x, group: kind} | wrong-levels | has 3 levels
            m: {method: item_analysis, outcome: [x]} | wrong-type | 2 variables or more, found 1
            m: {method: cronbach_alpha, outcome: [x]} | wrong-type | 2 variables or more, found 1
            m: {method: mcdonald_omega, outcome: [x, y]} | wrong-type | 3 variables or more, found 2
            m: {method: intraclass_correlation, raters: [x]} | wrong-type | 2 variables or more, found 1
            m: {method: intraclass_correlation, raters: [x, y], parameters: {form: icc-4}} | wrong-parameter | icc-2-k
            m: {method: fleiss_kappa, raters: [ill]} | wrong-type | two variables or more, found 1
            m: {method: percent_agreement, raters: [ill, kind]} | wrong-levels | different levels
            m: {method: krippendorff_alpha, raters: [ill, x]} | wrong-type | numbers and categories
            m: {method: krippendorff_alpha, raters: [ill, later], parameters: {metric: interval}} | wrong-parameter | for categories
            m: {method: krippendorff_alpha, raters: [x, z], parameters: {metric: ratio}} | wrong-parameter | below 0
            m: {method: bootstrap, outcome: x, parameters: {replicates: 99}} | wrong-parameter | from 100 to
            m: {method: bootstrap, outcome: x, parameters: {statistic: mode}} | wrong-parameter | mean, median
            m: {method: permutation_test, outcome: x, group: kind} | wrong-levels | has 3 levels
            m: {method: power_t_test, parameters: {effect: 0.5}} | missing-key | found neither
            m: {method: power_t_test, parameters: {power: 0.8}} | missing-key | effect
            m: {method: power_t_test, parameters: {effect: 0.5, n: 20, power: 0.8}} | wrong-parameter | found both
            m: {method: power_t_test, parameters: {effect: 0, power: 0.8}} | wrong-parameter | at least 0.001 in size
            m: {method: power_t_test, parameters: {effect: 0.5, n: 1}} | wrong-parameter | from 2 to 1000000
            m: {method: power_t_test, parameters: {effect: 0.5, power: 0.04}} | wrong-parameter | greater than `alpha`
            m: {method: power_two_proportions, parameters: {p1: 0.2, p2: 0.2, power: 0.8}} | wrong-parameter | away from `p1`
            m: {method: power_rank_sum, parameters: {superiority: 0.5, power: 0.8}} | wrong-parameter | away from 1/2
            m: {method: power_rank_sum, population: all, parameters: {superiority: 0.7, power: 0.8}} | unknown-population | all
            """)
    void what_the_author_got_wrong_is_named(String analysis, String code, String message) {
        List<Diagnostic> mistakes = small().mistakes(analysis);
        assertThat(mistakes).isNotEmpty();
        assertThat(mistakes.get(0).code()).as(mistakes.toString()).isEqualTo(code);
        assertThat(mistakes.get(0).toString()).contains(message);
    }
}
