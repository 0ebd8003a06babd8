package org.countersign.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.countersign.study.StudyVocabulary;
import org.junit.jupiter.api.Test;

class AnalysisMethodsTest {

    @Test
    void everyRoleOfTheLanguageIsTakenByAMethod() {
        Set<String> taken = new TreeSet<>();
        AnalysisMethods.all().forEach(m -> m.roles().forEach(r -> taken.add(r.name())));
        assertThat(taken).containsExactlyInAnyOrderElementsOf(StudyVocabulary.roles());
    }

    @Test
    void synonymsLeadToMethodsThatThereAre() {
        assertThat(MethodSynonyms.ids())
                .allSatisfy(id -> assertThat(AnalysisMethods.get(id)).as(id).isPresent());
        assertThat(MethodSynonyms.idOf("Relative_Risk")).contains("risk_ratio");
    }
}
