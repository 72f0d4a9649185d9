package org.meritstream.log.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.meritstream.log.DeadLetters;
import org.meritstream.log.LogConfig;

/** What could not be processed, and why; and its replay once the cause is mended. Payloads are not shown. */
@Path("/api/{service}/dead-letters")
@RolesAllowed("admin")
@Blocking
public class DeadLettersResource {
    private final DeadLetters letters;
    private final LogConfig config;
    private final Caller caller;

    DeadLettersResource(DeadLetters letters, LogConfig config, Caller caller) {
        this.letters = letters;
        this.config = config;
        this.caller = caller;
    }

    /** The oldest thousand letters of the caller's tenant. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Listing list(@PathParam("service") String service) {
        check(service);
        String tenant = caller.tenant();
        return new Listing(whileTheLogAnswers(() -> letters.list(tenant)));
    }

    /** Puts a letter's record on the service's commands topic, where the loop meets it as new. */
    @POST
    @Path("{id}/replays")
    @Produces(MediaType.APPLICATION_JSON)
    public Response replay(@PathParam("service") String service, @PathParam("id") String id) {
        check(service);
        String tenant = caller.tenant();
        if (!whileTheLogAnswers(() -> letters.replay(tenant, id))) {
            throw new ProblemException(Problem.of(
                    "unknown-dead-letter",
                    "There is no such dead letter",
                    404,
                    "It may be older than its topic keeps."));
        }
        return Response.accepted().build();
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

    /** A page of letters. */
    public record Listing(List<DeadLetters.Letter> deadLetters) {}
}
