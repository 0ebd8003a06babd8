package org.countersign.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.diagnostics.Diagnostic;
import org.countersign.diagnostics.StudyException;
import org.countersign.pipeline.StudyPipeline;
import org.countersign.report.TemplateFiles;
import org.countersign.stats.Computed;
import org.countersign.stats.NotComputed;
import org.countersign.stats.QuantityKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Regressions of study files on data that do not determine them, and parameters that cannot be. */
class RegressionMethodsTest {

    private static final String VARIABLES = """
                  id: id
                  arm: {type: category, levels: [old, new]}
                  dose: {type: category, levels: [low, middle, high]}
                  ward: category
                  age: number
                  score: number
                  ill: {type: category, levels: ["no", "yes"]}
                  grade: {type: ordinal, levels: [mild, moderate, severe]}
                  visits: number
                  months: number
            """;

    private static final String DERIVED = """
                derived:
                  risk: {expression: 'if(ill == "yes", 1, 0)'}
                  rank: {expression: 'if(grade == "severe", 1, 0)'}
                  below: {expression: months - 5}
                  intercept: {expression: months + 1}
                  age_2: {expression: age + months}
                  twice: {expression: age * 2}
                  exact: {expression: age * 3 + 1}
                  even: {expression: 'if(arm == "old", 2, 3)'}
                  never: {expression: 'if(age > 900, "yes", "no")', levels: ["no", "yes"]}
                  single: {expression: 'if(age > 0, "all", "none")', levels: [all, none]}
            """;

    private static final String HEADER = "id,arm,dose,ward,age,score,ill,grade,visits,months\n";

    private static final String PEOPLE = HEADER + """
            1,old,low,a,30,5.1,no,mild,0,3
            2,old,middle,a,41,6.0,yes,moderate,2,8
            3,old,high,b,52,7.2,no,severe,1,12
            4,old,low,b,63,7.0,yes,mild,7,2
            5,old,middle,c,34,5.5,no,moderate,0,9
            6,old,high,c,45,6.9,yes,severe,3,6
            7,new,low,a,56,5.9,no,mild,12,4
            8,new,middle,b,67,7.7,no,mild,0,10
            9,new,high,c,38,6.6,yes,moderate,1,11
            10,new,low,a,49,5.0,no,severe,0,5
            11,new,middle,b,59,8.1,yes,mild,4,7
            12,new,high,c,29,6.1,no,moderate,0,12
            """;

