package org.meritstream.issuance.credential;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CorrectCredential;
import org.meritstream.events.CredentialState;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.RenewCredential;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.SuspendCredential;
import org.meritstream.events.SuspensionReason;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Credentials for the tenant's staff: what was issued, what became of it, and revoking, suspending, renewing and correcting it. */
@Path("/api/credentials")
@Produces(MediaType.APPLICATION_JSON)
public class CredentialsResource {
    private static final int MOST = 500;
    private static final String ONE = "from CredentialRecord where id = :id and tenant = :tenant";

    private final Mutiny.SessionFactory sessions;
    private final Caller caller;
    private final CommandEdge commands;

    CredentialsResource(Mutiny.SessionFactory sessions, Caller caller, CommandEdge commands) {
        this.sessions = sessions;
        this.caller = caller;
        this.commands = commands;
    }

    /** What to list. */
    public static class Query {
        @QueryParam("learner")
        @Nullable
        UUID learner;

        @QueryParam("award")
        @Nullable
        UUID award;

        @QueryParam("state")
        @Nullable
        String state;

        @QueryParam("suspended")
        @Nullable
        Boolean suspended;

        @QueryParam("limit")
        @DefaultValue("100")
        int limit;

        /** The members to be equal to something; names of ours, never the client's words. */
        Map<String, Object> wanted(String tenant) {
            Map<String, Object> wanted = new LinkedHashMap<>();
            wanted.put("tenant", tenant);
            if (learner != null) {
                wanted.put("learner", learner);
            }
            if (award != null) {
                wanted.put("award", award);
            }
            if (state != null) {
                wanted.put("state", named(CredentialState.class, state, "state").name());
            }
            return wanted;
        }
    }

    /** A page of credentials, the newest first. */
    public record Listing(List<CredentialRecord.View> credentials) {}

    /** Why a credential is to be revoked. */
    public record Revocation(@Nullable String reason) {}

    /** Why a credential is to be suspended. */
    public record Suspending(@Nullable String reason) {}

    /** The tenant's credentials. */
    @GET
    @RolesAllowed({"admin", "registrar", "auditor"})
    public Uni<Listing> list(@BeanParam Query query) {
        Map<String, Object> wanted = query.wanted(caller.tenant());
        String conditions =
                wanted.keySet().stream().map(member -> member + " = :" + member).collect(Collectors.joining(" and "));
        if (query.suspended != null) {
            conditions += " and suspendedAt is " + (query.suspended ? "not null" : "null");
        }
        String statement = "from CredentialRecord where " + conditions + " order by issuedAt desc, id";
        return sessions.withSession(session -> {
                    var selection = session.createSelectionQuery(statement, CredentialRecord.class);
                    wanted.forEach(selection::setParameter);
                    return selection
                            .setMaxResults(Math.clamp(query.limit, 1, MOST))
                            .getResultList();
                })
                .map(found ->
                        new Listing(found.stream().map(CredentialRecord::view).toList()));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "registrar", "auditor"})
    public Uni<CredentialRecord.View> credential(@PathParam("id") UUID id) {
        return find(id).map(CredentialRecord::view);
    }

    /** Asks for its revocation: 202, and the command's outcome at the address given. */
    @POST
    @Path("{id}/revocations")
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> revoke(
            @PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer, @Nullable Revocation asked) {
        if (asked == null || asked.reason() == null) {
            throw refused("/reason", "A reason is needed: " + names(RevocationReason.class));
        }
        RevocationReason reason = named(RevocationReason.class, asked.reason(), "/reason");
        return find(id).chain(found ->
                commands.request(new RevokeCredential(found.tenant, found.id, found.learner, reason), prefer));
    }

    /** Asks for its suspension: 202, and the command's outcome at the address given. */
    @POST
    @Path("{id}/suspensions")
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> suspend(
            @PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer, @Nullable Suspending asked) {
        if (asked == null || asked.reason() == null) {
            throw refused("/reason", "A reason is needed: " + names(SuspensionReason.class));
        }
        SuspensionReason reason = named(SuspensionReason.class, asked.reason(), "/reason");
        return find(id).chain(found ->
                commands.request(new SuspendCredential(found.tenant, found.id, found.learner, reason), prefer));
    }

    /** Asks for its suspension to end: 202, and the command's outcome at the address given. */
    @POST
    @Path("{id}/reinstatements")
    @RolesAllowed("registrar")
    public Uni<Response> reinstate(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return find(id).chain(found ->
                commands.request(new ReinstateCredential(found.tenant, found.id, found.learner), prefer));
    }

    /** Asks for it to be issued anew with a new validity: 202, and the command's outcome at the address given. */
    @POST
    @Path("{id}/renewals")
    @RolesAllowed("registrar")
    public Uni<Response> renew(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return find(id).chain(
                        found -> commands.request(new RenewCredential(found.tenant, found.id, found.learner), prefer));
    }

    /** Asks for it to be issued anew with the name that the roster has now: 202, and the command's outcome at the address given. */
    @POST
    @Path("{id}/corrections")
    @RolesAllowed("registrar")
    public Uni<Response> correct(@PathParam("id") UUID id, @HeaderParam("Prefer") @Nullable String prefer) {
        return find(id).chain(found ->
                commands.request(new CorrectCredential(found.tenant, found.id, found.learner), prefer));
    }

    private Uni<CredentialRecord> find(UUID id) {
        String tenant = caller.tenant();
        return sessions.withSession(session -> session.createSelectionQuery(ONE, CredentialRecord.class)
                        .setParameter("id", id)
                        .setParameter("tenant", tenant)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(
                        Problem.of("unknown-credential", "There is no such credential", 404, "Not in this tenant.")));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name, String place) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refused(place, "One of " + names(type));
        }
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return List.of(type.getEnumConstants()).toString();
    }

    private static ProblemException refused(String place, String detail) {
        return new ProblemException(Problem.of("invalid-request", "The request can not be read", 400, "See errors.")
                .at(List.of(new Problem.Place(place, detail))));
    }
}
