package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test is told of a request that no service answers for good in its ten seconds. */
class SettledTest {
    private static final String PENDING = "{\"state\":\"pending\",\"deviations\":[\"one\"]}";

    private final Queue<String> outcomes = new ConcurrentLinkedQueue<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/awards", exchange -> answer(exchange, 202, PENDING));
        server.createContext("/refused", exchange -> answer(exchange, 409, PENDING));
        server.createContext("/commands/7", exchange -> answer(exchange, 200, outcomes.remove()));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void followsWhatIsPendingToItsOutcomeAsWhoAsked() {
        outcomes.addAll(List.of("{\"state\":\"pending\"}", "{\"state\":\"done\",\"link\":\"/awards/7\"}"));

        Response answer = post("/awards", new Settled());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("done");
        assertThat(answer.jsonPath().getString("link")).isEqualTo("/awards/7");
        assertThat(answer.jsonPath().getList("deviations")).containsExactly("one");
        assertThat(asked).hasSize(3).containsOnly("Bearer ada");
    }

    @Test
    void leavesWhatDoesNotSettleInTimePending() {
        assertThat(post("/awards", new Settled(Duration.ZERO)).jsonPath().getString("state"))
                .isEqualTo("pending");
    }

    @Test
    void followsNothingThatWasNotAccepted() {
        assertThat(post("/refused", new Settled()).statusCode()).isEqualTo(409);
        assertThat(asked).hasSize(1);
    }

    private Response post(String path, Settled settled) {
        return RestAssured.given()
                .auth()
                .oauth2("ada")
                .filter(settled)
                .post("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders()
                .add("Location", "http://localhost:" + server.getAddress().getPort() + "/commands/7");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
