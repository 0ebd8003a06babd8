package org.countersign.analysis;

import java.util.List;
import org.countersign.stats.Reference;

/**
 * A method that a study can name. To add one: a class in {@code methods}, a line in {@link AnalysisMethods}, reference
 * rows in a test; the documentation and {@code countersign list methods} read it from here.
 */
public interface AnalysisMethod {

    /** Stable id, lower-case words joined by underscores. */
    String id();

    /** For a reader. */
    String label();

    /** What it does, with its default variant, one or two sentences. */
    String summary();

    List<RoleSpec> roles();

    /** What it computes from. */
    enum Basis {
        /** Rows of a dataset. */
        DATA,
        /** Its parameters alone, as a sample size is planned. */
        PARAMETERS,
        /** Results of the analyses that stand before it in the study. */
        LEDGER
    }

    /** What it computes from; the rows of a dataset unless a method says otherwise. */
    default Basis basis() {
        return Basis.DATA;
    }

    List<ParameterSpec> parameters();

    List<Reference> references();

    /** Composite shown for the analysis as a whole, when the study names none; see {@code Composites}. */
    String defaultDisplay();

    /**
     * Computes.
     *
     * @param input variables and parameters that have passed the checks of {@link #roles()} and {@link #parameters()}
     * @param results where the numbers go
     */
    void run(AnalysisInput input, Results results);
}
