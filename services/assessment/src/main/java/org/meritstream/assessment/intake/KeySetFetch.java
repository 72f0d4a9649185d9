package org.meritstream.assessment.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Fetches a JWK set by HTTP: five seconds at most, 256 KiB at most, no redirect followed. */
@ApplicationScoped
class KeySetFetch {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 256 * 1024;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Uni<String> get(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept", "application/jwk-set+json, application/json")
                .build();
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(KeySetFetch::body);
    }

    private static String body(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (response.statusCode() != OK || bytes.length > LARGEST) {
                throw new IllegalStateException("A key set is not answered with 200 and at most 256 KiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
