package org.meritstream.evidence.appeals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Appeals, lodged on a learner's behalf; learners lodge their own on their page. */
@Path("/api/appeals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "auditor"})
public class AppealsResource {
    private static final Set<String> STATES = Set.of("OPEN", "DECIDED", "CLOSED");
    private static final int MOST = 200;

    private final AppealEdge edge;
    private final LearnerIds learners;
    private final Caller caller;

    AppealsResource(AppealEdge edge, LearnerIds learners, Caller caller) {
        this.edge = edge;
        this.learners = learners;
        this.caller = caller;
    }

    /** The answer of a search. */
    public record Listing(List<AppealView> appeals) {}

    /** The oldest first; {@code after} is the last of the page before. */
    @GET
    public Uni<Listing> some(
            @QueryParam("state") @Nullable String state,
            @QueryParam("achievement") @Nullable String achievement,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        if (state != null && !STATES.contains(state)) {
            throw malformed("state", "is OPEN, DECIDED or CLOSED");
        }
        return edge.some(caller.tenant(), new AppealSearch.Wanted(state, achievement, after, limit(limit)))
                .map(Listing::new);
    }

    @GET
    @Path("{id}")
    public Uni<AppealView> one(@PathParam("id") UUID id) {
        return edge.show(caller.tenant(), id);
    }

    /** Asks that another person looks again. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("registrar")
    public Uni<Response> lodge(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        ObjectNode members = Asked.members(body);
        return edge.lodge(AppealEdge.read(members, caller.tenant(), learners), caller.subject(), prefer);
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
            throw malformed("limit", "is between 1 and " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static ProblemException malformed(String parameter, String rule) {
        return new ProblemException(Problem.of(
                "malformed-parameter",
                "A parameter is not as it should be",
                400,
                "The parameter " + parameter + " " + rule + "."));
    }
}
