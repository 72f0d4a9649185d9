package org.meritstream.proving;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the readiness of every service says of a store that hangs, while its loop has nothing to do and so notices nothing. */
public abstract class ReadinessContract {
    private static final int READY = 200;
    private static final int NOT_READY = 503;
    /** More than the pool has connections: a question that goes unanswered must not keep the next from being answered. */
    private static final int QUESTIONS = 40;
    /** Many times what a service allows its store; a busy machine may need it, and a service that hangs as well takes longer still. */
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource(value = "/health/ready", management = true)
    URI address;

    /** Freezes the service's store. */
    protected abstract Frozen freeze();

    @Test
    void answersInTimeThatItIsNotReadyWhileItsStoreHangs() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(readyAtLast(http)).as("ready at first").isTrue();

            List<HttpResponse<String>> answers;
            try (Frozen store = freeze()) {
                answers = IntStream.range(0, QUESTIONS).mapToObj(question -> ask(http)).toList().stream()
                        .map(CompletableFuture::join)
                        .toList();
            }

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(NOT_READY);
            assertThat(answers).extracting(HttpResponse::body).allMatch(body -> body.contains("\"store\""));
            assertThat(readyAtLast(http)).as("ready again").isTrue();
        }
    }

    private CompletableFuture<HttpResponse<String>> ask(HttpClient http) {
        HttpRequest question = HttpRequest.newBuilder(address).timeout(BOUND).build();
        return http.sendAsync(question, HttpResponse.BodyHandlers.ofString());
    }

    private boolean readyAtLast(HttpClient http) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean ready = false;
        while (!ready && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            ready = ask(http)
                    .handle((answer, fault) -> fault == null && answer.statusCode() == READY)
                    .join();
        }
        return ready;
    }
}
