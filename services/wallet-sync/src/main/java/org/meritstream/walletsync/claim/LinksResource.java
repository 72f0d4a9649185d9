package org.meritstream.walletsync.claim;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.LogConfig;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.ProblemException;
import org.meritstream.walletsync.offer.CredentialParam;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.offer.Offers;
import org.meritstream.walletsync.wallet.Refusal;

/** Gives out single-use links, for a registrar or a mailer to pass on. The address is shown once; the store keeps only its hash. */
@Path("/api/wallet/offers/{credential}/links")
@RolesAllowed("registrar")
public class LinksResource {
    private static final Logger LOG = Logger.getLogger(LinksResource.class);

    private final SecureRandom random = new SecureRandom();
    private final Offers offers;
    private final Claims claims;
    private final Caller caller;
    private final LogConfig log;
    private final ClaimConfig config;

    public LinksResource(Offers offers, Claims claims, Caller caller, LogConfig log, ClaimConfig config) {
        this.offers = offers;
        this.claims = claims;
        this.caller = caller;
        this.log = log;
        this.config = config;
    }

    /** A link just made. */
    public record Link(URI claim, Instant expiresAt) {}

    /** A new link; those given out before stay valid until spent or expired. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> create(@PathParam("credential") String credential) {
        return offers.of(caller.tenant(), CredentialParam.of(credential)).chain(this::link);
    }

    private Uni<Response> link(@Nullable Held held) {
        if (held == null || held.offer().issue() == null) {
            throw new ProblemException(Refusal.NOT_OFFERED.problem());
        }
        if (held.offer().revocation() != null) {
            throw new ProblemException(Refusal.REVOKED.problem());
        }
        Secret token = Secret.draw(random);
        Instant expiresAt = Instant.now().plus(config.linkLasts()).truncatedTo(ChronoUnit.SECONDS);
        Claim claim = new Claim(
                held.wallet().tenant(), held.wallet().learner(), held.offer().credential(), expiresAt, null);
        return claims.add(token, claim).map(added -> {
            LOG.infof("link.created tenant=%s credential=%s", claim.tenant(), claim.credential());
            return answer(new Link(URI.create(log.publicUrl() + "/claim/" + token.text()), expiresAt));
        });
    }

    private static Response answer(Link link) {
        return Response.status(Response.Status.CREATED)
                .entity(link)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
