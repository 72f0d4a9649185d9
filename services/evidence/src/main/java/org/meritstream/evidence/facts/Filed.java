package org.meritstream.evidence.facts;

import org.meritstream.events.AttemptFact;
import org.meritstream.events.Fact;
import org.meritstream.evidence.catalogue.ActivityKey;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * A fact with the learner id it was said of; whose fact it is in the end follows from the links between ids.
 *
 * @param said the event as it came, which is what is kept
 */
public record Filed(LearnerKey learner, Fact.OfActivity fact, AttemptFact said) {

    /** What an event of this id said. */
    public static Filed of(String id, AttemptFact said) {
        return new Filed(new LearnerKey(said.tenant(), said.learner()), Fact.OfActivity.of(id, said), said);
    }

    /** The activity it is about. */
    public ActivityKey activity() {
        return new ActivityKey(learner.tenant(), fact.source(), fact.activity());
    }
}
