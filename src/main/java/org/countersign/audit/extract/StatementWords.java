package org.countersign.audit.extract;

import java.util.Set;

/** The words by which {@link StatementReader} knows what a sentence on significance means; lookups only. */
final class StatementWords {

    /** They turn a claim around, or leave it open when they stand further away. */
    static final Set<String> NEGATIONS =
            words("absence aren't barely cannot couldn't didn't doesn't except fail failed fails few hardly isn't "
                    + "lack lacked less little n't neither never no nobody non none nor not nothing rarely scarcely "
                    + "unlikely wasn't weren't without");

    /** In a clause with one of these "significant" is no claim about the result at hand: nearly, whether, defined as. */
    static final Set<String> HEDGES =
            words("accepted almost approached approaches approaching became bivariate borderline clinically close "
                    + "considered could criterion deemed defined detect detecting entered equivalence equivalent "
                    + "expected factors hypothesis hypothesised hypothesize hypothesized if interaction interactions "
                    + "interim level longer lost marginally may might moderated near nearly nominally non-inferior "
                    + "non-inferiority noninferior noninferiority only potentially power powered predictors previously "
                    + "regarded remained reported screening set should tested threshold toward towards trend trended "
                    + "trending univariable univariate unless variables whether would");

    /** Behind "significant" these make it another thing: a level, a kind of patient, a variable for a model. */
    static final Set<String> OTHER_MEANING =
            words("at bleeding comorbidities comorbidity digits disease events factors fibrosis figures for if "
                    + "illness interaction interactions level majority medical minority number only others portion "
                    + "predictors proportion stenosis threshold trend trends unless variables when");

    /** They begin a clause whose numbers may be about something else. */
    static final Set<String> CLAUSES =
            words("after although apart became because before but despite except however neither no nor not only "
                    + "other rather remained since so that though unlike until when where whereas which while who whose "
                    + "yet");

    /** Behind "and" they say something new. */
    static final Set<String> VERBS =
            words("are correlated declined decreased did differed does favored favoring favoured favouring fell "
                    + "found had has have improved increased is observed predicted received reduced reported rose "
                    + "scored showed shows tended was were");

    private StatementWords() {}

    private static Set<String> words(String separatedBySpaces) {
        return Set.of(separatedBySpaces.split(" "));
    }
}
