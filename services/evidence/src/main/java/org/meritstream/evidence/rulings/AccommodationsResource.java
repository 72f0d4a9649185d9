package org.meritstream.evidence.rulings;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.GrantAccommodation;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.NoteEdge;
import org.meritstream.log.http.Caller;

/** Other terms that learners are owed. The reason is read by the registrar alone: no reviewer and no topic has it. */
@Path("/api/accommodations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("registrar")
public class AccommodationsResource {
    private final NoteEdge edge;
    private final Rulings rulings;
    private final LearnerIds learners;
    private final Caller caller;

    AccommodationsResource(NoteEdge edge, Rulings rulings, LearnerIds learners, Caller caller) {
        this.edge = edge;
        this.rulings = rulings;
        this.learners = learners;
        this.caller = caller;
    }

    /** The answer of a search. */
    public record Listing(List<RulingView> accommodations) {}

    /** What a learner is owed. */
    @GET
    public Uni<Listing> ofLearner(
            @QueryParam("learner") @Nullable String learner,
            @QueryParam("studentNumber") @Nullable String studentNumber) {
        return rulings.ofLearner(learners.named(caller.tenant(), learner, studentNumber))
                .map(found -> new Listing(found.stream()
                        .filter(one -> one.said().fact() instanceof Fact.Accommodation)
                        .map(RulingView::of)
                        .toList()));
    }

    /** Asks to owe a learner other terms. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> grant(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        Asked<GrantAccommodation> asked = Asked.read(body, GrantAccommodation.class, caller.tenant(), learners);
        return edge.take(asked, asked.command().learner(), "accommodation", prefer);
    }
}
