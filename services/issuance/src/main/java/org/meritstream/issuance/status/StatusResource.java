package org.meritstream.issuance.status;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.issuance.http.PublicRead;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/**
 * A signed status list: revocations at its id, suspensions at the id and {@link Issuer#SUSPENSION}, where its credentials can be suspended. Whoever reads
 * it learns nothing of which of its entries they asked for.
 */
@Path("/status/{list}")
@ForTheWorld
public class StatusResource implements PublicRead {
    /** What a cache keeps adds to what a verifier keeps; a stale list is better than none, but not for long. */
    private static final String CACHED =
            "public, max-age=" + StatusListCredential.MAX_AGE.toSeconds() + ", stale-if-error=600";

    private final Pool pool;

    StatusResource(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> rehearse() {
        return pool.preparedQuery(PublishedList.FIND)
                .execute(PublishedList.named(""))
                .replaceWithVoid();
    }

    /** The list as it was last signed: as a credential, or to who asks for that as a token, of the same entries. */
    @GET
    public Uni<Response> list(@PathParam("list") String list, @Context HttpHeaders headers, @Context Request request) {
        List<MediaType> accepted = headers.getAcceptableMediaTypes();
        return pool.preparedQuery(PublishedList.FIND)
                .execute(PublishedList.named(list))
                .map(StatusResource::known)
                .map(row -> answer(document(row, accepted), request));
    }

    static Response answer(PublicDocument list, Request request) {
        return list.response(request, CACHED);
    }

    private static Row known(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            throw new ProblemException(Problem.of(
                    "unknown-status-list", "There is no such status list", 404, "Check the last part of the address."));
        }
        return rows.iterator().next();
    }

    private static PublicDocument document(Row row, List<MediaType> accepted) {
        if (!wantsToken(accepted)) {
            return PublicDocument.of(row.getString("document"), PublicForm.jsonType(accepted, PublicForm.VC));
        }
        String token = row.getString("token");
        if (token == null) {
            throw new ProblemException(
                    Problem.of(
                            "no-such-form",
                            "The list is not there as a token",
                            406,
                            "Suspensions stand in the token of the revocations. A list from before will have one when it is signed the next time, within a day."));
        }
        return PublicDocument.of(token, StatusListToken.MEDIA_TYPE);
    }

    /** By the first of what a client takes that is one of the two. */
    private static boolean wantsToken(List<MediaType> accepted) {
        return accepted.stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .filter(name -> name.equals(StatusListToken.MEDIA_TYPE)
                        || name.startsWith("*")
                        || PublicForm.isJson(MediaType.valueOf(name)))
                .findFirst()
                .map(StatusListToken.MEDIA_TYPE::equals)
                .orElse(false);
    }
}
