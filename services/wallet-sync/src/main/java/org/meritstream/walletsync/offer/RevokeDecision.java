package org.meritstream.walletsync.offer;

import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.walletsync.wallet.Offer;

/** What a revocation leaves of an offer. */
public final class RevokeDecision {
    private RevokeDecision() {}

    /** What comes of it. */
    public sealed interface Result {

        /** It is revoked from now on. */
        record Revoked(Offer offer) implements Result {}

        /** It was revoked before; the first reason stands. */
        record RevokedBefore() implements Result {}
    }

    /** Decides on what the wallet holds of the credential. */
    public static Result decide(@Nullable Offer held, CredentialRevoked revoked) {
        Offer.Revocation how = new Offer.Revocation(revoked.reason(), revoked.revokedAt());
        if (held == null) {
            return new Result.Revoked(Offer.revokedUnseen(revoked.credential(), how));
        }
        return held.revocation() == null ? new Result.Revoked(held.revoked(how)) : new Result.RevokedBefore();
    }
}
