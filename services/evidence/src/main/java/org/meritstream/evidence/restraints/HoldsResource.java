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
import org.meritstream.events.PlaceHold;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.log.http.Caller;

/** Holds: nothing is conferred to a learner, nothing of an achievement, or nothing of it to this learner. */
@Path("/api/awards/holds")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "auditor", "admin"})
public class HoldsResource {
    private final RestraintEdge edge;
    private final LearnerIds learners;
    private final Caller caller;

    HoldsResource(RestraintEdge edge, LearnerIds learners, Caller caller) {
        this.edge = edge;
        this.learners = learners;
        this.caller = caller;
    }

    /** Those that hold. */
    public record Listing(List<RestraintView> holds) {}

    @GET
    public Uni<Listing> holding() {
        return edge.holding(WithholdingReason.HOLD).map(Listing::new);
    }

    @GET
    @Path("{id}")
    public Uni<RestraintView> one(@PathParam("id") UUID id) {
        return edge.find(WithholdingReason.HOLD, id);
    }

    /** Asks to hold something back. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("registrar")
    public Uni<Response> place(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        Asked<PlaceHold> asked = Asked.maybeOfLearner(body, PlaceHold.class, caller.tenant(), learners);
        return edge.place(asked, asked.command().learner(), prefer);
    }

    /** Asks to lift a hold. */
    @POST
    @Path("{id}/liftings")
    @RolesAllowed("registrar")
    public Uni<Response> lift(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return edge.lift(WithholdingReason.HOLD, id, prefer);
    }
}
