package org.meritstream.issuance.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.EventFormat;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuccessionReason;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.issuer.ListedKey;
import org.meritstream.issuance.verification.AtHand;
import org.meritstream.issuance.verification.Words;

/**
 * A credential that its holder shares, with what its page needs.
 *
 * @param reason why it was revoked, by name
 * @param keys the issuer's keys, or null when there are none
 * @param statusList the signed list that carries its entry
 * @param suspensionList the same of suspensions, or null where there is none
 * @param definition the achievement as JSON, or null when the copy is missing
 * @param colour that its issuer chose, or null
 * @param successor the credential that came after it, or null
 * @param predecessor the one that it came after, or null
 * @param corrected the newest of its award where it was corrected since: nothing of this one is shown any more; or null
 */
public record SharedCredential(
        HeldCredential credential,
        @Nullable String reason,
        @Nullable List<ListedKey> keys,
        @Nullable String statusList,
        @Nullable String suspensionList,
        @Nullable String definition,
        @Nullable String colour,
        @Nullable Kin successor,
        @Nullable Kin predecessor,
        @Nullable UUID corrected) {

    /**
     * A credential before or after this one.
     *
     * @param shared whether its holder shares it, too
     * @param reason why the one took the other's place
     */
    public record Kin(UUID id, boolean shared, SuccessionReason reason) {}

    /** As its documents show it: of what stands around it nothing is told. */
    static SharedCredential bare(HeldCredential credential, @Nullable UUID corrected) {
        return new SharedCredential(credential, null, null, null, null, null, null, null, null, corrected);
    }

    /** What a verifier would read for it: the keys of its issuer, and its status lists. All else is not there. */
    public Documents documents() {
        return AtHand.of(tree(credential.document()), keys, statusList, suspensionList);
    }

    private static JsonNode tree(String document) {
        try {
            return EventFormat.JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was signed is JSON", e);
        }
    }

    /** What of it others may endorse: the achievement's version, and the issuer. */
    public List<String> endorsable() {
        JsonNode document = tree(credential.document());
        return List.of(
                document.at("/credentialSubject/achievement/id").asText(),
                document.at("/issuer/id").asText());
    }

    /** When and why it was revoked, in words; null while it is not. */
    public @Nullable String revocation() {
        Instant at = credential.revokedAt();
        return at == null ? null : "The issuer revoked it on " + Words.day(at) + ": " + words(reason) + ".";
    }

    /** Since when it is suspended and what that means, in words; null while it is not. Not why: that may come to nothing. */
    public @Nullable String suspension() {
        Instant since = credential.suspendedNow();
        return since == null
                ? null
                : "The issuer suspended it on " + Words.day(since)
                        + ". It is not to be relied on unless the issuer reinstates it.";
    }

    /** What is to be said of it where it does not stand: that it was revoked, or is suspended; null while it stands. */
    public @Nullable String takenBack() {
        String revocation = revocation();
        return revocation == null ? suspension() : revocation;
    }

    private static String words(@Nullable String reason) {
        if (reason == null) {
            return "no reason is given";
        }
        return switch (RevocationReason.valueOf(reason)) {
            case ISSUED_IN_ERROR -> "it was issued in error";
            case AWARD_WITHDRAWN -> "the award it rests on was withdrawn";
            case MISCONDUCT -> "misconduct was found";
            case HOLDER_REQUEST -> "its holder asked for it";
        };
    }

    @Override
    public String toString() {
        return "SharedCredential[" + credential.id() + "]";
    }
}
