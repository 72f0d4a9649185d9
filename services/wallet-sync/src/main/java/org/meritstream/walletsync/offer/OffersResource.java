package org.meritstream.walletsync.offer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.LogConfig;
import org.meritstream.log.http.Caller;
import org.meritstream.walletsync.wallet.OfferState;
import org.meritstream.walletsync.wallet.Wallet;
import org.meritstream.walletsync.wallet.Wallets;

/** The offers of the caller's tenant. */
@Path("/api/wallet/offers")
@RolesAllowed({"registrar", "auditor"})
public class OffersResource {
    private final Offers offers;
    private final Wallets wallets;
    private final Caller caller;
    private final LogConfig config;

    public OffersResource(Offers offers, Wallets wallets, Caller caller, LogConfig config) {
        this.offers = offers;
        this.wallets = wallets;
        this.caller = caller;
        this.config = config;
    }

    /**
     * A page of offers.
     *
     * @param next address of the next page, or null after the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listing(List<OfferEntry> offers, @Nullable String next) {}

    /** Offers of one credential, of one learner, or of the tenant page by page. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Listing> list(@BeanParam OfferQuery query) {
        UUID credential = query.credential();
        UUID learner = query.learner();
        OfferState state = query.state();
        if (credential != null) {
            return offers.of(caller.tenant(), credential).map(held -> one(held, query));
        }
        if (learner != null) {
            return wallets.of(caller.tenant(), learner)
                    .map(wallet -> listing(wallet == null ? List.of() : List.of(wallet), state, null));
        }
        return wallets.page(caller.tenant(), query.after(), query.limit()).map(page -> page(page, query));
    }

    private Listing one(@Nullable Held held, OfferQuery query) {
        OfferState state = query.state();
        UUID learner = query.learner();
        boolean asked = held != null
                && (state == null || held.offer().state() == state)
                && (learner == null || held.wallet().learner().equals(learner));
        return new Listing(
                asked && held != null
                        ? List.of(OfferEntry.of(held.wallet(), held.offer(), config.publicUrl()))
                        : List.of(),
                null);
    }

    private Listing page(List<Wallet> page, OfferQuery query) {
        OfferState state = query.state();
        boolean last = page.size() < query.limit();
        String next = last ? null : "/api/wallet/offers?after=" + page.getLast().learner() + "&limit=" + query.limit();
        return listing(page, state, next == null || state == null ? next : next + "&state=" + state);
    }

    private Listing listing(List<Wallet> page, @Nullable OfferState state, @Nullable String next) {
        List<OfferEntry> entries =
                page.stream().flatMap(wallet -> entries(wallet, state)).toList();
        return new Listing(entries, next);
    }

    private Stream<OfferEntry> entries(Wallet wallet, @Nullable OfferState state) {
        return wallet.offers().stream()
                .filter(offer -> state == null || offer.state() == state)
                .map(offer -> OfferEntry.of(wallet, offer, config.publicUrl()));
    }
}
