package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.walletsync.document.SignedDocument;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.offer.OfferQuery;
import org.meritstream.walletsync.offer.Offers;

/** Lets in only the browser that collected a credential. To all others every credential looks the same, there or not. */
@ApplicationScoped
public class VisitEdge {
    private static final Logger LOG = Logger.getLogger(VisitEdge.class);

    private final Sessions sessions;
    private final Offers offers;

    public VisitEdge(Sessions sessions, Offers offers) {
        this.sessions = sessions;
        this.offers = offers;
    }

    /** What is done during a visit. */
    interface During {
        Uni<Response> answer(Visit visit, Held held, SignedDocument.Copy copy);
    }

    /** Answers a visitor, or says that the page is closed. */
    Uni<Response> during(String credential, @Nullable String cookie, During during) {
        UUID id = OfferQuery.uuidIn(credential);
        Secret secret = Secret.in(cookie);
        if (id == null || secret == null) {
            return Html.message(MessagePage.ended());
        }
        return sessions.find(secret, id, Instant.now())
                .chain(session -> session == null
                        ? Html.message(MessagePage.ended())
                        : visited(new Visit(secret, session), during))
                .onFailure()
                .recoverWithUni(VisitEdge::failed);
    }

    private Uni<Response> visited(Visit visit, During during) {
        Session session = visit.session();
        return offers.of(session.tenant(), session.credential()).chain(held -> {
            SignedDocument.Copy copy = held == null ? null : held.copy();
            return held == null || copy == null
                    ? Html.preparing(PreparingPage.of(CredentialPath.of(session.credential()), false))
                    : during.answer(visit, held, copy);
        });
    }

    private static Uni<Response> failed(Throwable fault) {
        LOG.errorf("visit.failed fault=%s", fault.getClass().getName());
        return Html.message(MessagePage.unavailable());
    }
}
