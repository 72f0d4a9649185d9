package org.meritstream.quickstart.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.meritstream.pages.Stylesheet;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;

/** What the gateway answers itself: the front page, the development issuer's documents, and 404 for what nobody owns. */
final class OwnPages {
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String JSON = "application/json";

    private final DevelopmentIssuer issuer;
    private final Buffer front = Buffer.buffer(read("front.html").replace("/*stylesheet*/", Stylesheet.text()));

    OwnPages(DevelopmentIssuer issuer) {
        this.issuer = issuer;
    }

    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String path = request.path();
        if (path == null || !READING.contains(request.method())) {
            problem(response, WRONG_METHOD, "Method Not Allowed", "Only GET is answered here.");
            return;
        }
        switch (path) {
            case "/" -> send(response, "text/html; charset=utf-8", front);
            case "/oidc/.well-known/openid-configuration" ->
                send(response, JSON, Buffer.buffer(issuer.configuration(base(request))));
            case "/oidc/jwks" -> send(response, JSON, Buffer.buffer(issuer.jwks()));
            default -> problem(response, NOT_FOUND, "Not Found", "No service owns this path.");
        }
    }

    private static String base(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }

    private static void send(HttpServerResponse response, String type, Buffer body) {
        response.putHeader("Content-Type", type)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src " + Stylesheet.hashSource()
                                + "; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'")
                .end(body);
    }

    private static void problem(HttpServerResponse response, int status, String title, String detail) {
        response.setStatusCode(status).putHeader("Content-Type", Problem.TYPE).end(Problem.body(status, title, detail));
    }

    private static String read(String resource) {
        try (InputStream in = OwnPages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
