package org.meritstream.walletsync.wallet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Channel;
import org.meritstream.events.RevocationReason;

/**
 * One credential in a wallet. Its state follows from what is known of it, so no two parts can contradict each other.
 *
 * @param issue what was issued; null while only what became of it was heard of
 * @param collectedAt when the learner took it, or null
 * @param revocation null while the credential stands
 * @param sharing who may see it, and since when
 * @param deliveries the first copy taken through each channel
 * @param supersededBy the credential that took its place, or null
 * @param suspension the last that was heard of, or null where it never was suspended
 */
public record Offer(
        UUID credential,
        @Nullable Issue issue,
        @Nullable Instant collectedAt,
        @Nullable Revocation revocation,
        Sharing sharing,
        List<Delivery> deliveries,
        @Nullable UUID supersededBy,
        @Nullable Suspension suspension) {

    /** By credential: the same for every order in which facts arrived. */
    static final Comparator<Offer> ORDER =
            Comparator.comparing(offer -> offer.credential().toString());

    public Offer {
        if (issue == null && revocation == null && supersededBy == null && suspension == null) {
            throw new IllegalArgumentException("An offer is of a credential of which something was heard");
        }
        deliveries = List.copyOf(deliveries);
    }

    /**
     * What was issued.
     *
     * @param achievement its name within the tenant
     * @param number the award number
     */
    public record Issue(String achievement, int version, int number, Instant issuedAt, Instant offeredAt) {}

    /** That it was revoked, and why. */
    public record Revocation(RevocationReason reason, Instant revokedAt) {}

    /**
     * That it was suspended.
     *
     * @param number which suspension of the credential
     * @param since when it began, or null once it is over
     */
    public record Suspension(int number, @Nullable Instant since) {}

    /** A copy taken. */
    public record Delivery(Channel channel, Instant deliveredAt) {}

    /** The offer of a credential just issued. */
    public static Offer of(UUID credential, Issue issue) {
        return new Offer(credential, issue, null, null, Sharing.NEVER, List.of(), null, null);
    }

    /** What is known of a credential whose revocation was heard of first. */
    public static Offer revokedUnseen(UUID credential, Revocation revocation) {
        return new Offer(credential, null, null, revocation, Sharing.NEVER, List.of(), null, null);
    }

    /** What is known of a credential whose suspension was heard of first. */
    public static Offer suspendedUnseen(UUID credential, Suspension suspension) {
        return new Offer(credential, null, null, null, Sharing.NEVER, List.of(), null, suspension);
    }

    /** What is known of a credential whose successor was heard of first. */
    public static Offer supersededUnseen(UUID credential, UUID by) {
        return new Offer(credential, null, null, null, Sharing.NEVER, List.of(), by, null);
    }

    /** Since when it is suspended, or null where it is not; what was revoked is not. */
    public @Nullable Instant suspendedAt() {
        return suspension == null || revocation != null ? null : suspension.since();
    }

    /** Where it stands. */
    public OfferState state() {
        if (revocation != null) {
            return OfferState.REVOKED;
        }
        return collectedAt == null ? OfferState.OFFERED : OfferState.COLLECTED;
    }

    /** The copy taken through a channel, or null. */
    public @Nullable Delivery delivery(Channel channel) {
        return deliveries.stream()
                .filter(delivery -> delivery.channel() == channel)
                .findFirst()
                .orElse(null);
    }

    /** This offer once it is known what was issued. */
    public Offer issued(Issue known) {
        return new Offer(credential, known, collectedAt, revocation, sharing, deliveries, supersededBy, suspension);
    }

    /** This offer, taken. */
    public Offer collected(Instant at) {
        return new Offer(credential, issue, at, revocation, sharing, deliveries, supersededBy, suspension);
    }

    /** This offer, revoked. */
    public Offer revoked(Revocation how) {
        return new Offer(credential, issue, collectedAt, how, sharing, deliveries, supersededBy, suspension);
    }

    /** This offer, suspended or not any more. */
    public Offer suspended(Suspension changed) {
        return new Offer(credential, issue, collectedAt, revocation, sharing, deliveries, supersededBy, changed);
    }

    /** This offer, whose place another credential took. */
    public Offer superseded(UUID by) {
        return new Offer(credential, issue, collectedAt, revocation, sharing, deliveries, by, suspension);
    }

    /** This offer, seen by others or no longer seen. */
    public Offer shared(Sharing changed) {
        return new Offer(credential, issue, collectedAt, revocation, changed, deliveries, supersededBy, suspension);
    }

    /** This offer with one more copy taken. */
    public Offer delivered(Delivery copy) {
        List<Delivery> all = new ArrayList<>(deliveries);
        all.add(copy);
        return new Offer(credential, issue, collectedAt, revocation, sharing, all, supersededBy, suspension);
    }
}
