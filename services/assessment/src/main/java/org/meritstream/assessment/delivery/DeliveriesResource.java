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

/**
 * What became of the deliveries of the caller's tenant. One that stands on the log and was not seen to yet is {@code RECEIVED}: its id alone
 * tells that it was taken, for nothing is stored of it before.
 */
@Path("/api/intake/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "registrar", "auditor"})
public class DeliveriesResource {
    private static final int MOST = 200;
    private static final String RECEIVED = "RECEIVED";

    private final DeliveryQueries queries;
    private final DeliveryIds ids;
    private final Caller caller;

    public DeliveriesResource(DeliveryQueries queries, DeliveryIds ids, Caller caller) {
        this.queries = queries;
        this.ids = ids;
        this.caller = caller;
    }

    /** A page of deliveries; {@code next} is the {@code before} of the page that follows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(List<View> deliveries, @Nullable UUID next) {}

    /**
     * A delivery; {@code explanation} says its reason in a sentence.
     *
     * @param state a {@link DeliveryState}, or {@code RECEIVED}
     * @param source absent while it is not seen to
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            @Nullable String source,
            Instant receivedAt,
            String state,
            @Nullable String reason,
            @Nullable String explanation,
            List<EventOutcome> events) {

        static View of(DeliveryRow row) {
            return new View(
                    row.id,
                    row.source,
                    row.receivedAt,
                    row.state.name(),
                    row.reason,
                    row.reason == null ? null : Reason.ofCode(row.reason).sentence(),
                    Delivery.outcomes(row.events));
        }

        static View received(UUID id) {
            return new View(id, null, DeliveryIds.takenAt(id), RECEIVED, null, null, List.of());
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
        return queries.find(caller.tenant(), id).map(row -> row == null ? unseen(id) : View.of(row));
    }

    private View unseen(UUID id) {
        if (!ids.given(caller.tenant(), id)) {
            throw new ProblemException(Problem.of(
                    "unknown-delivery",
                    "There is no such delivery",
                    404,
                    "No delivery of this tenant was given this id."));
        }
        return View.received(id);
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
