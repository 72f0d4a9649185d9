package org.meritstream.walletsync.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Profile;

/**
 * What the page behind a fresh link says: who offers what to whom.
 *
 * @param learner the learner's name, or null while the roster has not been heard
 * @param expires until when the link opens
 * @param revoked why it can no longer be collected, or null
 * @param suspended since when it is suspended, or null
 */
record OfferPage(
        String issuer,
        String achievement,
        @Nullable String learner,
        String issued,
        String expires,
        @Nullable String revoked,
        @Nullable String suspended) {

    static OfferPage of(Held held, SignedDocument.Copy copy, Claim claim) {
        Profile profile = held.wallet().profile();
        Offer.Issue issue = held.offer().issue();
        Instant suspended = held.offer().suspendedAt();
        Offer.Revocation revocation = held.offer().revocation();
        return new OfferPage(
                copy.issuerName(),
                copy.achievementName(),
                profile == null ? null : profile.displayName(),
                Words.day(issue == null ? copy.updatedAt() : issue.issuedAt()),
                Words.moment(claim.expiresAt()),
                revocation == null ? null : Words.of(revocation.reason()),
                suspended == null ? null : Words.day(suspended));
    }
}
