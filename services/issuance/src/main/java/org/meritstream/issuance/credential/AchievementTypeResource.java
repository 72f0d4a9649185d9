package org.meritstream.issuance.credential;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.issuance.issuer.PublicIssuers;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** The type of an issuer's tokens at the address that they name. It never changes, so whoever has it may keep it. */
@Path("/issuers/{tenant}/types/achievement/{version}")
@ForTheWorld
public class AchievementTypeResource {
    private static final String CACHED = "public, max-age=86400, immutable, stale-if-error=604800";

    private final PublicIssuers issuers;

    AchievementTypeResource(PublicIssuers issuers) {
        this.issuers = issuers;
    }

    /** The metadata. */
    @GET
    public Uni<Response> type(
            @PathParam("tenant") String tenant, @PathParam("version") String version, @Context Request request) {
        return issuers.find(tenant)
                .map(found -> PublicDocument.of(metadata(found, version), MediaType.APPLICATION_JSON)
                        .response(request, CACHED));
    }

    private static String metadata(PublicIssuers.@Nullable Found found, String version) {
        if (found == null || !version.equals(AchievementType.VERSION)) {
            throw new ProblemException(
                    Problem.of("unknown-type", "There is no such type", 404, "Check the last parts of the address."));
        }
        return AchievementType.of(found.issuer()).metadata();
    }
}
