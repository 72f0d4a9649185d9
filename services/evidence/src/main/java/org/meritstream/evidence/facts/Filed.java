package org.meritstream.evidence.facts;

import java.util.UUID;
import org.meritstream.events.AttemptFact;
import org.meritstream.events.CredentialFellDue;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EventData;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.evidence.learners.LearnerKey;

/**
 * A fact with the learner id it was said of; whose fact it is in the end follows from the links between ids.
 *
 * @param about what it is about
 * @param said the event that says it, which is what is kept
 */
public record Filed(LearnerKey learner, Subject about, Fact fact, EventData said) {

    /** What a platform said in an event of this id. */
    public static Filed of(String id, AttemptFact said) {
        Fact.OfActivity fact = Stated.by(id, said);
        return new Filed(
                new LearnerKey(said.tenant(), said.learner()),
                Subject.activity(said.tenant(), fact.source(), fact.activity()),
                fact,
                said);
    }

    /** A credential that is held. */
    public static Filed of(String id, CredentialIssued said) {
        return credential(said.tenant(), said.learner(), said.achievement(), Stated.held(id, said), said);
    }

    /** A credential that was lost. */
    public static Filed of(String id, CredentialRevoked said) {
        return credential(said.tenant(), said.learner(), said.achievement(), Stated.lost(id, said), said);
    }

    /** A credential of another issuer that is held. */
    public static Filed of(String id, CredentialVerified said) {
        return credential(said.tenant(), said.learner(), said.achievement(), Stated.held(id, said), said);
    }

    /** A credential of another issuer that was lost. */
    public static Filed of(String id, CredentialLapsed said) {
        return credential(said.tenant(), said.learner(), said.achievement(), Stated.lost(id, said), said);
    }

    /** A credential whose time is over. */
    public static Filed of(String id, CredentialFellDue said) {
        return credential(said.tenant(), said.learner(), said.achievement(), Stated.lost(id, said), said);
    }

    private static Filed credential(String tenant, UUID learner, String achievement, Fact fact, EventData said) {
        return new Filed(new LearnerKey(tenant, learner), Subject.credential(tenant, achievement), fact, said);
    }

    /** What was established here. */
    public static Filed of(FactFiled said) {
        return new Filed(
                new LearnerKey(said.tenant(), said.learner()),
                Subject.achievement(said.tenant(), said.achievement()),
                said.fact(),
                said);
    }
}
