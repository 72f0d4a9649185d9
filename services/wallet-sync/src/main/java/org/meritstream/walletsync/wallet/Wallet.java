package org.meritstream.walletsync.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One learner's wallet: the unit of change, stored as one document so that a fact and its effect are one atomic update.
 *
 * @param version how often it was changed; 0 when the store does not hold it yet
 * @param profile what the roster says of the learner, once it was heard
 * @param offers one for each credential, in the order they became known
 * @param records what was asked to be put into signed records, and what was made; null is taken for none, as in a wallet that an earlier release stored
 */
public record Wallet(
        String tenant, UUID learner, long version, @Nullable Profile profile, List<Offer> offers, Records records) {

    public Wallet {
        offers = List.copyOf(offers);
        records = records == null ? Records.NONE : records;
    }

    /** The wallet of a learner nothing was heard of yet. */
    public static Wallet blank(String tenant, UUID learner) {
        return new Wallet(tenant, learner, 0, null, List.of(), Records.NONE);
    }

    /** The document id: {@code tenant/learner}. */
    public static String id(String tenant, UUID learner) {
        return tenant + "/" + learner;
    }

    /** The document id of this wallet. */
    public String id() {
        return id(tenant, learner);
    }

    /** The offer of a credential, or null. */
    public @Nullable Offer offer(UUID credential) {
        return offers.stream()
                .filter(offer -> offer.credential().equals(credential))
                .findFirst()
                .orElse(null);
    }

    /**
     * The offer that stands in the place of a credential's: its own, unless it was revoked and others took its place, one after the other. Null where
     * the wallet has none of it; its own again where those are not known yet.
     */
    public @Nullable Offer standing(UUID credential) {
        Offer own = offer(credential);
        Offer last = own;
        for (int steps = 0; last != null && last.revocation() != null && steps < offers.size(); steps++) {
            UUID next = last.supersededBy();
            last = next == null ? null : offer(next);
        }
        return last == null || last.issue() == null ? own : last;
    }

    /** This wallet with an offer put in place of the one of the same credential, or added. */
    public Wallet with(Offer changed) {
        List<Offer> all = new ArrayList<>(offers);
        all.removeIf(offer -> offer.credential().equals(changed.credential()));
        all.add(changed);
        all.sort(Offer.ORDER);
        return new Wallet(tenant, learner, version, profile, all, records);
    }

    /** This wallet with what the roster says now. */
    public Wallet with(Profile changed) {
        return new Wallet(tenant, learner, version, changed, offers, records);
    }

    /** This wallet with what is known of its records now. */
    public Wallet with(Records changed) {
        return new Wallet(tenant, learner, version, profile, offers, changed);
    }
}
