package org.meritstream.issuance.learnerrecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.proof.NamedKeys;

/**
 * A record as the store holds it: recorded, then signed.
 *
 * @param stack the credential that it is about, or null for everything that was held
 * @param credentials those within
 * @param document the unsigned document, to the byte
 * @param secured the same with its proofs, or null until it is signed
 * @param token the same as a compact JWS, where the issuer secures its documents so, too
 */
public record HeldRecord(
        UUID id,
        String tenant,
        UUID learner,
        @Nullable UUID stack,
        List<UUID> credentials,
        String document,
        Instant issuedAt,
        @Nullable String secured,
        @Nullable String token) {
    public HeldRecord {
        credentials = List.copyOf(credentials);
    }

    /** Whether it has its proof. */
    public boolean signed() {
        return secured != null;
    }

    /**
     * Whether it is what would be made today: of these credentials as they are secured now, and signed by keys in use.
     *
     * @param keys their DID URLs
     * @param within to the byte
     */
    boolean madeSo(Set<String> keys, List<String> within) {
        return secured != null && within.stream().allMatch(secured::contains) && keys.containsAll(signedBy());
    }

    /** DID URLs of the keys that signed it, in all of its forms. */
    private List<String> signedBy() {
        List<String> keys = new ArrayList<>();
        proofs().forEach(proof -> keys.add(proof.path("verificationMethod").asText()));
        try {
            if (token != null) {
                keys.add(NamedKeys.kid(token));
            }
        } catch (IOException e) {
            throw new IllegalStateException("What was signed is a token", e);
        }
        return keys;
    }

    /** Since when it is as it is: since it was issued, or was signed again. */
    Instant since() {
        Instant since = issuedAt;
        for (JsonNode proof : proofs()) {
            Instant created = Instant.parse(proof.path("created").asText());
            since = created.isAfter(since) ? created : since;
        }
        return since;
    }

    private JsonNode proofs() {
        try {
            return EventFormat.OWN.readTree(made()).path("proof");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }

    /** The signed document. */
    public String made() {
        if (secured == null) {
            throw new IllegalStateException("Not signed yet");
        }
        return secured;
    }

    /** The same about the same, with the credentials within as they are secured now, before it is signed. */
    public HeldRecord unsigned(String anew) {
        return new HeldRecord(id, tenant, learner, stack, credentials, anew, issuedAt, null, null);
    }

    /** With its signed forms. */
    public HeldRecord signed(String with, @Nullable String asToken) {
        return new HeldRecord(id, tenant, learner, stack, credentials, document, issuedAt, with, asToken);
    }

    @Override
    public String toString() {
        return "HeldRecord[" + id + "]";
    }
}
