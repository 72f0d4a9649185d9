package org.meritstream.assessment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.Tokens;

class KeySetFetchTest {
    private final KeySetFetch fetch = new KeySetFetch();
    private final HttpServer server;

    KeySetFetchTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        answer("/jwks", 200, Tokens.jwks());
        answer("/missing", 404, "{}");
        answer("/endless", 200, "x".repeat(300 * 1024));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().add("Location", "/jwks");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesASet() {
        assertThat(get("/jwks")).isEqualTo(Tokens.jwks());
    }

    @Test
    void takesNothingButAPlainAnswerOfReasonableSize() {
        assertThatThrownBy(() -> get("/missing")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> get("/endless")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void followsNoRedirect() {
        assertThatThrownBy(() -> get("/elsewhere")).isInstanceOf(IllegalStateException.class);
    }

    private String get(String path) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return fetch.get(address).await().atMost(Duration.ofSeconds(10));
    }

    private void answer(String path, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
