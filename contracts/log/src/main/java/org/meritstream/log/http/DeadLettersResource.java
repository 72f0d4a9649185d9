package org.meritstream.log.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.DeadLetters;
import org.meritstream.log.LogConfig;
import org.meritstream.log.Remit;

/** What could not be processed, and why; and its replay once the cause is mended. Payloads are not shown. */
@Path("/api/{service}/dead-letters")
@RolesAllowed({DeadLettersResource.ADMIN, DeadLettersResource.OPERATOR})
@Blocking
public class DeadLettersResource {
    static final String ADMIN = "admin";
    static final String OPERATOR = "operator";

    private final DeadLetters letters;
    private final LogConfig config;
    private final Caller caller;

    DeadLettersResource(DeadLetters letters, LogConfig config, Caller caller) {
        this.letters = letters;
        this.config = config;
        this.caller = caller;
    }

    /** A page of the letters that the caller answers for; {@code next} is the {@code after} of the page that follows. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Listing list(@PathParam("service") String service, @QueryParam("after") @Nullable String after) {
        check(service);
        Remit remit = remit();
        try {
            DeadLetters.Page page = whileTheLogAnswers(() -> letters.list(remit, after));
            return new Listing(page.letters(), page.next());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(
                    "malformed-after", "There is no such page", 400, "Send the \"next\" of the page before as it is."));
        }
    }

    /** Puts a letter's record on the service's commands topic, where the loop meets it as new. */
    @POST
    @Path("{id}/replays")
    @Produces(MediaType.APPLICATION_JSON)
    public Response replay(@PathParam("service") String service, @PathParam("id") String id) {
        check(service);
        Remit remit = remit();
        if (!whileTheLogAnswers(() -> letters.replay(remit, id))) {
            throw new ProblemException(Problem.of(
                    "unknown-dead-letter",
                    "There is no such dead letter",
                    404,
                    "It may be older than its topic keeps."));
        }
        return Response.accepted().build();
    }

    /** An administrator answers for a tenant; an operator for what names none, so an operator's token need not name one either. */
    private Remit remit() {
        return new Remit(caller.is(ADMIN) ? caller.tenant() : null, caller.is(OPERATOR));
    }

    private static <T> T whileTheLogAnswers(Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException away) {
            throw new ProblemException(Appender.unavailable());
        }
    }

    private void check(String service) {
        if (!service.equals(config.service())) {
            throw new ProblemException(
                    Problem.of("unknown-service", "This is another service's", 404, "See the address table."));
        }
    }

    /** A page of letters; without {@code next} it is the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Listing(
            List<DeadLetters.Letter> deadLetters, @Nullable String next) {}
}
