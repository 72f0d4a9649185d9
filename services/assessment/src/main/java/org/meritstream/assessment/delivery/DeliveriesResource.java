package org.meritstream.assessment.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.log.http.Caller;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** What became of the deliveries of the caller's tenant. A delivery is found as soon as the loop has seen to it. */
@Path("/api/intake/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "registrar", "auditor"})
public class DeliveriesResource {
    private static final int MOST = 200;

    private final DeliveryQueries queries;
    private final Caller caller;

    public DeliveriesResource(DeliveryQueries queries, Caller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    /** A page of deliveries; {@code next} is the {@code before} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<View> deliveries, @Nullable UUID next) {}

    /** A delivery; {@code explanation} says its reason in a sentence. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String source,
            Instant receivedAt,
            DeliveryState state,
            @Nullable String reason,
            @Nullable String explanation,
            List<EventOutcome> events) {

        static View of(DeliveryRow row) {
            return new View(
                    row.id,
                    row.source,
                    row.receivedAt,
                    row.state,
                    row.reason,
                    row.reason == null ? null : Reason.ofCode(row.reason).sentence(),
                    Delivery.outcomes(row.events));
        }
    }

    @GET
    public Uni<Page> page(
            @QueryParam("state") @Nullable String state,
            @QueryParam("source") @Nullable String source,
            @QueryParam("before") @Nullable UUID before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        return queries.page(new DeliveryQueries.Asked(caller.tenant(), source, state(state), before, most))
                .map(rows ->
                        new Page(rows.stream().map(View::of).toList(), rows.size() < most ? null : rows.getLast().id));
    }

    @GET
    @Path("{id}")
    public Uni<View> read(@PathParam("id") UUID id) {
        return queries.find(caller.tenant(), id).map(row -> {
            if (row == null) {
                throw new ProblemException(Problem.of(
                        "unknown-delivery",
                        "There is no such delivery",
                        404,
                        "A delivery that was taken a moment ago is found once it was seen to."));
            }
            return View.of(row);
        });
    }

    private static @Nullable DeliveryState state(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "unknown-state", "There is no such state", 400, "MAPPED, IGNORED, PARKED or DUPLICATE.")));
    }
}
