package org.meritstream.issuance.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.jspecify.annotations.Nullable;

/**
 * What a proof in a document says of itself, unchecked and as written (Data Integrity 1.0, section 2.1); null where it is silent. Whoever
 * verifies compares the last three with what they expect: they need a clock, or know what they asked for.
 *
 * <p>Stable: the verifier is built on it.
 *
 * @param expires after this date-time the proof is worth nothing
 * @param challenge that the proof answers
 * @param domain that the proof is meant for; null also where it names several
 */
public record StatedProof(
        @Nullable String cryptosuite,
        @Nullable String verificationMethod,
        @Nullable String purpose,
        @Nullable String created,
        @Nullable String expires,
        @Nullable String challenge,
        @Nullable String domain) {

    static StatedProof of(JsonObject proof) {
        return new StatedProof(
                text(proof, "cryptosuite"),
                text(proof, "verificationMethod"),
                text(proof, "proofPurpose"),
                text(proof, "created"),
                text(proof, "expires"),
                text(proof, "challenge"),
                text(proof, "domain"));
    }

    private static @Nullable String text(JsonObject proof, String member) {
        return proof.get(member) instanceof JsonString text ? text.getString() : null;
    }
}
