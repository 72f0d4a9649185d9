package org.meritstream.evidence.awards;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.meritstream.events.ApproveAward;
import org.meritstream.events.DecideFlag;
import org.meritstream.events.RestoreAward;
import org.meritstream.events.WithdrawAward;
import org.meritstream.evidence.notes.Asked;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.evidence.regrades.RegradeEdge;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** The awards of a tenant, and what registrars decide about them. */
@Path("/api/awards")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"registrar", "auditor", "designer", "admin"})
public class AwardsResource {
    private static final Set<String> STATES = Set.of("EARNED", "WITHHELD", "CONFERRED", "WITHDRAWN");
    private static final int MOST = 500;

    private final AwardSearch search;
    private final CommandEdge commands;
    private final RegradeEdge regrades;
    private final Caller caller;

    AwardsResource(AwardSearch search, CommandEdge commands, RegradeEdge regrades, Caller caller) {
        this.search = search;
        this.commands = commands;
        this.regrades = regrades;
        this.caller = caller;
    }

    /** The answer of a search. */
    public record Listing(List<AwardView> awards) {}

    /** The newest first; {@code before} is the last of the page before. */
    @GET
    public Uni<Listing> some(
            @QueryParam("state") @Nullable String state,
            @QueryParam("learner") @Nullable String learner,
            @QueryParam("event") @Nullable String event,
            @QueryParam("before") @Nullable String before,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        if (state != null && !STATES.contains(state)) {
            throw malformed("state", "is EARNED, WITHHELD, CONFERRED or WITHDRAWN");
        }
        AwardSearch.Wanted wanted =
                new AwardSearch.Wanted(state, id("learner", learner), event, id("before", before), limit(limit));
        return search.some(caller.tenant(), wanted)
                .map(awards -> new Listing(awards.stream().map(AwardView::of).toList()));
    }

    @GET
    @Path("{id}")
    public Uni<AwardView> one(@PathParam("id") UUID id) {
        return find(id).map(AwardView::of);
    }

    /** Asks to confer an earned award. */
    @POST
    @Path("{id}/approvals")
    @RolesAllowed("registrar")
    public Uni<Response> approve(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return find(id).map(award -> new ApproveAward(
                        award.learner().tenant(), award.id(), award.learner().id(), null))
                .chain(command -> commands.request(command, prefer));
    }

    /** Asks to withdraw an award, for a reason that has a code and words. */
    @POST
    @Path("{id}/withdrawals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("registrar")
    public Uni<Response> withdraw(@PathParam("id") UUID id, byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        return regrades.take(WithdrawAward.class, Asked.members(body), find(id), prefer);
    }

    /** Decides about a flagged award. */
    @POST
    @Path("{id}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("registrar")
    public Uni<Response> decide(@PathParam("id") UUID id, byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        return regrades.take(DecideFlag.class, Asked.members(body), find(id), prefer);
    }

    /** Asks to award again what was withdrawn. */
    @POST
    @Path("{id}/restorations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("registrar")
    public Uni<Response> restore(@PathParam("id") UUID id, byte[] body, @HeaderParam("Prefer") @Nullable String prefer)
            throws JsonProcessingException {
        return regrades.take(RestoreAward.class, Asked.members(body), find(id), prefer);
    }

    private Uni<Award> find(UUID id) {
        return search.find(caller.tenant(), id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(RequestProblems.unknownAward()));
    }

    private static @Nullable UUID id(String parameter, @Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw malformed(parameter, "is a UUID");
        }
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
