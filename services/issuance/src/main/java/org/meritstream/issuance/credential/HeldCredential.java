package org.meritstream.issuance.credential;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Reissue;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.status.StatusEntry;

/**
 * A credential as the store holds it: recorded, then signed, then perhaps revoked or over.
 *
 * @param learner who holds it: a person, even where the award named an account of theirs
 * @param document the unsigned document, to the byte
 * @param seals how it is secured, one or more, in the order in which proofs stand in it
 * @param reissue which other of the same award it takes the place of, or null of the first
 * @param validUntil when its validity ends, or null where it does not
 * @param expiredAt the same once that was told
 * @param resecured how often it was secured again
 * @param suspension whether it is suspended; what was revoked is not any more, whatever stands here
 */
public record HeldCredential(
        UUID id,
        String tenant,
        UUID award,
        UUID learner,
        String achievement,
        int version,
        int number,
        StatusEntry status,
        String document,
        List<Seal> seals,
        Instant conferredAt,
        Instant issuedAt,
        @Nullable Reissue reissue,
        @Nullable Instant validUntil,
        @Nullable Instant expiredAt,
        @Nullable Instant revokedAt,
        int resecured,
        Suspension suspension) {
    public HeldCredential {
        seals = seals.stream().sorted(Comparator.comparing(Seal::securing)).toList();
    }

    /** One that never was suspended. */
    public HeldCredential(
            UUID id,
            String tenant,
            UUID award,
            UUID learner,
            String achievement,
            int version,
            int number,
            StatusEntry status,
            String document,
            List<Seal> seals,
            Instant conferredAt,
            Instant issuedAt,
            @Nullable Reissue reissue,
            @Nullable Instant validUntil,
            @Nullable Instant expiredAt,
            @Nullable Instant revokedAt,
            int resecured) {
        this(
                id,
                tenant,
                award,
                learner,
                achievement,
                version,
                number,
                status,
                document,
                seals,
                conferredAt,
                issuedAt,
                reissue,
                validUntil,
                expiredAt,
                revokedAt,
                resecured,
                Suspension.NEVER);
    }

    /** Whether it has its proof. */
    public boolean signed() {
        return seals.stream().allMatch(seal -> seal.value() != null);
    }

    /** Whether it may be suspended, as its document says: where it may not, that names one status entry and no list of them. */
    public boolean suspendable() {
        return document.contains(StatusEntries.TWO);
    }

    /** The signed document with its proofs. */
    public String secured() {
        return DataIntegrity.secured(
                document,
                seals.stream()
                        .filter(seal -> !seal.by().isToken())
                        .map(Seal::proof)
                        .toList());
    }

    /** The same as a compact JWS, where it is secured so, too. */
    public Optional<String> token() {
        return made(SecuredBy::repeats);
    }

    /** The same as a token of which its holder may show parts, where it is secured so, too. */
    public Optional<String> disclosing() {
        return made(SecuredBy::discloses);
    }

    private Optional<String> made(Predicate<SecuredBy> kind) {
        return seals.stream().filter(seal -> kind.test(seal.by())).findFirst().map(Seal::made);
    }

    /**
     * The same document, to be secured by the keys that its issuer uses now wherever it is secured by others.
     *
     * @param at when that is
     */
    public HeldCredential unsealed(SigningIssuer issuer, Instant at) {
        return with(
                seals.stream()
                        .map(seal -> seal.by(issuer) ? seal : seal.anew(issuer, at))
                        .toList(),
                expiredAt,
                revokedAt,
                suspension);
    }

    /** Whether all of its proofs are by keys that its issuer uses now. */
    public boolean securedBy(SigningIssuer issuer) {
        return seals.stream().allMatch(seal -> seal.by(issuer));
    }

    HeldCredential signed(List<Seal> made) {
        return with(made, expiredAt, revokedAt, suspension);
    }

    /** Revoked at that moment. */
    public HeldCredential revoked(Instant at) {
        return with(seals, expiredAt, at, suspension);
    }

    /** Over since then. */
    public HeldCredential expired(Instant at) {
        return with(seals, at, revokedAt, suspension);
    }

    /** With another suspension, or with its end. */
    public HeldCredential suspension(Suspension changed) {
        return with(seals, expiredAt, revokedAt, changed);
    }

    /** Since when its bit in the list of what is suspended is set, or null; a revocation leaves the bit as it is. */
    public @Nullable Instant suspendedAt() {
        return suspension.since();
    }

    /** Since when it is suspended, or null where it is not; what was revoked is not. */
    public @Nullable Instant suspendedNow() {
        return revokedAt == null ? suspension.since() : null;
    }

    private HeldCredential with(
            List<Seal> sealed, @Nullable Instant end, @Nullable Instant revocation, Suspension suspended) {
        return new HeldCredential(
                id,
                tenant,
                award,
                learner,
                achievement,
                version,
                number,
                status,
                document,
                sealed,
                conferredAt,
                issuedAt,
                reissue,
                validUntil,
                end,
                revocation,
                resecured,
                suspended);
    }

    @Override
    public String toString() {
        return "HeldCredential[" + id + "]";
    }
}
