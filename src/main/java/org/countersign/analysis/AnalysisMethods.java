package org.countersign.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.analysis.methods.AdjustedMeansMethod;
import org.countersign.analysis.methods.AgreementMethods;
import org.countersign.analysis.methods.AssociationMethods;
import org.countersign.analysis.methods.BaselineMethod;
import org.countersign.analysis.methods.ClusteredMethods;
import org.countersign.analysis.methods.CorrelationMethod;
import org.countersign.analysis.methods.CountAndOrderMethods;
import org.countersign.analysis.methods.CronbachAlphaMethod;
import org.countersign.analysis.methods.CrossTabulationMethods;
import org.countersign.analysis.methods.DescribeMethod;
import org.countersign.analysis.methods.FrequenciesMethod;
import org.countersign.analysis.methods.FriedmanMethod;
import org.countersign.analysis.methods.GeneralizedLinearMethods;
import org.countersign.analysis.methods.GroupMethods;
import org.countersign.analysis.methods.KappaMethod;
import org.countersign.analysis.methods.LinearModelMethod;
import org.countersign.analysis.methods.ModelComparisonMethod;
import org.countersign.analysis.methods.PAdjustmentMethod;
import org.countersign.analysis.methods.PairedMethods;
import org.countersign.analysis.methods.ParticipantFlowMethod;
import org.countersign.analysis.methods.PowerMethods;
import org.countersign.analysis.methods.ProportionMethod;
import org.countersign.analysis.methods.ProportionTests;
import org.countersign.analysis.methods.QuantileRegressionMethod;
import org.countersign.analysis.methods.ResamplingMethods;
import org.countersign.analysis.methods.ScaleMethods;
import org.countersign.analysis.methods.StratifiedMethod;
import org.countersign.analysis.methods.SubgroupsMethod;
import org.countersign.analysis.methods.SurvivalCurveMethods;
import org.countersign.analysis.methods.SurvivalMethods;
import org.countersign.analysis.methods.ThemeFrequenciesMethod;
import org.countersign.analysis.methods.TwoByTwoMethods;
import org.countersign.analysis.methods.TwoSampleMethods;

/** The catalogue of methods, sorted by id. */
public final class AnalysisMethods {

    private static final List<AnalysisMethod> ALL = Stream.of(
                    new AdjustedMeansMethod(),
                    new BaselineMethod(),
                    new CorrelationMethod(),
                    new CronbachAlphaMethod(),
                    new DescribeMethod(),
                    new FrequenciesMethod(),
                    new FriedmanMethod(),
                    new KappaMethod(),
                    new LinearModelMethod(),
                    new ModelComparisonMethod(),
                    new PAdjustmentMethod(),
                    new ParticipantFlowMethod(),
                    new ProportionMethod(),
                    new QuantileRegressionMethod(),
                    new StratifiedMethod(),
                    new SubgroupsMethod(),
                    new ThemeFrequenciesMethod(),
                    AgreementMethods.fleissKappa(),
                    AgreementMethods.krippendorffAlpha(),
                    AgreementMethods.percentAgreement(),
                    AssociationMethods.partialCorrelation(),
                    AssociationMethods.pointBiserial(),
                    ClusteredMethods.estimatingEquations(),
                    ClusteredMethods.mixedModel(),
                    CountAndOrderMethods.negativeBinomial(),
                    CountAndOrderMethods.proportionalOdds(),
                    CrossTabulationMethods.chiSquare(),
                    CrossTabulationMethods.cramersV(),
                    CrossTabulationMethods.fisherExact(),
                    GeneralizedLinearMethods.logBinomial(),
                    GeneralizedLinearMethods.logistic(),
                    GeneralizedLinearMethods.modifiedPoisson(),
                    GeneralizedLinearMethods.poisson(),
                    GroupMethods.anova(),
                    GroupMethods.dunn(),
                    GroupMethods.kruskalWallis(),
                    GroupMethods.pairwise(),
                    GroupMethods.tukey(),
                    PairedMethods.mcNemar(),
                    PairedMethods.signTest(),
                    PairedMethods.signedRank(),
                    PairedMethods.tTest(),
                    PowerMethods.rankSum(),
                    PowerMethods.tTest(),
                    PowerMethods.twoProportions(),
                    ProportionTests.goodnessOfFit(),
                    ProportionTests.trend(),
                    ResamplingMethods.bootstrap(),
                    ResamplingMethods.permutation(),
                    ScaleMethods.intraclassCorrelation(),
                    ScaleMethods.itemAnalysis(),
                    ScaleMethods.omega(),
                    SurvivalCurveMethods.kaplanMeier(),
                    SurvivalCurveMethods.logRank(),
                    SurvivalCurveMethods.restrictedMean(),
                    SurvivalCurveMethods.survivalProbability(),
                    SurvivalMethods.cox(),
                    SurvivalMethods.proportionalHazardsTest(),
                    TwoByTwoMethods.numberNeededToTreat(),
                    TwoByTwoMethods.oddsRatio(),
                    TwoByTwoMethods.riskDifference(),
                    TwoByTwoMethods.riskRatio(),
                    TwoSampleMethods.probabilityOfSuperiority(),
                    TwoSampleMethods.rankSum(),
                    TwoSampleMethods.standardisedDifference(),
                    TwoSampleMethods.tTest())
            .sorted(Comparator.comparing(AnalysisMethod::id))
            .toList();

    private AnalysisMethods() {}

    public static List<AnalysisMethod> all() {
        return ALL;
    }

    public static Optional<AnalysisMethod> get(String id) {
        return ALL.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    public static List<String> ids() {
        return ALL.stream().map(AnalysisMethod::id).toList();
    }
}
