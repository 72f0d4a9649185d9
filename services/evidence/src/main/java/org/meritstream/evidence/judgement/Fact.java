package org.meritstream.evidence.judgement;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.Attempt;
import org.meritstream.events.AttemptFact;

/** Something known of a learner, that a rule may rest on. */
public sealed interface Fact {

    /**
     * The order of facts: by their own time, never by arrival (DESIGN.md, rule 6). Total, so that equal times lead to one result as well.
     */
    Comparator<Fact> ORDER =
            comparing(Fact::ownTime).thenComparing(Fact::receivedAt).thenComparing(Fact::id);

    /** The id of the event that said it. */
    String id();

    /** The event's data. */
    AttemptFact said();

    /** The sender's name within the tenant. */
    default String source() {
        return said().source().id();
    }

    /** What it is about, as the sender names it. */
    default String activity() {
        return said().activity().id();
    }

    /** Which try it is about, as far as the sender says. */
    default Attempt attempt() {
        return said().attempt();
    }

    /** When it became true: graded, else occurred. */
    default Instant ownTime() {
        return said().occurredAt();
    }

    /** When it reached Meritstream; breaks ties. */
    default Instant receivedAt() {
        return said().receivedAt();
    }

    /** A result, completion or mastery. */
    record Completed(String id, AssessmentCompleted said) implements Fact {
        @Override
        public Instant ownTime() {
            Instant graded = said.gradedAt();
            return graded == null ? said.occurredAt() : graded;
        }
    }

    /** What was said before of the activity and attempt no longer stands. */
    record Withdrawn(String id, AssessmentWithdrawn said) implements Fact {}
}
