package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.CommandEdge;

/** What is done to many credentials at once: asking for it, how far it is, and what became of each. */
@Path("/api/credentials/bulk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "registrar", "auditor"})
public class BulkResource {
    private static final String CSV = "text/csv";
    private static final int USUAL_PAGE = 100;
    private static final int MOST_ROWS = 500;
    private static final int MOST_LINES = 50_000;

    private final BulkSearch search;
    private final CommandEdge commands;
    private final Caller caller;

    BulkResource(BulkSearch search, CommandEdge commands, Caller caller) {
        this.commands = commands;
        this.search = search;
        this.caller = caller;
    }

    /** The newest operations. */
    public record Listing(List<BulkView> operations) {}

    /**
     * A page of what became of credentials.
     *
     * @param next what the page after it goes on after; null where this is the last
     */
    @com.fasterxml.jackson.annotation.JsonInclude(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
    public record Page(List<BulkRow> rows, @Nullable UUID next) {}

    /** Which page of what. */
    public static final class Query {
        @QueryParam("after")
        @Nullable
        String after;

        @QueryParam("limit")
        @Nullable
        String limit;

        @QueryParam("verdict")
        @Nullable
        String verdict;
    }

    /** Asks for an operation: 202, and the command's outcome at the address given. It leads to how far it is. */
    @POST
    @RolesAllowed("registrar")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> begin(@HeaderParam("Prefer") @Nullable String prefer, byte[] body)
            throws JsonProcessingException {
        return commands.request(BulkRequest.command(caller.tenant(), body), prefer);
    }

    /** The newest of the tenant. */
    @GET
    public Uni<Listing> latest() {
        return search.latest(caller.tenant()).map(Listing::new);
    }

    /** One of them. */
    @GET
    @Path("{id}")
    public Uni<BulkView> one(@PathParam("id") UUID id) {
        return find(id);
    }

    /** What became of each of its credentials so far. */
    @GET
    @Path("{id}/rows")
    public Uni<Page> rows(@PathParam("id") UUID id, @BeanParam Query query) {
        int limit = Paging.limit(query.limit, USUAL_PAGE, MOST_ROWS);
        return rows(id, query, limit).map(rows -> new Page(rows, next(rows, limit)));
    }

    /** The same as a table, more of it at once. */
    @GET
    @Path("{id}/rows")
    @Produces(CSV)
    public Uni<Response> table(@PathParam("id") UUID id, @BeanParam Query query) {
        int limit = Paging.limit(query.limit, MOST_LINES, MOST_LINES);
        return rows(id, query, limit).map(rows -> {
            String lines = rows.stream().map(BulkRow::csv).collect(Collectors.joining("\r\n", "", "\r\n"));
            Response.ResponseBuilder response = Response.ok(
                            "credential,verdict,result,reason,detail\r\n" + (rows.isEmpty() ? "" : lines),
                            CSV + ";charset=UTF-8")
                    .header("Content-Disposition", "attachment; filename=\"" + id + ".csv\"");
            UUID next = next(rows, limit);
            return next == null
                    ? response.build()
                    : response.header("Link", "<" + following(id, query, next, limit) + ">; rel=\"next\"")
                            .build();
        });
    }

    private Uni<List<BulkRow>> rows(UUID id, Query query, int limit) {
        UUID after = Paging.after(query.after);
        BulkRow.Outcome verdict = Paging.verdict(query.verdict);
        return find(id).chain(() -> search.rows(caller.tenant(), id, after, verdict, limit));
    }

    private static @Nullable UUID next(List<BulkRow> rows, int limit) {
        return rows.size() < limit ? null : rows.getLast().credential();
    }

    private Uni<BulkView> find(UUID id) {
        return search.find(caller.tenant(), id).onItem().ifNull().failWith(BulkProblems::unknown);
    }

    /** The same question about what comes after. */
    private static String following(UUID id, Query query, UUID after, int limit) {
        String verdict = query.verdict == null ? "" : "&verdict=" + query.verdict;
        return Bulk.address(id) + "/rows?after=" + after + "&limit=" + limit + verdict;
    }
}
