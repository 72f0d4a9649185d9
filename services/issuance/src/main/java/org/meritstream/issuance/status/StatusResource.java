package org.meritstream.issuance.status;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.meritstream.issuance.http.ForTheWorld;
import org.meritstream.issuance.http.PublicDocument;
import org.meritstream.issuance.http.PublicForm;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** A signed status list. Whoever reads it learns nothing of which of its entries they asked for. */
@Path("/status/{list}")
@ForTheWorld
public class StatusResource {
    private static final String FIND = "select document from status_list where id = $1";
    /** What a cache keeps adds to what a verifier keeps; a stale list is better than none, but not for long. */
    private static final String CACHED =
            "public, max-age=" + StatusListCredential.MAX_AGE.toSeconds() + ", stale-if-error=600";

    private final Pool pool;

    StatusResource(Pool pool) {
        this.pool = pool;
    }

    /** The list as it was last signed. */
    @GET
    public Uni<Response> list(@PathParam("list") String list, @Context HttpHeaders headers, @Context Request request) {
        String type = PublicForm.jsonType(headers.getAcceptableMediaTypes(), PublicForm.VC);
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(list))
                .map(StatusResource::document)
                .map(document -> PublicDocument.of(document, type).response(request, CACHED));
    }

    private static String document(RowSet<Row> rows) {
        if (!rows.iterator().hasNext()) {
            throw new ProblemException(Problem.of(
                    "unknown-status-list", "There is no such status list", 404, "Check the last part of the address."));
        }
        return rows.iterator().next().getString("document");
    }
}
