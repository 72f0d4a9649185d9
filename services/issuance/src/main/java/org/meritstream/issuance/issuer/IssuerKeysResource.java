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
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.RotateKey;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.log.http.CommandEdge;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** The keys of a tenant's issuer: which there are, and putting a new one in the place of another. Their private parts are nowhere to be seen. */
@Path("/api/issuers/{tenant}/keys")
@Produces(MediaType.APPLICATION_JSON)
public class IssuerKeysResource {
    private static final String LIST = """
            select kind, multikey, valid_from, valid_until from signing_key where tenant = $1
            order by valid_from desc, kind""";

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
     * @param name its Multikey, or of an RSA key the thumbprint of its JWK
     * @param validUntil when another took its place; absent while it signs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(
            String kind,
            String name,
            OffsetDateTime validFrom,
            @Nullable OffsetDateTime validUntil) {}

    /** All keys, the newest first. */
    public record Keys(List<Key> keys) {}

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
        return new Key(
                row.getString("kind"),
                row.getString("multikey"),
                row.getOffsetDateTime("valid_from"),
                row.getOffsetDateTime("valid_until"));
    }
}
