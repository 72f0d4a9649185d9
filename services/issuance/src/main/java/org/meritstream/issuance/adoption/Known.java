package org.meritstream.issuance.adoption;

import java.util.Map;
import java.util.UUID;
import org.meritstream.issuance.credential.HeldCredential;

/**
 * What the store has of the credentials that were read back.
 *
 * @param held by credential
 * @param successors by the predecessor's award
 */
record Known(Map<UUID, HeldCredential> held, Map<UUID, UUID> successors) {

    AdoptDecision.Outcome decide(Recollection said) {
        boolean succeeded = said.superseded() != null
                && successors.containsKey(said.superseded().award());
        return AdoptDecision.decide(said, held.get(said.credential()), succeeded);
    }
}
