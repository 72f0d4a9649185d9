package org.meritstream.evidence.restraints;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.PauseIssuing;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.log.http.Caller;

/** Pauses: nothing is conferred in the tenant, or nothing of an achievement. */
@Path("/api/awards/pauses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "auditor", "admin"})
public class PausesResource {
    private final RestraintEdge edge;
    private final LearnerIds learners;
    private final Caller caller;

    PausesResource(RestraintEdge edge, LearnerIds learners, Caller caller) {
        this.edge = edge;
        this.learners = learners;
        this.caller = caller;
    }

    /** What is paused. */
    public record Listing(List<RestraintView> pauses) {}

    @GET
    public Uni<Listing> holding() {
        return edge.holding(WithholdingReason.PAUSE).map(Listing::new);
    }

    @GET
    @Path("{id}")
    public Uni<RestraintView> one(@PathParam("id") UUID id) {
        return edge.find(WithholdingReason.PAUSE, id);
    }

    /** Asks to confer nothing from now on. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"registrar", "admin"})
    public Uni<Response> pause(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        return edge.place(Asked.maybeOfLearner(body, PauseIssuing.class, caller.tenant(), learners), null, prefer);
    }

    /** Asks to lift a pause. */
    @POST
    @Path("{id}/liftings")
    @RolesAllowed({"registrar", "admin"})
    public Uni<Response> lift(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return edge.lift(WithholdingReason.PAUSE, id, prefer);
    }
}
