package org.countersign.pipeline;

import java.nio.file.Path;
import java.util.Optional;
import org.countersign.analysis.AnalysisRunner;
import org.countersign.analysis.Ledger;
import org.countersign.dataset.DatasetLoader;
import org.countersign.dataset.Datasets;
import org.countersign.diagnostics.Diagnostics;
import org.countersign.diagnostics.Progress;
import org.countersign.diagnostics.StudyException;
import org.countersign.numbers.NumberStyle;
import org.countersign.report.ReportModel;
import org.countersign.report.TemplateFiles;
import org.countersign.report.page.ReportRenderer;
import org.countersign.study.StudyDefinition;
import org.countersign.study.StudyLoader;
import org.countersign.verify.ClaimVerifier;
import org.countersign.verify.Verdicts;

/** From a study's folder to its report, each step over immutable values. */
public final class StudyPipeline {

    private final TemplateFiles templates;
    private final Optional<String> sourceDateEpoch;
    private final Progress progress;

    /**
     * @param sourceDateEpoch seconds since 1970 that stand in the report, if the environment sets them
     */
    public StudyPipeline(TemplateFiles templates, Optional<String> sourceDateEpoch) {
        this(templates, sourceDateEpoch, Progress.NONE);
    }

    private StudyPipeline(TemplateFiles templates, Optional<String> sourceDateEpoch, Progress progress) {
        this.templates = templates;
        this.sourceDateEpoch = sourceDateEpoch;
        this.progress = progress;
    }

    /** The same, telling how far it has come. */
    public StudyPipeline with(Progress watched) {
        return new StudyPipeline(templates, sourceDateEpoch, watched);
    }

    /**
     * Reads, computes and verifies.
     *
     * @throws StudyException if the definition, the data or a claim are wrong
     */
    public ReportModel compute(Path folder) {
        Diagnostics wrongClaims = new Diagnostics();
        ReportModel model = compute(folder, wrongClaims);
        wrongClaims.throwIfErrors();
        return model;
    }

    /**
     * As {@link #compute(Path)}, for who wants the numbers even where a claim about them is wrong.
     *
     * @param wrongClaims receives what is wrong with claims
     * @throws StudyException if the definition or the data are wrong
     */
    public ReportModel compute(Path folder, Diagnostics wrongClaims) {
        StudyDefinition study = StudyLoader.load(folder);
        NumberStyle style = Styles.load(study.style(), templates);
        Datasets datasets = DatasetLoader.load(study, progress);
        Ledger ledger = AnalysisRunner.run(study, datasets, style, progress);
        Verdicts verdicts = ClaimVerifier.verify(study.claims(), ledger, wrongClaims);
        return ReportModel.of(study, datasets, ledger, verdicts, style);
    }

    /**
     * Computes and renders.
     *
     * @param diagnostics receives warnings
     * @throws StudyException if anything of the study is wrong; nothing has been written then
     */
    public ReportBundle run(Path folder, Diagnostics diagnostics) {
        ReportModel model = compute(folder);
        diagnostics.addAll(model.datasets().warnings());
        progress.at("setting the report of " + model.study().id(), 0, 0);
        ReportRenderer.Source manuscript = Manuscripts.find(model.study(), templates);
        ReportRenderer renderer = new ReportRenderer(
                model, templates, manuscript, Provenances.of(model, manuscript, sourceDateEpoch), diagnostics);
        return ReportBundle.of(model, renderer);
    }
}
