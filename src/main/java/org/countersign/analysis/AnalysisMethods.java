package org.countersign.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.analysis.methods.AdjustedMeansMethod;
import org.countersign.analysis.methods.BaselineMethod;
import org.countersign.analysis.methods.ChiSquareMethod;
import org.countersign.analysis.methods.ClusteredMethods;
import org.countersign.analysis.methods.CorrelationMethod;
import org.countersign.analysis.methods.CountAndOrderMethods;
import org.countersign.analysis.methods.CronbachAlphaMethod;
import org.countersign.analysis.methods.DescribeMethod;
import org.countersign.analysis.methods.FisherExactMethod;
import org.countersign.analysis.methods.FrequenciesMethod;
import org.countersign.analysis.methods.GeneralizedLinearMethods;
import org.countersign.analysis.methods.GroupMethods;
import org.countersign.analysis.methods.KappaMethod;
import org.countersign.analysis.methods.LinearModelMethod;
import org.countersign.analysis.methods.ModelComparisonMethod;
import org.countersign.analysis.methods.PairedMethods;
import org.countersign.analysis.methods.ParticipantFlowMethod;
import org.countersign.analysis.methods.ProportionMethod;
import org.countersign.analysis.methods.QuantileRegressionMethod;
import org.countersign.analysis.methods.RiskRatioMethod;
import org.countersign.analysis.methods.SubgroupsMethod;
import org.countersign.analysis.methods.SurvivalCurveMethods;
import org.countersign.analysis.methods.SurvivalMethods;
import org.countersign.analysis.methods.TTestMethod;
import org.countersign.analysis.methods.ThemeFrequenciesMethod;
import org.countersign.analysis.methods.TwoByTwoMethods;
import org.countersign.analysis.methods.TwoSampleMethods;
import org.countersign.analysis.methods.WilcoxonRankSumMethod;

/** The catalogue of methods, sorted by id. */
public final class AnalysisMethods {

    private static final List<AnalysisMethod> ALL = Stream.of(
                    new AdjustedMeansMethod(),
                    new BaselineMethod(),
                    new ChiSquareMethod(),
                    new CorrelationMethod(),
                    new CronbachAlphaMethod(),
                    new DescribeMethod(),
                    new FisherExactMethod(),
                    new FrequenciesMethod(),
                    new KappaMethod(),
                    new LinearModelMethod(),
                    new ModelComparisonMethod(),
                    new ParticipantFlowMethod(),
                    new ProportionMethod(),
                    new QuantileRegressionMethod(),
                    new RiskRatioMethod(),
                    new SubgroupsMethod(),
                    new TTestMethod(),
                    new ThemeFrequenciesMethod(),
                    new WilcoxonRankSumMethod(),
                    ClusteredMethods.estimatingEquations(),
                    ClusteredMethods.mixedModel(),
                    CountAndOrderMethods.negativeBinomial(),
                    CountAndOrderMethods.proportionalOdds(),
                    GeneralizedLinearMethods.logBinomial(),
                    GeneralizedLinearMethods.logistic(),
                    GeneralizedLinearMethods.modifiedPoisson(),
                    GeneralizedLinearMethods.poisson(),
                    GroupMethods.anova(),
                    GroupMethods.kruskalWallis(),
                    GroupMethods.tukey(),
                    PairedMethods.signTest(),
                    PairedMethods.signedRank(),
                    PairedMethods.tTest(),
                    SurvivalCurveMethods.kaplanMeier(),
                    SurvivalCurveMethods.logRank(),
                    SurvivalCurveMethods.restrictedMean(),
                    SurvivalCurveMethods.survivalProbability(),
                    SurvivalMethods.cox(),
                    SurvivalMethods.proportionalHazardsTest(),
                    TwoByTwoMethods.numberNeededToTreat(),
                    TwoByTwoMethods.oddsRatio(),
                    TwoByTwoMethods.riskDifference(),
                    TwoSampleMethods.probabilityOfSuperiority(),
                    TwoSampleMethods.standardisedDifference())
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
