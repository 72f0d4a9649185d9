package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BeginBulk;
import org.meritstream.log.http.Caller;

/** What a bulk operation would come to, credential by credential. Nothing is changed. */
@Path("/api/credentials/bulk/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "registrar", "auditor"})
@Blocking
public class BulkPreviewResource {
    private static final int USUAL_SECONDS = 10;
    private static final int MOST_SECONDS = 60;
    private static final int USUAL_PAGE = 100;
    private static final int MOST_ROWS = 500;

    private final BulkForesight foresight;
    private final Caller caller;

    BulkPreviewResource(BulkForesight foresight, Caller caller) {
        this.foresight = foresight;
        this.caller = caller;
    }

    /** Which page, and how long it may take. */
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

        @QueryParam("seconds")
        @Nullable
        String seconds;
    }

    /** Looks at it. */
    @POST
    public Foreseen preview(@BeanParam Query query, byte[] body) throws JsonProcessingException {
        BeginBulk command = BulkRequest.command(caller.tenant(), body);
        UUID after = query.after == null ? null : Paging.after(query.after);
        BulkForesight.Asked asked = new BulkForesight.Asked(
                after, Paging.verdict(query.verdict), Paging.limit(query.limit, USUAL_PAGE, MOST_ROWS));
        return foresight.look(
                command,
                asked,
                Instant.now(),
                timeIsUp(Paging.number("seconds", query.seconds, USUAL_SECONDS, MOST_SECONDS)));
    }

    private static BooleanSupplier timeIsUp(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return () -> System.nanoTime() - end >= 0;
    }
}
