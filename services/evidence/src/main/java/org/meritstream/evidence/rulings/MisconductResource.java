package org.meritstream.evidence.rulings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ClearMisconduct;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.FindMisconduct;
import org.meritstream.events.ReviewStep;
import org.meritstream.evidence.learners.LearnerIds;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.NoteEdge;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.ProblemException;

/** Findings of misconduct, and that one does not stand. */
@Path("/api/misconduct")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("registrar")
public class MisconductResource {
    private final NoteEdge edge;
    private final Rulings rulings;
    private final LearnerIds learners;
    private final Caller caller;

    MisconductResource(NoteEdge edge, Rulings rulings, LearnerIds learners, Caller caller) {
        this.edge = edge;
        this.rulings = rulings;
        this.learners = learners;
        this.caller = caller;
    }

    /** The answer of a search: findings and clearings. */
    public record Listing(List<RulingView> findings) {}

    /** What was found of a learner, and cleared. */
    @GET
    public Uni<Listing> ofLearner(
            @QueryParam("learner") @Nullable String learner,
            @QueryParam("studentNumber") @Nullable String studentNumber) {
        return rulings.ofLearner(learners.named(caller.tenant(), learner, studentNumber))
                .map(found -> new Listing(found.stream()
                        .filter(MisconductResource::isOfMisconduct)
                        .map(RulingView::of)
                        .toList()));
    }

    /** Asks to record a finding. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> find(byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        Asked<FindMisconduct> asked = Asked.read(body, FindMisconduct.class, caller.tenant(), learners);
        return edge.take(asked, asked.command().learner(), "misconduct", prefer);
    }

    /** Asks to record that a finding does not stand. */
    @POST
    @Path("{id}/clearings")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> clear(@PathParam("id") UUID id, byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        String tenant = caller.tenant();
        ObjectNode members = Asked.members(body);
        return rulings.misconduct(tenant, id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(RulingProblems.unknownMisconduct()))
                .map(finding -> clearing(finding, members))
                .chain(asked -> edge.take(asked, asked.command().learner(), "clearing", prefer));
    }

    private Asked<ClearMisconduct> clearing(FactFiled finding, ObjectNode members) {
        members.put("learner", finding.learner().toString())
                .put("achievement", finding.achievement())
                .put("misconduct", finding.fact().id());
        return Asked.read(members, ClearMisconduct.class, finding.tenant(), learners);
    }

    private static boolean isOfMisconduct(Rulings.Found found) {
        Fact.OfAchievement fact = found.said().fact();
        return fact instanceof Fact.Misconduct || fact instanceof Fact.Cleared || fact instanceof ReviewStep.Settled;
    }
}
