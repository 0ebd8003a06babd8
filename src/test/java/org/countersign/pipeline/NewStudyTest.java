package org.countersign.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.countersign.diagnostics.StudyException;
import org.countersign.study.StudyLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewStudyTest {

    @TempDir
    Path folder;

    private String draft(String csv) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), csv);
        Path study = folder.resolve("study");
        NewStudy.make(study, Optional.of(data));
        StudyLoader.load(study);
        return Files.readString(study.resolve(StudyLoader.FILE_NAME));
    }

    @Test
    void fewDecimalsAreNumbersAndRepeatedWordsAreLevels() throws IOException {
        assertThat(draft("patient,weight,arm\n1,70.1,a\n2,80.2,b\n3,65.5,a\n4,72.5,b\n"))
                .contains("patient: {type: id", "weight: {type: number", "arm: {type: category")
                .contains("outcome: [weight]", "group: arm");
    }

    @Test
    void usualMarksOfNoValueAreDeclared() throws IOException {
        assertThat(draft("patient,weight\n1,70.1\n2,NA\n3,.\n"))
                .contains("missing: [\".\", NA]", "weight: {type: number");
    }

    @Test
    void columnsMayHaveAnyName() throws IOException {
        assertThat(draft(
                        "Patient ID;1st score;yes/no;Größe_cm\nA;1;no;170,2\nB;2;yes;165,0\nC;3;no;180\nD;4;yes;175\n"))
                .contains("delimiter: \";\"", "id: Patient ID", "\"1st score\": {type: integer", "group: yes/no")
                .contains("decimal: \",\"", "Größe_cm\": {type: number, label: \"Größe cm\"}");
    }

    @Test
    void theArmsOfATrialAreTheGroup() throws IOException {
        assertThat(draft("id,sex,treat,age\n1,f,0,40\n2,m,1,51\n3,f,1,62\n4,m,0,43\n"))
                .contains("group: treat", "outcome: [age, sex]")
                .contains("# say what codes mean");
    }

    @Test
    void aNumberInTheNameIsDeclared() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "patient,age\n1,40\n2,41\n3,42\n");
        Path study = folder.resolve("trial-2024");
        NewStudy.make(study, Optional.of(data));
        assertThat(StudyLoader.load(study).constants())
                .extracting(c -> c.text().text())
                .containsExactly("2024");
    }

    @Test
    void aHeaderThatNoDefinitionCanDeclareIsRefused() throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "score,,score\n1,2,3\n");
        Path study = folder.resolve("study");
        assertThatExceptionOfType(StudyException.class)
                .isThrownBy(() -> NewStudy.make(study, Optional.of(data)))
                .satisfies(e -> assertThat(e.diagnostics())
                        .extracting(d -> d.code())
                        .containsExactly("unnamed-column", "duplicate-column"));
        assertThat(study).doesNotExist();
    }
}
