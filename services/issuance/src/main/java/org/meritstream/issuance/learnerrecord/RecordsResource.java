package org.meritstream.issuance.learnerrecord;

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
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.IssueRecord;
import org.meritstream.events.ShareRecord;
import org.meritstream.events.Visibility;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Learner records, at the learner's word to the registrar: asked for, listed, shared. */
@Path("/api/records")
@Produces(MediaType.APPLICATION_JSON)
public class RecordsResource {
    private static final int MOST = 100;
    private static final String OWN = "from RecordView where tenant = :tenant and ";

    private final Mutiny.SessionFactory sessions;
    private final Caller caller;
    private final CommandEdge commands;

    RecordsResource(Mutiny.SessionFactory sessions, Caller caller, CommandEdge commands) {
        this.sessions = sessions;
        this.caller = caller;
        this.commands = commands;
    }

    /**
     * What is asked for; ids as text, so that what is none is told by its place.
     *
     * @param stack a credential that was earned by holding others; absent for everything that is held
     */
    public record Asked(@Nullable String learner, @Nullable String stack) {}

    /** Who may see it. */
    public record Shown(@Nullable String visibility) {}

    /** A learner's records, the newest first. */
    public record Listing(List<RecordView.View> records) {}

    /** A learner's records. */
    @GET
    @RolesAllowed({"admin", "registrar", "auditor"})
    public Uni<Listing> list(@QueryParam("learner") @Nullable String learner) {
        UUID id = uuid(learner, "learner");
        return sessions.withSession(session -> session.createSelectionQuery(
                                OWN + "learner = :learner order by issuedAt desc, id", RecordView.class)
                        .setParameter("tenant", caller.tenant())
                        .setParameter("learner", id)
                        .setMaxResults(MOST)
                        .getResultList())
                .map(found -> new Listing(found.stream().map(RecordView::view).toList()));
    }

    /** One record. */
    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "registrar", "auditor"})
    public Uni<RecordView.View> record(@PathParam("id") UUID id) {
        return find(id).map(RecordView::view);
    }

    /** Asks for a record: 202, and the command's outcome at the address given. */
    @POST
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> issue(@HeaderParam("Prefer") @Nullable String prefer, @Nullable Asked asked) {
        UUID learner = uuid(asked == null ? null : asked.learner(), "/learner");
        UUID stack = asked == null || asked.stack() == null ? null : uuid(asked.stack(), "/stack");
        return commands.request(new IssueRecord(caller.tenant(), learner, stack), prefer);
    }

    /** Asks for it to be shown to everybody, or to nobody any more. */
    @POST
    @Path("{id}/visibility")
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> show(
            @PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer, @Nullable Shown asked) {
        Visibility visibility = Arrays.stream(Visibility.values())
                .filter(one -> asked != null && one.name().equals(asked.visibility()))
                .findFirst()
                .orElseThrow(() -> refused("/visibility", "One of " + Arrays.toString(Visibility.values())));
        return find(id).chain(found ->
                commands.request(new ShareRecord(found.tenant, found.id, found.learner, visibility), prefer));
    }

    private Uni<RecordView> find(UUID id) {
        return sessions.withSession(session -> session.createSelectionQuery(OWN + "id = :id", RecordView.class)
                        .setParameter("id", id)
                        .setParameter("tenant", caller.tenant())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        Problem.of("unknown-record", "There is no such record", 404, "Not in this tenant.")));
    }

    private static UUID uuid(@Nullable String text, String place) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            throw refused(place, "An id is needed, such as 0199b0c0-0000-8000-8000-00000000c001.");
        }
    }

    private static ProblemException refused(String place, String detail) {
        return new ProblemException(Problem.of("invalid-request", "The request can not be read", 400, "See errors.")
                .at(List.of(new Problem.Place(place, detail))));
    }
}
