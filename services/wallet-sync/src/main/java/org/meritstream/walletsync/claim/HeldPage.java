package org.meritstream.walletsync.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Visibility;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Profile;

/**
 * What the learner sees of a collected credential.
 *
 * @param path this page's own path, which its forms and links begin with
 * @param learner the learner's name, or null while the roster has not been heard
 * @param collected when, in words; null while that is still being recorded
 * @param revoked when and why, or null
 * @param suspended since when it is suspended, or null
 * @param lineage whether another took its place, or it took another's, in words; or null
 * @param deliveries copies taken, in words
 * @param address the public address
 * @param linkedIn where to add it to a profile
 * @param formToken proves that a form came from this page
 * @param ends when the session ends, in words
 * @param notice something about what was just asked, or null
 */
record HeldPage(
        String path,
        String issuer,
        String achievement,
        @Nullable String learner,
        String issued,
        @Nullable String collected,
        @Nullable String revoked,
        @Nullable String suspended,
        @Nullable String lineage,
        List<String> deliveries,
        boolean shared,
        String address,
        String linkedIn,
        String formToken,
        String ends,
        @Nullable String notice) {

    static HeldPage of(Held held, SignedDocument.Copy copy, Visit visit, @Nullable String notice) {
        Offer offer = held.offer();
        Profile profile = held.wallet().profile();
        Offer.Issue issue = offer.issue();
        var issuedAt = issue == null ? copy.updatedAt() : issue.issuedAt();
        return new HeldPage(
                CredentialPath.of(offer.credential()),
                copy.issuerName(),
                copy.achievementName(),
                profile == null ? null : profile.displayName(),
                Words.day(issuedAt),
                offer.collectedAt() == null ? null : Words.moment(offer.collectedAt()),
                revoked(offer.revocation()),
                offer.suspendedAt() == null ? null : Words.day(offer.suspendedAt()),
                lineage(held),
                offer.deliveries().stream()
                        .map(copyTaken ->
                                Words.of(copyTaken.channel()) + " on " + Words.moment(copyTaken.deliveredAt()))
                        .toList(),
                offer.sharing().visibility() == Visibility.PUBLIC,
                copy.address(),
                LinkedIn.address(copy.achievementName(), copy.issuerName(), issuedAt, copy.address()),
                visit.secret().formToken(),
                Words.moment(visit.session().expiresAt()),
                notice);
    }

    private static @Nullable String lineage(Held held) {
        if (held.offer().supersededBy() != null) {
            return "This is not your current credential for this achievement: a newer one has taken its place.";
        }
        boolean successor = held.wallet().offers().stream()
                .anyMatch(other -> held.offer().credential().equals(other.supersededBy()));
        return successor
                ? "This is your current credential for this achievement. It took the place of an earlier one."
                : null;
    }

    private static @Nullable String revoked(Offer.@Nullable Revocation revocation) {
        return revocation == null
                ? null
                : "Revoked on " + Words.day(revocation.revokedAt()) + ". " + Words.of(revocation.reason());
    }
}
