package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countersign.analysis.AnalysisInput;
import org.countersign.analysis.AnalysisMethod;
import org.countersign.analysis.ParameterSpec;
import org.countersign.analysis.Results;
import org.countersign.analysis.RoleSpec;
import org.countersign.stats.Reference;

/**
 * A method that differs from its kin only in the procedure: what is declared of it, and what it does.
 *
 * @param id in the study file
 * @param label for a reader
 * @param summary with the default variant
 * @param roles the parts that variables play
 * @param parameters with their defaults
 * @param references of the procedure
 * @param defaultDisplay composite for the analysis as a whole
 * @param computation reads the input and adds to the results
 */
record MethodFamily(
        String id,
        String label,
        String summary,
        List<RoleSpec> roles,
        List<ParameterSpec> parameters,
        List<Reference> references,
        String defaultDisplay,
        Computation computation)
        implements AnalysisMethod {

    /** People at the beginning of a label. */
    private static final List<String> NAMES = List.of(
            "Cochran",
            "Cohen",
            "Cramer",
            "Cronbach",
            "Dunn",
            "Fisher",
            "Fleiss",
            "Friedman",
            "Krippendorff",
            "Kruskal",
            "Mantel",
            "McDonald",
            "McNemar",
            "Tukey",
            "Wilcoxon");

    MethodFamily {
        requireNonNull(id);
        requireNonNull(label);
        requireNonNull(summary);
        roles = List.copyOf(roles);
        parameters = List.copyOf(parameters);
        references = List.copyOf(references);
        requireNonNull(defaultDisplay);
        requireNonNull(computation);
    }

    /** What a method does. */
    interface Computation {
        void run(AnalysisInput input, Results results);
    }

    @Override
    public void run(AnalysisInput input, Results results) {
        computation.run(input, results);
    }

    /** A label inside a sentence: "Paired t test" is "paired t test", "Fisher's exact test" stays. */
    static String inSentence(String label) {
        String first = label.split("[ '\u2019-]", 2)[0];
        return NAMES.contains(first) ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** The confidence level and decimals, which all have, behind a method's own parameters. */
    static List<ParameterSpec> withLevel(ParameterSpec... own) {
        List<ParameterSpec> all = new ArrayList<>(List.of(own));
        all.add(ParameterSpec.confidenceLevel());
        all.add(Parameters.decimals());
        return all;
    }
}
