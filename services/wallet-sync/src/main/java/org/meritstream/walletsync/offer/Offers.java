package org.meritstream.walletsync.offer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.document.Documents;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.wallet.Offer;
import org.meritstream.walletsync.wallet.Wallet;
import org.meritstream.walletsync.wallet.Wallets;

/** The offers of a tenant, found by credential. */
@ApplicationScoped
public class Offers {
    private final Wallets wallets;
    private final Documents documents;

    public Offers(Wallets wallets, Documents documents) {
        this.wallets = wallets;
        this.documents = documents;
    }

    /** The offer of a credential, or null when the tenant has none of it: another tenant's looks the same. */
    public Uni<@Nullable Held> of(String tenant, UUID credential) {
        return documents
                .of(tenant, credential)
                .chain(document -> document == null ? nothing() : inWallet(tenant, document));
    }

    /** The same of what stands in its place: of a corrected credential the one with the right name. */
    public Uni<@Nullable Held> standing(String tenant, UUID credential) {
        return of(tenant, credential).chain(held -> {
            Offer standing = held == null ? null : held.wallet().standing(credential);
            return standing == null || standing.credential().equals(credential)
                    ? Uni.createFrom().item(held)
                    : of(tenant, standing.credential());
        });
    }

    private Uni<@Nullable Held> inWallet(String tenant, SignedDocument document) {
        return wallets.of(tenant, document.learner()).map(wallet -> wallet == null ? null : held(wallet, document));
    }

    private static @Nullable Held held(Wallet wallet, SignedDocument document) {
        Offer offer = wallet.offer(document.credential());
        return offer == null ? null : new Held(wallet, offer, document.copy());
    }

    private static Uni<@Nullable Held> nothing() {
        return Uni.createFrom().nullItem();
    }
}
