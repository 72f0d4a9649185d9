package org.meritstream.issuance.issuer;

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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChooseSecurings;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** How a tenant's credentials are to be secured from now on: 202, and the command's outcome at the address given. */
@Path("/api/issuers/{tenant}/securings")
@Produces(MediaType.APPLICATION_JSON)
public class IssuerSecuringsResource {
    private final OwnTenant own;
    private final CommandEdge commands;

    IssuerSecuringsResource(OwnTenant own, CommandEdge commands) {
        this.own = own;
        this.commands = commands;
    }

    /** The securings to be used. */
    public record Choice(@Nullable List<@Nullable String> securings) {}

    /** Asks for it. */
    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> choose(
            @PathParam("tenant") String tenant,
            @HeaderParam("Prefer") @Nullable String prefer,
            @Nullable Choice choice) {
        own.require(tenant);
        List<@Nullable String> names = choice == null ? null : choice.securings();
        String wrong = ChosenSecurings.wrong(names);
        if (names == null || wrong != null) {
            throw new ProblemException(
                    Problem.of("invalid-securings", "Credentials can not be secured so", 400, "See errors.")
                            .at(List.of(new Problem.Place("/securings", String.valueOf(wrong)))));
        }
        return commands.request(new ChooseSecurings(tenant, ChosenSecurings.of(names)), prefer);
    }
}