    /** Every method of the families, with what it needs. */
    private static final List<String> ANALYSES = List.of(
            "{method: linear_model, outcome: score, group: arm, covariates: [age, dose]}",
            "{method: linear_model, outcome: score, group: arm, covariates: [age], cluster: ward, parameters: {errors: cr1}}",
            "{method: linear_model, outcome: score, group: arm, covariates: [age], parameters: {errors: hc3, interactions: arm * age}}",
            "{method: linear_model, outcome: score, covariates: [age], parameters: {polynomials: age ^ 3}}",
            "{method: adjusted_means, outcome: score, group: arm, covariates: [age]}",
            "{method: model_comparison, outcome: score, group: arm, covariates: [age, dose], parameters: {tested: [age, dose]}}",
            "{method: model_comparison, outcome: score, group: arm, parameters: {tested: arm, test: likelihood-ratio}}",
            "{method: model_comparison, outcome: ill, group: arm, covariates: age, parameters: {model: modified-poisson, tested: age}}",
            "{method: model_comparison, outcome: ill, group: arm, time: months, parameters: {model: cox, tested: arm}}",
            "{method: model_comparison, outcome: grade, group: arm, parameters: {model: proportional-odds, tested: arm}}",
            "{method: model_comparison, outcome: visits, group: arm, parameters: {model: negative-binomial, tested: arm}}",
            "{method: subgroups, outcome: score, group: arm, subgroups: dose}",
            "{method: subgroups, outcome: ill, group: arm, subgroups: dose, parameters: {model: logistic}}",
            "{method: subgroups, outcome: ill, time: months, group: arm, subgroups: dose, parameters: {model: cox}}",
            "{method: logistic_regression, outcome: ill, group: arm, covariates: age}",
            "{method: logistic_regression, outcome: ill, group: arm, cluster: ward, parameters: {errors: clustered}}",
            "{method: log_binomial_regression, outcome: ill, group: arm}",
            "{method: modified_poisson, outcome: ill, group: arm, covariates: dose}",
            "{method: poisson_regression, outcome: visits, group: arm, time: months}",
            "{method: negative_binomial_regression, outcome: visits, group: arm}",
            "{method: proportional_odds, outcome: grade, group: arm, covariates: age}",
            "{method: quantile_regression, outcome: score, group: arm, covariates: age}",
            "{method: quantile_regression, outcome: score, group: arm, parameters: {errors: nid, quantile: 0.9}}",
            "{method: quantile_regression, outcome: score, parameters: {errors: iid}}",
            "{method: mixed_model, outcome: score, group: arm, covariates: dose, cluster: ward}",
            "{method: mixed_model, outcome: score, group: arm, cluster: ward, parameters: {freedom: kenward-roger}}",
            "{method: mixed_model, outcome: score, group: arm, cluster: ward, parameters: {criterion: ml, freedom: normal}}",
            "{method: estimating_equations, outcome: score, group: arm, cluster: ward}",
            "{method: estimating_equations, outcome: ill, group: arm, cluster: ward, parameters: {family: logistic}}",
            "{method: estimating_equations, outcome: visits, group: arm, cluster: ward, parameters: {family: poisson}}",
            "{method: kaplan_meier, outcome: ill, time: months, group: arm}",
            "{method: survival_probability, outcome: ill, time: months, group: arm, parameters: {times: [4, 20]}}",
            "{method: restricted_mean_survival, outcome: ill, time: months, group: arm}",
            "{method: log_rank, outcome: ill, time: months, group: arm, strata: dose}",
            "{method: cox_regression, outcome: ill, time: months, group: arm, covariates: age, strata: dose}",
            "{method: cox_regression, outcome: ill, time: months, group: arm, cluster: ward, parameters: {errors: clustered}}",
            "{method: proportional_hazards_test, outcome: ill, time: months, group: arm, covariates: age}");

    @TempDir
    private Path folder;

