package org.meritstream.evidence.facts;

import org.meritstream.evidence.catalogue.ActivityKey;
import org.meritstream.evidence.judgement.Fact;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * A fact with the learner id it was said of; whose fact it is in the end follows from the links between ids.
 */
public record Filed(LearnerKey learner, Fact fact) {

    /** The activity it is about. */
    public ActivityKey activity() {
        return new ActivityKey(learner.tenant(), fact.source(), fact.activity());
    }
}
