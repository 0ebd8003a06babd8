package org.countersign.analysis.methods;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
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

    /** The confidence level and decimals, which all have, behind a method's own parameters. */
    static List<ParameterSpec> withLevel(ParameterSpec... own) {
        List<ParameterSpec> all = new ArrayList<>(List.of(own));
        all.add(ParameterSpec.confidenceLevel());
        all.add(Parameters.decimals());
        return all;
    }
}
