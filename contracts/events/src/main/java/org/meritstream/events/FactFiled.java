package org.meritstream.events;

import java.util.UUID;

/**
 * Something was established of a learner by the evidence service itself. With what the platforms said and the credentials held, this is
 * all that a dossier rests on: whoever reads the topics can judge again.
 *
 * @param learner whom it was said of
 * @param achievement its name within the tenant; the fact is about every version of it
 * @param fact its id is the event's that brought it
 */
public record FactFiled(String tenant, UUID learner, String achievement, Fact.OfAchievement fact)
        implements EvidenceEvent {
    public FactFiled {
        Limits.slug("achievement", achievement);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
