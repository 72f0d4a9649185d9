package org.meritstream.walletsync.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Visibility;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.OfferState;
import org.meritstream.walletsync.wallet.Wallet;

/**
 * An offer as the registrar sees it: ids and states, no name.
 *
 * @param number the award number
 * @param suspendedAt since when it is suspended; it can be collected all the same
 * @param supersededBy the credential that took its place
 * @param address the credential's public address; answers 404 until it is shared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferEntry(
        UUID credential,
        UUID learner,
        OfferState state,
        Visibility visibility,
        @Nullable String achievement,
        @Nullable Integer version,
        @Nullable Integer number,
        @Nullable Instant offeredAt,
        @Nullable Instant collectedAt,
        @Nullable Instant revokedAt,
        @Nullable RevocationReason revocationReason,
        @Nullable Instant suspendedAt,
        @Nullable UUID supersededBy,
        List<Offer.Delivery> deliveries,
        String address) {

    static OfferEntry of(Wallet wallet, Offer offer, String publicUrl) {
        Offer.Issue issue = offer.issue();
        Offer.Revocation revocation = offer.revocation();
        return new OfferEntry(
                offer.credential(),
                wallet.learner(),
                offer.state(),
                offer.sharing().visibility(),
                issue == null ? null : issue.achievement(),
                issue == null ? null : issue.version(),
                issue == null ? null : issue.number(),
                issue == null ? null : issue.offeredAt(),
                offer.collectedAt(),
                revocation == null ? null : revocation.revokedAt(),
                revocation == null ? null : revocation.reason(),
                offer.suspendedAt(),
                offer.supersededBy(),
                offer.deliveries(),
                publicUrl + "/credentials/" + offer.credential());
    }
}
