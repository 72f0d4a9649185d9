package org.meritstream.issuance.issuer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CompromiseKey;
import org.meritstream.events.RotateKey;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.issuance.bulk.Bulk;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** The keys of a tenant's issuer: which there are, and putting a new one in the place of another. Their private parts are nowhere to be seen. */
@Path("/api/issuers/{tenant}/keys")
@Produces(MediaType.APPLICATION_JSON)
public class IssuerKeysResource {
    private static final String LIST = """
            select purpose, kind, multikey, valid_from, valid_until, revoked_at, compromise from signing_key where tenant = $1
            order by valid_from desc, kind""";

    private static final String FIND = "select 1 from signing_key where tenant = $1 and multikey = $2";

    private final OwnTenant own;
    private final CommandEdge commands;
    private final Pool pool;

    IssuerKeysResource(OwnTenant own, CommandEdge commands, Pool pool) {
        this.own = own;
        this.commands = commands;
        this.pool = pool;
    }

    /**
     * A key.
     *
     * @param purpose what its signatures may be believed to say, the verification relationship of its issuer's document
     * @param name its Multikey, or of an RSA key the thumbprint of its JWK
     * @param state whether it signs, or signed, or is not believed any more
     * @param validUntil when another took its place; absent while it signs
     * @param revoked since when nothing that it signed is believed; absent of one that was never compromised
     * @param compromise where it is read how far what it signed is secured again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(
            String purpose,
            String kind,
            String name,
            State state,
            OffsetDateTime validFrom,
            @Nullable OffsetDateTime validUntil,
            @Nullable OffsetDateTime revoked,
            @Nullable String compromise) {}

    /** What a key is good for. */
    public enum State {
        /** It signs, and what it signed verifies. */
        IN_USE,
        /** Another signs; what it signed verifies. */
        FORMER,
        /** Somebody else may sign with it; nothing that it signed verifies. */
        COMPROMISED
    }

    /** All keys, the newest first. */
    public record Keys(List<Key> keys) {}

    /** Since when a key is not trusted any more. */
    public record Compromise(@Nullable String since) {}

    /** Which key is to be replaced. */
    public record Rotation(@Nullable String kind) {}

    /** The keys that ever signed. */
    @GET
    @RolesAllowed({"admin", "auditor"})
    public Uni<Keys> keys(@PathParam("tenant") String tenant) {
        own.require(tenant);
        return pool.preparedQuery(LIST)
                .execute(Tuple.of(tenant))
                .map(rows -> new Keys(StreamSupport.stream(rows.spliterator(), false)
                        .map(IssuerKeysResource::key)
                        .toList()));
    }

    /** Asks for a new key: 202, and the command's outcome at the address given. */
    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> rotate(
            @PathParam("tenant") String tenant,
            @HeaderParam("Prefer") @Nullable String prefer,
            @Nullable Rotation asked) {
        own.require(tenant);
        return commands.request(new RotateKey(tenant, kind(asked)), prefer);
    }

    /**
     * Says that somebody else can sign with a key, or may be able to: 202, and the command's outcome at the address given. It leads to the operation that
     * secures again what the key signed.
     */
    @POST
    @Path("{key}/compromises")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> compromise(
            @PathParam("tenant") String tenant,
            @PathParam("key") String key,
            @HeaderParam("Prefer") @Nullable String prefer,
            @Nullable Compromise said) {
        own.require(tenant);
        Instant since = since(said == null ? null : said.since());
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(tenant, key))
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw new ProblemException(Problem.of(
                                "unknown-key",
                                "There is no such key",
                                404,
                                "The issuer never had a key of this name."));
                    }
                })
                .chain(() -> commands.request(new CompromiseKey(tenant, key, since), prefer));
    }

    private static Instant since(@Nullable String said) {
        try {
            Instant since = said == null ? null : OffsetDateTime.parse(said).toInstant();
            if (since != null && !since.isAfter(Instant.now())) {
                return since;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new ProblemException(Problem.of("invalid-request", "The request can not be read", 400, "See errors.")
                .at(List.of(new Problem.Place(
                        "/since",
                        "A moment that lies back, such as 2026-05-05T10:00:00Z: since when the key is not trusted."))));
    }

    private static SigningKeyKind kind(@Nullable Rotation asked) {
        return Arrays.stream(SigningKeyKind.values())
                .filter(kind -> asked != null && kind.name().equals(asked.kind()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                                "invalid-request", "The request can not be read", 400, "See errors.")
                        .at(List.of(
                                new Problem.Place("/kind", "One of " + Arrays.toString(SigningKeyKind.values()))))));
    }

    private static Key key(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("valid_until");
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        UUID compromise = row.getUUID("compromise");
        State state = until == null ? State.IN_USE : State.FORMER;
        return new Key(
                row.getString("purpose"),
                row.getString("kind"),
                row.getString("multikey"),
                revoked == null ? state : State.COMPROMISED,
                row.getOffsetDateTime("valid_from"),
                until,
                revoked,
                compromise == null ? null : Bulk.address(compromise));
    }
}
