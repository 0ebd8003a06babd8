package org.countersign.analysis;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.countersign.study.AnalysisSpec;
import org.countersign.study.LocatedText;
import org.countersign.study.StudyDefinition;

/** Which analyses an analysis computes from, where it computes from results. */
public final class AnalysisSources {

    private AnalysisSources() {}

    /** The analyses before it whose keys its parameters name; none where it computes from data. */
    public static List<AnalysisSpec> of(StudyDefinition study, AnalysisSpec analysis) {
        boolean fromResults = AnalysisMethods.get(analysis.method().text())
                .filter(method -> method.basis() == AnalysisMethod.Basis.LEDGER)
                .isPresent();
        if (!fromResults) {
            return List.of();
        }
        List<String> named = analysis.parameters().values().stream()
                .flatMap(List::stream)
                .map(LocatedText::text)
                .map(key -> key.replaceFirst("\\..*$", ""))
                .toList();
        return study.analyses().stream()
                .takeWhile(before -> !before.equals(analysis))
                .filter(before -> named.contains(before.id()))
                .toList();
    }

    /** Some analyses of a study and all that they compute from, in the order of the study. */
    public static List<AnalysisSpec> with(StudyDefinition study, Collection<AnalysisSpec> some) {
        Set<AnalysisSpec> needed = new LinkedHashSet<>();
        some.forEach(analysis -> collect(study, analysis, needed));
        return study.analyses().stream().filter(needed::contains).toList();
    }

    private static void collect(StudyDefinition study, AnalysisSpec analysis, Set<AnalysisSpec> needed) {
        if (needed.add(analysis)) {
            of(study, analysis).forEach(source -> collect(study, source, needed));
        }
    }
}
