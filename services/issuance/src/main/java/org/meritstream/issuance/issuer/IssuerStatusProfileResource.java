package org.meritstream.issuance.issuer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChooseStatusProfile;
import org.meritstream.events.StatusProfile;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandState;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What a tenant's credentials may become from now on: 202, and the command's outcome at the address given. */
@Path("/api/issuers/{tenant}/status-profile")
@Produces(MediaType.APPLICATION_JSON)
public class IssuerStatusProfileResource {
    private final OwnTenant own;
    private final CommandEdge commands;

    IssuerStatusProfileResource(OwnTenant own, CommandEdge commands) {
        this.own = own;
        this.commands = commands;
    }

    /** The profile to be used. */
    public record Choice(@Nullable String profile) {}

    /**
     * The command, and what the choice comes to.
     *
     * @param deviations from what 1EdTech certifies
     */
    public record Taken(@JsonUnwrapped CommandState command, List<String> deviations) {}

    /** Asks for it. */
    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> choose(
            @PathParam("tenant") String tenant,
            @HeaderParam("Prefer") @Nullable String prefer,
            @Nullable Choice choice) {
        own.require(tenant);
        StatusProfile profile = chosen(choice);
        return commands.request(new ChooseStatusProfile(tenant, profile), prefer)
                .map(taken -> Response.fromResponse(taken)
                        .entity(new Taken((CommandState) taken.getEntity(), Deviations.of(profile)))
                        .build());
    }

    private static StatusProfile chosen(@Nullable Choice choice) {
        return Arrays.stream(StatusProfile.values())
                .filter(profile -> choice != null && profile.name().equals(choice.profile()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                                "invalid-status-profile", "There is no such profile", 400, "See errors.")
                        .at(List.of(
                                new Problem.Place("/profile", "One of " + Arrays.toString(StatusProfile.values()))))));
    }
}
