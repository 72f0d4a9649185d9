package org.meritstream.proving;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for something and waits until it is known what became of it. No service holds an answer for more than ten seconds, and a busy
 * machine may take longer: an answer that still says {@code pending} is followed to its {@code Location}, and what is said there takes the
 * place of what it said. Whatever is pending even then stays so, and the test sees it. A filter of REST Assured.
 */
public final class Settled implements Filter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ACCEPTED = 202;
    private static final int OK = 200;

    private final Duration patience;

    public Settled() {
        this(Duration.ofSeconds(60));
    }

    Settled(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        request.header("Prefer", "wait=10");
        Response answer = context.next(request, expected);
        if (answer.statusCode() == ACCEPTED && pending(JSON.readTree(answer.asString()))) {
            return new ResponseBuilder()
                    .clone(answer)
                    .setBody(followed(answer, request).toString())
                    .build();
        }
        return answer;
    }

    /** With what the answer said beside its state. */
    private JsonNode followed(Response answer, FilterableRequestSpecification asked) {
        JsonNode told = JSON.readTree(answer.asString());
        long end = System.nanoTime() + patience.toNanos();
        while (pending(told) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            RequestSpecification as = new RequestSpecBuilder()
                    .setAuth(asked.getAuthenticationScheme())
                    .build();
            Response now = RestAssured.given(as).get(answer.header("Location"));
            if (now.statusCode() == OK) {
                ((ObjectNode) told).setAll((ObjectNode) JSON.readTree(now.asString()));
            }
        }
        return told;
    }

    private static boolean pending(JsonNode told) {
        return told.path("state").asString("").equals("pending");
    }
}
