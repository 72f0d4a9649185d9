package org.meritstream.evidence.judgement;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Comparator;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.Attempt;

/** Something known of a learner, that a rule may rest on. */
public sealed interface Fact {

    /**
     * The order of facts: by their own time, never by arrival (DESIGN.md, rule 6). Total, so that equal times lead to one result as well.
     */
    Comparator<Fact> ORDER =
            comparing(Fact::ownTime).thenComparing(Fact::receivedAt).thenComparing(Fact::id);

    /** The id of the event that said it. */
    String id();

    /** The sender's name within the tenant. */
    String source();

    /** What it is about, as the sender names it. */
    String activity();

    /** Which try it is about, as far as the sender says. */
    Attempt attempt();

    /** When it became true: graded, else occurred. */
    Instant ownTime();

    /** When it reached Meritstream; breaks ties. */
    Instant receivedAt();

    /** A result, completion or mastery. */
    record Completed(String id, AssessmentCompleted said) implements Fact {
        @Override
        public String source() {
            return said.source().id();
        }

        @Override
        public String activity() {
            return said.activity().id();
        }

        @Override
        public Attempt attempt() {
            return said.attempt();
        }

        @Override
        public Instant ownTime() {
            Instant graded = said.gradedAt();
            return graded == null ? said.occurredAt() : graded;
        }

        @Override
        public Instant receivedAt() {
            return said.receivedAt();
        }
    }

    /** What was said before of the activity and attempt no longer stands. */
    record Withdrawn(String id, AssessmentWithdrawn said) implements Fact {
        @Override
        public String source() {
            return said.source().id();
        }

        @Override
        public String activity() {
            return said.activity().id();
        }

        @Override
        public Attempt attempt() {
            return said.attempt();
        }

        @Override
        public Instant ownTime() {
            return said.occurredAt();
        }

        @Override
        public Instant receivedAt() {
            return said.receivedAt();
        }
    }
}
