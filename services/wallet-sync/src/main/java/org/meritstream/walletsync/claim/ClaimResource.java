package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.LogConfig;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.offer.Offers;

/** The page behind a single-use link. */
@Path("/claim/{token}")
public class ClaimResource {
    private static final Logger LOG = Logger.getLogger(ClaimResource.class);

    private final Claims claims;
    private final Offers offers;
    private final CollectEdge collecting;
    private final ClaimConfig config;
    private final boolean secure;

    public ClaimResource(Claims claims, Offers offers, CollectEdge collecting, ClaimConfig config, LogConfig log) {
        this.claims = claims;
        this.offers = offers;
        this.collecting = collecting;
        this.config = config;
        this.secure = log.publicUrl().startsWith("https:");
    }

    /** Shows who offers what to whom. Changes nothing: mail scanners open links. */
    @GET
    public Uni<Response> show(@PathParam("token") String token, @QueryParam("follow") @Nullable String follow) {
        return page(token, link -> claims.find(link).chain(held -> shown(link, held, follow != null)));
    }

    /** Collects the credential and opens its page in this browser. */
    @POST
    public Uni<Response> collect(
            @PathParam("token") String token, @HeaderParam("Sec-Fetch-Site") @Nullable String fetchSite) {
        if (Forms.fromElsewhere(fetchSite)) {
            return Html.message(MessagePage.foreign());
        }
        return page(token, link -> claims.find(link).chain(held -> pressed(link, held)));
    }

    private static Uni<Response> page(String token, Function<Secret, Uni<Response>> answer) {
        Secret link = Secret.in(token);
        if (link == null) {
            return Html.message(MessagePage.unknown());
        }
        return answer.apply(link).onFailure().recoverWithUni(fault -> {
            LOG.errorf("claim.failed fault=%s", fault.getClass().getName());
            return Html.message(MessagePage.unavailable());
        });
    }

    private Uni<Response> shown(Secret link, @Nullable Claim held, boolean follow) {
        return switch (ClaimDecision.decide(held, Instant.now())) {
            case ClaimDecision.Result.Open(var claim) ->
                opened(
                        claim,
                        link,
                        follow,
                        (offer, copy) -> Html.page(ClaimPages.offer(OfferPage.of(offer, copy, claim))));
            case ClaimDecision.Result.Spent(var claim) -> Html.message(MessagePage.spent(claim));
            case ClaimDecision.Result.Expired(var claim) -> Html.message(MessagePage.expired(claim));
            case ClaimDecision.Result.Unknown() -> Html.message(MessagePage.unknown());
        };
    }

    private Uni<Response> pressed(Secret link, @Nullable Claim held) {
        return switch (ClaimDecision.decide(held, Instant.now())) {
            case ClaimDecision.Result.Open(var claim) ->
                opened(claim, link, false, (offer, copy) -> collected(link, claim, offer, copy));
            case ClaimDecision.Result.Spent(var claim) -> Html.message(MessagePage.spent(claim));
            case ClaimDecision.Result.Expired(var claim) -> Html.message(MessagePage.expired(claim));
            case ClaimDecision.Result.Unknown() -> Html.message(MessagePage.unknown());
        };
    }

    /** What is done with an offer whose document has arrived. */
    private interface Ready {
        Uni<Response> answer(Held offer, SignedDocument.Copy copy);
    }

    private Uni<Response> opened(Claim claim, Secret link, boolean follow, Ready ready) {
        return Patience.until(
                        () -> offers.standing(claim.tenant(), claim.credential()),
                        held -> held != null && held.copy() != null,
                        config.patience())
                .chain(held -> {
                    SignedDocument.Copy copy = held == null ? null : held.copy();
                    return held == null || copy == null
                            ? Html.preparing(PreparingPage.of("/claim/" + link.text(), follow))
                            : ready.answer(held, copy);
                });
    }

    private Uni<Response> collected(Secret link, Claim claim, Held offer, SignedDocument.Copy copy) {
        if (offer.offer().revocation() != null) {
            return Html.page(ClaimPages.offer(OfferPage.of(offer, copy, claim)));
        }
        return collecting
                .collect(link, claim.of(offer.offer().credential()))
                .chain(visit -> visit == null
                        ? Html.message(MessagePage.spent(claim))
                        : Uni.createFrom().item(entered(visit)));
    }

    private Response entered(Visit visit) {
        Session session = visit.session();
        LOG.infof("offer.claimed tenant=%s credential=%s", session.tenant(), session.credential());
        String path = CredentialPath.of(session.credential());
        NewCookie cookie = new NewCookie.Builder(CredentialPath.COOKIE)
                .value(visit.secret().text())
                .path(path)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge((int) config.sessionLasts().toSeconds())
                .build();
        return Html.seeOther(path).cookie(cookie).build();
    }
}
