package org.meritstream.issuance.endorsement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.issuer.ListedKey;
import org.meritstream.issuance.verification.AtHand;
import org.meritstream.issuance.verification.Verification;
import org.meritstream.issuance.verification.Verifier;
import org.meritstream.issuance.verification.Words;

/**
 * A signed endorsement, with what it is verified by.
 *
 * @param keys the endorser's keys, or null when there are none
 * @param statusList the signed list that carries its entry
 */
public record PublicEndorsement(
        HeldEndorsement endorsement,
        @Nullable List<ListedKey> keys,
        @Nullable String statusList) {

    /** The signed document, read. */
    JsonNode tree() {
        try {
            return EventFormat.JSON.readTree(endorsement.made());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }

    /** When it was revoked, in words; null while it is not. */
    @Nullable
    String revocation() {
        Instant at = endorsement.revokedAt();
        return at == null ? null : "Its issuer took it back on " + Words.day(at) + ".";
    }

    /** All checks of it. */
    public Verification verified(Verifier verifier, Instant now) {
        return verifier.verifyOwn(endorsement.made(), revocation(), AtHand.of(tree(), keys, statusList), now);
    }
}