    private Ledger ledger(String csv, String... analyses) {
        StringBuilder study = new StringBuilder("""
                title: Invented
                data: {status: simulated, reason: invented for a test}
                datasets:
                  people:
                    file: data/people.csv
                    variables:
                """);
        study.append(VARIABLES
                .replace("ward: category", "ward: {type: category, levels: [a, b, c]}")
                .indent(2));
        study.append(DERIVED);
        study.append("analyses:\n");
        for (int i = 0; i < analyses.length; i++) {
            study.append("  a").append(i).append(": ").append(analyses[i]).append('\n');
        }
        try {
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(folder.resolve("study.yaml"), study);
            Files.writeString(folder.resolve("data/people.csv"), csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StudyPipeline(TemplateFiles.ofProgram(), Optional.empty())
                .compute(folder)
                .ledger();
    }

    private static List<String> awkward() {
        String row = "%d,%s,%s,%s,%s,%s,%s,%s,%s,%s\n";
        List<String> files = new ArrayList<>();
        files.add(HEADER + "1,,,,,,,,,\n2,,,,,,,,,\n");
        files.add(HEADER + "1,old,low,a,30,5,no,mild,2,3\n");
        files.add(HEADER + "1,old,low,a,30,5,no,mild,2,3\n2,new,high,b,31,6,yes,severe,0,4\n");
        StringBuilder constant = new StringBuilder(HEADER);
        StringBuilder oneArm = new StringBuilder(HEADER);
        StringBuilder oneWard = new StringBuilder(HEADER);
        StringBuilder separated = new StringBuilder(HEADER);
        StringBuilder perfect = new StringBuilder(HEADER);
        StringBuilder large = new StringBuilder(HEADER);
        for (int i = 1; i <= 12; i++) {
            String arm = i % 2 == 0 ? "old" : "new";
            String dose = List.of("low", "middle", "high").get(i % 3);
            String ward = List.of("a", "b", "c").get(i / 4 % 3);
            constant.append(String.format(row, i, arm, dose, ward, 40, 5, "yes", "mild", 2, 6));
            oneArm.append(String.format(
                    row, i, "new", "low", ward, 30 + i, 5.5 + i % 5, i % 4 == 0 ? "no" : "yes", "mild", i % 3, i));
            oneWard.append(String.format(
                    row, i, arm, dose, "a", 30 + i * i % 7, 5.5 + i % 5, i % 4 == 0 ? "no" : "yes", "severe", i, 1));
            separated.append(String.format(
                    row,
                    i,
                    arm,
                    dose,
                    ward,
                    30 + i,
                    i % 2,
                    i % 2 == 0 ? "no" : "yes",
                    i % 2 == 0 ? "mild" : "severe",
                    i % 2 * i,
                    i % 2 == 0 ? 30 : i));
            perfect.append(String.format(
                    row, i, arm, dose, ward, 30 + i, 2 * i, i > 6 ? "no" : "yes", i > 6 ? "mild" : "severe", 0, i));
            large.append(String.format(
                    row,
                    i,
                    arm,
                    dose,
                    ward,
                    "1e9",
                    "1e" + (60 + i * 5),
                    i % 4 == 0 ? "no" : "yes",
                    "moderate",
                    1,
                    "1e" + i));
        }
        for (StringBuilder file : List.of(constant, oneArm, oneWard, separated, perfect, large)) {
            files.add(file.toString());
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("awkward")
    void awkward_data_give_numbers_or_reasons(String csv) {
        for (String analysis : ANALYSES) {
            List<LedgerEntry> entries = ledger(csv, analysis).entries();
            assertThat(entries).as(analysis).isNotEmpty();
            for (LedgerEntry entry : entries) {
                String what = analysis + " " + entry.key();
                if (entry.value() instanceof NotComputed<Double> not) {
                    assertThat(not.detail()).as(what).isNotBlank();
                    assertThat(not.advice()).as(what).isNotBlank();
                    assertThat(entry.display()).as(what).isEqualTo(Display.NOT_COMPUTED);
                } else {
                    double value = entry.value().orElseThrow();
                    assertThat(value).as(what).isNotNaN();
                    if (entry.kind() == QuantityKind.P_VALUE) {
                        assertThat(value).as(what).isBetween(0.0, 1.0);
                    }
                }
                entry.rivals()
                        .forEach(rival -> assertThat(rival.quantities().get())
                                .as(what + " as " + rival.id())
                                .allSatisfy(q -> {
                                    if (q.value() instanceof Computed<Double> computed) {
                                        assertThat(computed.value()).isNotNaN();
                                    }
                                }));
            }
        }
    }

    @Test
    void all_methods_can_be_computed_on_data_that_allow_it() {
        for (String analysis : ANALYSES) {
            assertThat(ledger(PEOPLE, analysis).entries())
                    .as(analysis)
                    .anySatisfy(e -> assertThat(e.value().isComputed()).isTrue());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {method: logistic_regression, outcome: ill, covariates: risk}                                  | a0.risk.p              | SEPARATION
            {method: cox_regression, outcome: ill, time: months, covariates: risk}                          | a0.risk.estimate       | SEPARATION
            {method: proportional_odds, outcome: grade, covariates: rank}                                   | a0.rank.ci.lower       | SEPARATION
            {method: linear_model, outcome: score, covariates: [age, twice]}                                | a0.twice.estimate      | SINGULAR_DESIGN
            {method: quantile_regression, outcome: score, covariates: [age, twice]}                         | a0.age.estimate        | SINGULAR_DESIGN
            {method: mixed_model, outcome: score, covariates: [age, twice], cluster: ward}                  | a0.age.p               | SINGULAR_DESIGN
            {method: adjusted_means, outcome: score, group: arm, covariates: [age, twice]}                  | a0.new.estimate        | SINGULAR_DESIGN
            {method: negative_binomial_regression, outcome: even, group: arm}                               | a0.arm.estimate        | NO_CONVERGENCE
            {method: logistic_regression, outcome: never, group: arm}                                       | a0.arm.p               | NO_EVENTS
            {method: cox_regression, outcome: never, time: months, group: arm}                              | a0.arm.p               | NO_EVENTS
            {method: log_rank, outcome: never, time: months, group: arm}                                    | a0.p                   | NO_EVENTS
            {method: restricted_mean_survival, outcome: never, time: months, group: arm}                    | a0.difference.p        | NO_EVENTS
            {method: proportional_hazards_test, outcome: never, time: months, group: arm}                   | a0.arm.p               | NO_EVENTS
            {method: mixed_model, outcome: score, group: arm, cluster: id}                                  | a0.arm.p               | TOO_FEW_OBSERVATIONS
            {method: estimating_equations, outcome: score, group: arm, cluster: single}                     | a0.arm.p               | TOO_FEW_OBSERVATIONS
            {method: linear_model, outcome: score, group: arm, cluster: single, parameters: {errors: cr1}}  | a0.arm.se              | -
            {method: linear_model, outcome: score, group: arm, cluster: single, parameters: {errors: cr1}}  | a0.arm.p               | TOO_FEW_OBSERVATIONS
            {method: survival_probability, outcome: ill, time: months, parameters: {times: 99}}             | a0.at_99.estimate      | NOT_REACHED
            {method: survival_probability, outcome: ill, time: months, parameters: {times: 9.9e1}}          | a0.at_99.estimate      | NOT_REACHED
            {method: restricted_mean_survival, outcome: ill, time: months, parameters: {horizon: 99}}       | a0.estimate            | NOT_REACHED
            {method: subgroups, outcome: ill, group: arm, subgroups: dose, parameters: {model: logistic}}   | a0.dose.low.estimate   | SEPARATION
            {method: model_comparison, outcome: ill, covariates: risk, parameters: {model: logistic, tested: risk}} | a0.p           | SEPARATION
            {method: model_comparison, outcome: exact, covariates: age, parameters: {tested: age}}          | a0.p                   | CONSTANT_DATA
            {method: linear_model, outcome: score, covariates: visits, parameters: {splines: visits(4)}} | a0.visits.estimate | SINGULAR_DESIGN
            {method: linear_model, outcome: score, covariates: visits, parameters: {splines: visits(4)}} | a0.visits_spline_3.p | SINGULAR_DESIGN
            {method: linear_model, outcome: score, covariates: visits, parameters: {splines: visits(4)}} | a0.visits.term_test.p | SINGULAR_DESIGN
            {method: logistic_regression, outcome: ill, covariates: visits, parameters: {splines: visits(4)}} | a0.visits.p | SINGULAR_DESIGN
            {method: proportional_odds, outcome: grade, covariates: visits, parameters: {splines: visits(4)}} | a0.visits.estimate | SINGULAR_DESIGN
            {method: proportional_odds, outcome: grade, covariates: visits, parameters: {splines: visits(4)}} | a0.visits.term_test.p | SINGULAR_DESIGN
            {method: quantile_regression, outcome: score, covariates: visits, parameters: {splines: visits(4)}} | a0.visits_spline_1.estimate | SINGULAR_DESIGN
            {method: mixed_model, outcome: score, cluster: ward, covariates: visits, parameters: {splines: visits(4)}} | a0.visits.term_test.p | SINGULAR_DESIGN
            {method: estimating_equations, outcome: score, cluster: ward, covariates: visits, parameters: {splines: visits(4)}} | a0.visits.p | SINGULAR_DESIGN
            {method: cox_regression, outcome: ill, time: months, covariates: visits, parameters: {splines: visits(4)}} | a0.visits_spline_2.estimate | SINGULAR_DESIGN
            {method: proportional_hazards_test, outcome: ill, time: months, covariates: visits, parameters: {splines: visits(4)}} | a0.model.p | SINGULAR_DESIGN
            {method: model_comparison, outcome: score, covariates: visits, parameters: {splines: visits(4), tested: visits}} | a0.p | SINGULAR_DESIGN
            {method: adjusted_means, outcome: score, group: arm, covariates: visits, parameters: {splines: visits(4)}} | a0.new.estimate | SINGULAR_DESIGN
            """)
    void what_cannot_be_computed_has_its_reason(String analysis, String key, String reason) {
        Optional<LedgerEntry> entry = ledger(PEOPLE, analysis).get(key);
        if (reason.equals("-")) {
            assertThat(entry).isEmpty();
            return;
        }
        assertThat(entry.orElseThrow().value()).isInstanceOfSatisfying(NotComputed.class, not -> {
            assertThat(not.reason()).hasToString(reason);
            assertThat(not.advice()).isNotBlank();
        });
        assertThat(entry.orElseThrow().display()).isEqualTo("not estimable");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {method: linear_model, outcome: score, group: arm, parameters: {errors: cr1}}                  | missing-key         | names the clusters
            {method: linear_model, outcome: score, group: arm, cluster: ward}                              | wrong-parameter     | no use for `cluster`
            {method: linear_model, outcome: score, group: arm, parameters: {errors: hc9}}                  | wrong-parameter     | expected one of classical
            {method: linear_model, outcome: score, group: arm, covariates: arm}                            | duplicate-name      | as `group` and as `covariates`
            {method: linear_model, outcome: score, covariates: [age, score]}                               | duplicate-name      | as `outcome` and as `covariates`
            {method: linear_model, outcome: score, covariates: ward, cluster: ward, parameters: {errors: cr1}} | duplicate-name  | as `covariates` and as `cluster`
            {method: logistic_regression, outcome: ill, group: ill}                                        | duplicate-name      | as `outcome` and as `group`
            {method: quantile_regression, outcome: score, covariates: score}                               | duplicate-name      | as `outcome` and as `covariates`
            {method: cox_regression, outcome: ill, time: months, covariates: months}                       | duplicate-name      | as `time` and as `covariates`
            {method: cox_regression, outcome: ill, time: months, group: arm, strata: arm}                  | duplicate-name      | as `group` and as `strata`
            {method: log_rank, outcome: ill, time: months, group: arm, strata: arm}                        | duplicate-name      | as `group` and as `strata`
            {method: mantel_haenszel, outcome: ill, group: arm, strata: arm}                               | duplicate-name      | as `group` and as `strata`
            {method: subgroups, outcome: score, group: arm, covariates: score, subgroups: dose}            | duplicate-name      | as `outcome` and as `covariates`
            {method: linear_model, outcome: score, covariates: age, parameters: {polynomials: age ^ 1}}    | wrong-parameter     | from 2 to 9
            {method: linear_model, outcome: score, covariates: [age, dose], parameters: {polynomials: dose ^ 2}} | wrong-parameter | numeric covariate
            {method: linear_model, outcome: score, covariates: age, parameters: {splines: age}}            | wrong-parameter     | from 2 to 9
            {method: linear_model, outcome: score, covariates: age, parameters: {splines: age(3), polynomials: age ^ 2}} | wrong-parameter | has a shape already
            {method: linear_model, outcome: score, covariates: age, parameters: {interactions: age * sex}} | wrong-parameter     | two variables of the model
            {method: linear_model, outcome: score, covariates: age, parameters: {interactions: age * age}} | wrong-parameter     | two variables of the model
            {method: linear_model, outcome: score, group: arm, covariates: age, parameters: {interactions: [arm * age, arm*age]}} | wrong-parameter | is in the model already
            {method: cox_regression, outcome: ill, time: months, group: arm, covariates: age, parameters: {interactions: [arm * age, age * arm]}} | wrong-parameter | is in the model already
            {method: model_comparison, outcome: score, group: arm, covariates: age, parameters: {interactions: [arm:age, age * arm], tested: age}} | wrong-parameter | is in the model already
            {method: linear_model, outcome: score, covariates: age, parameters: {level: 1.5}}              | wrong-parameter     | between 0 and 1
            {method: linear_model, outcome: score, covariates: [intercept, age]}                           | duplicate-variable  | the key `intercept`
            {method: linear_model, outcome: score, covariates: [age, age_2], parameters: {polynomials: age ^ 2}} | duplicate-variable | the key `age_2`
            {method: subgroups, outcome: score, time: months, group: arm, subgroups: dose}                 | unknown-role        | no use for `time`
            {method: adjusted_means, outcome: score}                                                       | missing-key         | needs `group`
            {method: model_comparison, outcome: score, group: arm}                                         | missing-key         | needs `tested`
            {method: model_comparison, outcome: score, group: arm, parameters: {tested: age}}              | wrong-parameter     | a variable or an interaction
            {method: model_comparison, outcome: ill, group: arm, parameters: {model: logistic, tested: arm, test: f}} | wrong-parameter | has no such test
            {method: model_comparison, outcome: score, group: arm, parameters: {model: logistic, tested: arm}} | wrong-variable-type | expected a category
            {method: model_comparison, outcome: ill, group: arm, parameters: {tested: arm}}                | wrong-variable-type | expected a number
            {method: model_comparison, outcome: ill, group: arm, parameters: {model: cox, tested: arm}}    | missing-key         | follow-up time
            {method: subgroups, outcome: score, group: dose, subgroups: arm}                               | wrong-levels        | compares two
            {method: subgroups, outcome: score, group: arm, subgroups: arm}                                | wrong-parameter     | it cannot be a subgroup
            {method: subgroups, outcome: score, group: arm}                                                | missing-key         | needs `subgroups`
            {method: poisson_regression, outcome: score, group: arm}                                       | out-of-range        | whole numbers
            {method: negative_binomial_regression, outcome: visits, time: below, group: arm}               | out-of-range        | times above nought
            {method: proportional_odds, outcome: dose, group: arm}                                         | wrong-variable-type | takes ordinal
            {method: quantile_regression, outcome: score, group: arm, parameters: {quantile: 1}}           | wrong-parameter     | between 0 and 1
            {method: mixed_model, outcome: score, group: arm}                                              | missing-key         | needs `cluster`
            {method: mixed_model, outcome: score, group: arm, cluster: ward, parameters: {criterion: ml, freedom: kenward-roger}} | wrong-parameter | needs `criterion: reml`
            {method: estimating_equations, outcome: score, cluster: ward, parameters: {family: logistic}}  | wrong-variable-type | expected a category
            {method: logistic_regression, outcome: ill, group: arm, parameters: {errors: clustered}}       | missing-key         | names the clusters
            {method: cox_regression, outcome: ill, time: months}                                           | missing-key         | `group` or `covariates`
            {method: cox_regression, outcome: ill, time: below, group: arm}                                | out-of-range        | from nought upwards
            {method: survival_probability, outcome: ill, time: months}                                     | missing-key         | needs `times`
            {method: survival_probability, outcome: ill, time: months, parameters: {times: [3, -1]}}       | wrong-parameter     | a number from 0 to
            {method: survival_probability, outcome: ill, time: months, parameters: {times: [1e400]}}       | wrong-parameter     | a number from 0 to 1000000000000000
            {method: survival_probability, outcome: ill, time: months, parameters: {times: [0, 1e-999999999]}} | wrong-parameter | different times
            {method: restricted_mean_survival, outcome: ill, time: months, parameters: {horizon: 1e400}}   | wrong-parameter     | a number from 0 to 1000000000000000
            {method: restricted_mean_survival, outcome: ill, time: months, parameters: {horizon: 1e-999999999}} | wrong-parameter | above nought
            {method: survival_probability, outcome: ill, time: months, parameters: {times: [3, 3.0]}}      | wrong-parameter     | different times
            {method: restricted_mean_survival, outcome: ill, time: months, parameters: {horizon: 0}}       | wrong-parameter     | above nought
            """)
    void what_cannot_be_asked_is_told_at_its_place(String analysis, String code, String message) {
        assertThatThrownBy(() -> ledger(PEOPLE, analysis)).isInstanceOfSatisfying(StudyException.class, e -> {
            Diagnostic diagnostic = e.diagnostics().get(0);
            assertThat(diagnostic.code()).isEqualTo(code);
            assertThat(diagnostic.message()).contains(message);
            assertThat(diagnostic.location().line()).isPositive();
        });
    }

    @Test
    void a_product_that_is_given_twice_is_told_where_it_stands_again() {
        String analysis = "{method: linear_model, outcome: score, group: arm, covariates: age,"
                + " parameters: {interactions: [arm * age, age * arm]}}";
        assertThatThrownBy(() -> ledger(PEOPLE, analysis))
                .isInstanceOfSatisfying(
                        StudyException.class,
                        e -> assertThat(e.diagnostics()).singleElement().satisfies(d -> {
                            assertThat(d.location().column()).isGreaterThan(analysis.indexOf("age * arm"));
                            assertThat(d.message()).contains("`age` and `arm`");
                            assertThat(d.hint()).isPresent();
                        }));
    }
}
