package org.countersign.study;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A study as its author declares it.
 *
 * @param id name of its folder
 * @param folder that everything is read from
 * @param file {@code study.yaml} as a user would type it
 * @param about title, authors, publication, data status
 * @param style profile of number formatting
 * @param manuscript path below the folder; the template of the study's name, or the default report, if absent
 */
public record StudyDefinition(
        String id,
        Path folder,
        String file,
        About about,
        StyleSpec style,
        Optional<LocatedText> manuscript,
        List<DatasetSpec> datasets,
        List<PopulationSpec> populations,
        List<AnalysisSpec> analyses,
        List<ExhibitSpec> figures,
        List<ExhibitSpec> tables,
        List<Claim> claims,
        List<Constant> constants,
        List<Publication> references) {

    public StudyDefinition {
        requireNonNull(id);
        requireNonNull(folder);
        requireNonNull(file);
        requireNonNull(about);
        requireNonNull(style);
        requireNonNull(manuscript);
        datasets = List.copyOf(datasets);
        populations = List.copyOf(populations);
        analyses = List.copyOf(analyses);
        figures = List.copyOf(figures);
        tables = List.copyOf(tables);
        claims = List.copyOf(claims);
        constants = List.copyOf(constants);
        references = List.copyOf(references);
    }

    public Optional<DatasetSpec> dataset(String name) {
        return datasets.stream().filter(d -> d.name().equals(name)).findFirst();
    }

    public Optional<AnalysisSpec> analysis(String analysis) {
        return analyses.stream().filter(a -> a.id().equals(analysis)).findFirst();
    }

    public Optional<PopulationSpec> population(String name) {
        return populations.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
