package org.meritstream.evidence.facts;

import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.AttemptFact;
import org.meritstream.events.CredentialFellDue;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.Fact;

/** What an event of another service states of a learner, as the fact that a rule may rest on; the event's id becomes the fact's. */
public final class Stated {
    private Stated() {}

    /** What a learning platform said of an activity. */
    public static Fact.OfActivity by(String id, AttemptFact said) {
        return switch (said) {
            case AssessmentCompleted completed -> completed(id, completed);
            case AssessmentWithdrawn withdrawn -> withdrawn(id, withdrawn);
        };
    }

    /** A result, completion or mastery. */
    public static Fact.Completed completed(String id, AssessmentCompleted said) {
        return new Fact.Completed(
                id,
                said.source().id(),
                said.activity().id(),
                said.kind(),
                said.attempt(),
                said.score(),
                said.passed(),
                said.status(),
                said.completedAt(),
                said.gradedAt(),
                said.occurredAt(),
                said.receivedAt());
    }

    /** What was said before no longer stands. */
    public static Fact.Withdrawn withdrawn(String id, AssessmentWithdrawn said) {
        return new Fact.Withdrawn(
                id,
                said.source().id(),
                said.activity().id(),
                said.attempt(),
                said.reason(),
                said.occurredAt(),
                said.receivedAt());
    }

    /** A credential of this tenant's own was issued. */
    static Fact.Held held(String id, CredentialIssued said) {
        return new Fact.Held(
                id,
                said.achievement(),
                null,
                said.credential().toString(),
                said.issuedAt(),
                said.validUntil(),
                said.ects());
    }

    /** Another issuer's credential was verified; it counts from then on. */
    static Fact.Held held(String id, CredentialVerified said) {
        return new Fact.Held(
                id,
                said.achievement(),
                said.issuer(),
                said.credential().toString(),
                said.verifiedAt(),
                said.validUntil(),
                null);
    }

    /** A credential's time is over. */
    static Fact.Lost lost(String id, CredentialFellDue said) {
        return new Fact.Lost(id, said.credential().toString(), said.validUntil(), null);
    }

    /** A credential was revoked. */
    static Fact.Lost lost(String id, CredentialRevoked said) {
        return new Fact.Lost(id, said.credential().toString(), said.revokedAt(), said.reason());
    }

    /** Another issuer's credential was looked at again and does not stand. */
    static Fact.Lost lost(String id, CredentialLapsed said) {
        return new Fact.Lost(id, said.credential().toString(), said.lapsedAt(), null);
    }
}
