package org.meritstream.quickstart.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.meritstream.quickstart.processes.Unavailable;

/** Requests to the product, with a token of one tenant's staff. A service that is away for a moment (503) is asked again. */
public final class Api {
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final HttpClient http;
    private final String base;
    private final String token;

    public Api(HttpClient http, String base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    public Reply get(String path) throws IOException, InterruptedException {
        return send(staff(path).GET());
    }

    public Reply put(String path, JsonNode body) throws IOException, InterruptedException {
        return send(
                staff(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body.toString())));
    }

    public Reply post(String path, JsonNode body) throws IOException, InterruptedException {
        return send(staff(path)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=2")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A delivery: no staff token, but what the sender authenticates itself with. */
    public Reply deliver(String path, Map<String, String> headers, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return send(request.POST(body));
    }

    /** The address of a path. */
    public URI address(String path) {
        return URI.create(base + path);
    }

    private HttpRequest.Builder staff(String path) {
        return request(path).header("Authorization", "Bearer " + token).header("Accept", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(PATIENCE);
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                if (answer.statusCode() != UNAVAILABLE || System.nanoTime() > end) {
                    return new Reply(answer.statusCode(), answer.headers(), Json.orMissing(answer.body()));
                }
            } catch (ConnectException nobody) {
                throw new Unavailable("Nothing answers at " + base + ": run deploy/quickstart.sh up first.");
            }
            Thread.sleep(PAUSE);
        }
    }
}
