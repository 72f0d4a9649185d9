package org.meritstream.walletsync.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.events.Visibility;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;
import org.meritstream.walletsync.offer.CredentialParam;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.offer.Offers;
import org.meritstream.walletsync.wallet.Refusal;

/** Shares a credential, or stops sharing it, at the learner's word to the registrar. */
@Path("/api/wallet/offers/{credential}/visibility")
@RolesAllowed("registrar")
public class VisibilityResource {
    private final Offers offers;
    private final CommandEdge commands;
    private final Caller caller;

    public VisibilityResource(Offers offers, CommandEdge commands, Caller caller) {
        this.offers = offers;
        this.commands = commands;
        this.caller = caller;
    }

    /** Appends the command; the answer says where its outcome will be. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> change(
            @PathParam("credential") String credential,
            @HeaderParam("Prefer") @Nullable String prefer,
            @Nullable JsonNode change) {
        Visibility visibility = visibility(change);
        return offers.of(caller.tenant(), CredentialParam.of(credential))
                .map(VisibilityResource::known)
                .chain(held -> commands.request(command(held, visibility), prefer));
    }

    private static ChangeVisibility command(Held held, Visibility visibility) {
        return new ChangeVisibility(
                held.wallet().tenant(), held.wallet().learner(), held.offer().credential(), visibility);
    }

    private static Held known(@Nullable Held held) {
        if (held == null) {
            throw new ProblemException(Refusal.NOT_OFFERED.problem());
        }
        return held;
    }

    /** Read as a tree: whatever JSON it is, the answer to what is not asked for is the same problem document. */
    private static Visibility visibility(@Nullable JsonNode change) {
        String asked = change == null ? "" : change.path("visibility").asText();
        return switch (asked) {
            case "PUBLIC" -> Visibility.PUBLIC;
            case "PRIVATE" -> Visibility.PRIVATE;
            default ->
                throw new ProblemException(Problem.of(
                        "invalid-visibility", "The visibility is not valid", 400, "Say \"PUBLIC\" or \"PRIVATE\"."));
        };
    }
}
