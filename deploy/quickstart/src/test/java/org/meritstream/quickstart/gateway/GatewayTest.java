package org.meritstream.quickstart.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;
import org.meritstream.quickstart.oidc.OpenIdProvider;
import org.meritstream.quickstart.processes.Ports;
import org.meritstream.quickstart.seed.Personas;

final class GatewayTest {
    private volatile Headers seen = new Headers();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer service;
    private Gateway gateway;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            seen = exchange.getRequestHeaders();
            byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
        gateway = Gateway.start(new Gateway.Plan(
                "127.0.0.1",
                0,
                Map.of(
                        "assessment",
                        SocketAddress.inetSocketAddress(service.getAddress().getPort(), "127.0.0.1"),
                        "evidence",
                        SocketAddress.inetSocketAddress(Ports.choose(0), "127.0.0.1")),
                Optional.empty(),
                signIn(directory)));
    }

    private static OpenIdProvider signIn(Path directory) throws Exception {
        return new OpenIdProvider(DevelopmentIssuer.of(new DataDirectory(directory).create()), Personas.all());
    }

    @AfterEach
    void stop() {
        gateway.close();
        service.stop(0);
    }

    @Test
    void passesMethodPathQueryAndBodyOn() throws Exception {
        HttpResponse<String> answer = client.send(
                request("/intake/northgate/canvas?x=1%20y")
                        .POST(HttpRequest.BodyPublishers.ofString("payload"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).isEqualTo("POST /intake/northgate/canvas?x=1%20y payload");
    }

    @Test
    void keepsTheHostAndSaysHowItWasReached() throws Exception {
        client.send(
                request("/api/sources")
                        .header("X-Forwarded-Proto", "https")
                        .header("Forwarded", "for=10.0.0.1")
                        .build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(seen.getFirst("Host")).isEqualTo("localhost:" + gateway.port());
        assertThat(seen.get("X-Forwarded-Proto")).containsExactly("http");
        assertThat(seen.get("X-Forwarded-Host")).containsExactly("localhost:" + gateway.port());
        assertThat(seen.get("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(seen.get("Forwarded")).isNull();
    }

    @Test
    void asksToTryAgainWhileAServiceIsAway() throws Exception {
        HttpResponse<String> answer = client.send(request("/api/awards").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("evidence does not answer");
    }

    @Test
    void answersAProblemForWhatNobodyOwns() throws Exception {
        HttpResponse<String> answer = client.send(request("/q/health").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void servesItsFrontPageAndTheIssuersKeysOnly() throws Exception {
        HttpResponse<String> front = client.send(request("/").build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> keys = client.send(request("/oidc/jwks").build(), HttpResponse.BodyHandlers.ofString());

        assertThat(front.body()).contains("<html lang=\"en\"").contains("/issuers/northgate");
        assertThat(keys.body()).contains("\"kty\":\"RSA\"").doesNotContain("\"d\"");
    }

    @Test
    void speaksTlsWithACertificateOfItsOwnAuthority(@TempDir Path directory) throws Exception {
        Authority authority = new Authority(directory);
        Authority.Certificate certificate = authority.forLocalhost(Instant.now());

        try (Gateway secure = Gateway.start(
                        new Gateway.Plan("127.0.0.1", 0, Map.of(), Optional.of(certificate), signIn(directory)));
                HttpClient trusting =
                        HttpClient.newBuilder().sslContext(authority.trust()).build()) {
            HttpResponse<String> answer = trusting.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + secure.port() + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + path));
    }
}
