package org.meritstream.evidence.batches;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ApproveBatch;
import org.meritstream.evidence.awards.AwardSearch;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.CommandIds;
import org.meritstream.log.http.ProblemException;

/** Batches: what waits for approval is collected, looked at, and approved in one request. */
@Path("/api/awards/batches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("registrar")
public class BatchesResource {
    private final BatchDrafts drafts;
    private final AwardSearch awards;
    private final CommandEdge commands;
    private final Caller caller;

    BatchesResource(BatchDrafts drafts, AwardSearch awards, CommandEdge commands, Caller caller) {
        this.drafts = drafts;
        this.awards = awards;
        this.commands = commands;
        this.caller = caller;
    }

    /** The newest. */
    public record Listing(List<BatchView> batches) {}

    /** What was taken out of a batch. */
    public record Exclusions(List<BatchDrafts.Exclusion> exclusions) {}

    @GET
    public Uni<Listing> newest() {
        return drafts.newest(caller.tenant()).map(Listing::new);
    }

    /** Collects what waits for approval now. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> collect(byte[] body) throws JsonProcessingException {
        BatchView.Filter filter = BatchRequest.filter(body);
        Instant now = Instant.now();
        UUID id = CommandIds.next(now);
        return drafts.collect(id, filter, by(now))
                .chain(() -> shown(id))
                .map(view -> Response.created(URI.create("/api/awards/batches/" + id))
                        .entity(view)
                        .build());
    }

    @GET
    @Path("{id}")
    public Uni<BatchView> one(@PathParam("id") UUID id) {
        return shown(id);
    }

    /** Throws a draft away; its awards go on waiting. */
    @DELETE
    @Path("{id}")
    public Uni<Response> discard(@PathParam("id") UUID id) {
        return drafts.discard(caller.tenant(), id)
                .chain(count -> changed(count == 1, id))
                .map(done -> Response.noContent().build());
    }

    @GET
    @Path("{id}/exclusions")
    public Uni<Exclusions> exclusions(@PathParam("id") UUID id) {
        return found(id).chain(view -> drafts.excluded(caller.tenant(), id)).map(Exclusions::new);
    }

    /** Takes awards out; they go on waiting. */
    @POST
    @Path("{id}/exclusions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<BatchView> exclude(@PathParam("id") UUID id, byte[] body) throws JsonProcessingException {
        BatchRequest.Exclusions asked = BatchRequest.exclusions(body);
        return drafts.exclude(id, asked.awards(), asked.reason(), by(Instant.now()))
                .chain(count -> changed(count == asked.awards().size(), id))
                .chain(() -> shown(id));
    }

    /** Puts an award back. */
    @DELETE
    @Path("{id}/exclusions/{award}")
    public Uni<BatchView> include(@PathParam("id") UUID id, @PathParam("award") UUID award) {
        return drafts.include(id, award, caller.tenant())
                .chain(count -> changed(count == 1, id))
                .chain(() -> shown(id));
    }

    /** Asks to approve every award that was not taken out. */
    @POST
    @Path("{id}/approvals")
    public Uni<Response> approve(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return found(id).chain(view -> commands.request(new ApproveBatch(caller.tenant(), id), prefer));
    }

    private Uni<BatchView> shown(UUID id) {
        return found(id).chain(view -> awards.sampleOf(caller.tenant(), id).map(view::with));
    }

    private Uni<BatchView> found(UUID id) {
        return drafts.find(caller.tenant(), id)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(BatchProblems.unknown()));
    }

    /** Why a draft was not changed as asked, if it was not. */
    private Uni<Void> changed(boolean asAsked, UUID id) {
        return asAsked
                ? Uni.createFrom().voidItem()
                : found(id)
                        .map(view -> view.approvedAt() == null ? BatchProblems.notInBatch() : BatchProblems.approved())
                        .chain(problem -> Uni.createFrom().failure(new ProblemException(problem)));
    }

    private BatchDrafts.By by(Instant now) {
        return new BatchDrafts.By(caller.tenant(), caller.subject(), now.atOffset(ZoneOffset.UTC));
    }
}
