package org.meritstream.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential that a learner holds has expired: what is earned by holding it is to be judged again.
 *
 * @param achievement what it is for: its name within the tenant, or its id at another issuer
 */
public record CredentialFellDue(String tenant, UUID credential, UUID learner, String achievement, Instant validUntil)
        implements EvidenceCommand {
    public CredentialFellDue {
        Limits.present("achievement", achievement);
    }

    @Override
    public String aggregate() {
        return EventData.of(learner);
    }
}
