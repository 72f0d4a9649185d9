package org.meritstream.issuance.endorsement;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Endorse;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** The endorsements that a tenant's registrars make: asked for, listed, taken back. */
@Path("/api/endorsements")
@Produces(MediaType.APPLICATION_JSON)
public class EndorsementsResource {
    private static final int MOST = 500;
    private static final int LONGEST = 900;
    private static final String OWN = "from EndorsementRecord where tenant = :tenant";

    private final Mutiny.SessionFactory sessions;
    private final Caller caller;
    private final CommandEdge commands;

    EndorsementsResource(Mutiny.SessionFactory sessions, Caller caller, CommandEdge commands) {
        this.sessions = sessions;
        this.caller = caller;
        this.commands = commands;
    }

    /** What is to be endorsed, and what is said of it. */
    public record Asked(@Nullable String endorsed, @Nullable String comment) {}

    /** The tenant's endorsements, the newest first. */
    public record Listing(List<EndorsementRecord.View> endorsements) {}

    /** What the tenant endorses, and what it endorsed before. */
    @GET
    @RolesAllowed({"admin", "registrar", "auditor"})
    public Uni<Listing> list(@QueryParam("limit") @DefaultValue("100") int limit) {
        return sessions.withSession(session -> session.createSelectionQuery(
                                OWN + " order by issuedAt desc, id", EndorsementRecord.class)
                        .setParameter("tenant", caller.tenant())
                        .setMaxResults(Math.clamp(limit, 1, MOST))
                        .getResultList())
                .map(found ->
                        new Listing(found.stream().map(EndorsementRecord::view).toList()));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "registrar", "auditor"})
    public Uni<EndorsementRecord.View> endorsement(@PathParam("id") UUID id) {
        return find(id).map(EndorsementRecord::view);
    }

    /** Asks for an endorsement: 202, and the command's outcome at the address given. */
    @POST
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> endorse(@HeaderParam("Prefer") @Nullable String prefer, @Nullable Asked asked) {
        List<Problem.Place> places = new ArrayList<>();
        String endorsed = asked == null ? null : asked.endorsed();
        String comment = asked == null ? null : asked.comment();
        if (endorsed == null
                || endorsed.length() > LONGEST
                || Endorsed.at(endorsed).isEmpty()) {
            places.add(new Problem.Place(
                    "/endorsed",
                    "The address of a version of an achievement is needed, or the address or DID of an issuer."));
        }
        if (comment == null || comment.isBlank() || comment.length() > Endorse.LONGEST || unprintable(comment)) {
            places.add(new Problem.Place(
                    "/comment", "What is said of it is needed, 1 to " + Endorse.LONGEST + " characters of text."));
        }
        if (endorsed == null || comment == null || !places.isEmpty()) {
            throw new ProblemException(Problem.of("invalid-request", "The request can not be read", 400, "See errors.")
                    .at(places));
        }
        return commands.request(new Endorse(caller.tenant(), endorsed, comment.strip()), prefer);
    }

    /** Asks for one to be taken back: 202, and the command's outcome at the address given. */
    @POST
    @Path("{id}/revocations")
    @RolesAllowed("registrar")
    public Uni<Response> revoke(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return find(id).chain(found -> commands.request(new RevokeEndorsement(found.tenant, found.id), prefer));
    }

    /** Half of a pair of surrogates has no place in UTF-8, nor has a NUL in the store. */
    private static boolean unprintable(String text) {
        return text.codePoints().anyMatch(EndorsementsResource::unprintable);
    }

    private static boolean unprintable(int c) {
        boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t';
        boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return control || half || c == 0xFFFE || c == 0xFFFF;
    }

    private Uni<EndorsementRecord> find(UUID id) {
        return sessions.withSession(
                        session -> session.createSelectionQuery(OWN + " and id = :id", EndorsementRecord.class)
                                .setParameter("id", id)
                                .setParameter("tenant", caller.tenant())
                                .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        Problem.of("unknown-endorsement", "There is no such endorsement", 404, "Not in this tenant.")));
    }
}
