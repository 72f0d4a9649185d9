package org.meritstream.issuance.credential;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.verification.Evidence;
import org.meritstream.issuance.verification.Words;

/**
 * A credential that its holder shares, with what its page needs.
 *
 * @param reason why it was revoked, by name
 * @param multikey the key it was signed with, or null when it is not among the issuer's
 * @param statusList the signed list that carries its entry
 * @param definition the achievement as JSON, or null when the copy is missing
 * @param successor the credential that came after it, or null
 * @param predecessor the one that it came after, or null
 */
public record SharedCredential(
        HeldCredential credential,
        @Nullable String reason,
        @Nullable String multikey,
        @Nullable String statusList,
        @Nullable String definition,
        @Nullable Kin successor,
        @Nullable Kin predecessor) {

    /**
     * A credential before or after this one.
     *
     * @param shared whether its holder shares it, too
     */
    public record Kin(UUID id, boolean shared) {}

    /** What a verifier would have of it. */
    public Evidence evidence() {
        return new Evidence(credential.secured(), multikey, statusList, revocation());
    }

    /** When and why it was revoked, in words; null while it is not. */
    public @Nullable String revocation() {
        Instant at = credential.revokedAt();
        return at == null ? null : "The issuer revoked it on " + Words.day(at) + ": " + words(reason) + ".";
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
