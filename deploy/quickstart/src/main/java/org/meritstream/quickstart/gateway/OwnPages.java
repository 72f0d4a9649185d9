package org.meritstream.quickstart.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.meritstream.pages.Stylesheet;
import org.meritstream.quickstart.oidc.OpenIdProvider;
import org.meritstream.quickstart.oidc.OpenIdProvider.Answer;

/** What the gateway answers itself: the front page, the development sign-in, and 404 for what nobody owns. */
final class OwnPages {
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String TOKEN = "/oidc/token";

    private final OpenIdProvider provider;
    private final Buffer front = Buffer.buffer(read("front.html").replace("/*stylesheet*/", Stylesheet.text()));

    OwnPages(OpenIdProvider provider) {
        this.provider = provider;
    }

    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String path = request.path();
        if (TOKEN.equals(path) && request.method().equals(HttpMethod.POST)) {
            request.setExpectMultipart(true);
            request.end()
                    .onSuccess(
                            read -> send(response, provider.token(parameters(request.formAttributes()), Instant.now())))
                    .onFailure(broken -> response.reset());
            return;
        }
        if (path == null || TOKEN.equals(path) || !READING.contains(request.method())) {
            problem(response, WRONG_METHOD, "Method Not Allowed", "Only GET is answered here, and POST at " + TOKEN);
            return;
        }
        switch (path) {
            case "/" -> send(response, HTML, front);
            case "/oidc/.well-known/openid-configuration" ->
                send(response, JSON, Buffer.buffer(provider.configuration(base(request))));
            case "/oidc/jwks" -> send(response, JSON, Buffer.buffer(provider.jwks()));
            case "/oidc/authorize" ->
                send(response, provider.authorize(base(request), parameters(request.params()), Instant.now()));
            case "/oidc/end-session" ->
                send(response, provider.endSession(base(request), parameters(request.params())));
            default -> problem(response, NOT_FOUND, "Not Found", "No service owns this path.");
        }
    }

    private static Map<String, String> parameters(MultiMap given) {
        Map<String, String> parameters = new LinkedHashMap<>();
        given.forEach(one -> parameters.put(one.getKey(), one.getValue()));
        return parameters;
    }

    private static void send(HttpServerResponse response, Answer answer) {
        response.putHeader("Cache-Control", "no-store");
        switch (answer) {
            case Answer.Page page -> send(response.setStatusCode(page.status()), HTML, Buffer.buffer(page.html()));
            case Answer.Json json -> send(response.setStatusCode(json.status()), JSON, Buffer.buffer(json.text()));
            case Answer.Redirect redirect ->
                response.setStatusCode(redirect.status())
                        .putHeader("Location", redirect.location().toString())
                        .end();
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
                                + "; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
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
