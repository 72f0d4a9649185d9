package org.meritstream.issuance.http;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.Problem;

/** The service's limit is that of a form with many files; everything else has one of these. */
@ApplicationScoped
public class BodyLimits {
    /** Bytes of a credential in any form. */
    public static final long CREDENTIAL = 2 * 1024 * 1024;

    private static final long SMALL = 64 * 1024;
    /** Five thousand ids. */
    private static final long SELECTION = 256 * 1024;
    /** A photograph of a code, as telephones take them; it is received to disk. */
    private static final long FORM = 8 * 1024 * 1024 + 16 * 1024;
    /** Many files in a form, received to disk. Below the service's own limit by what a form has around them. */
    private static final long BATCH_FORM = 20 * 1024 * 1024;
    /** Many credentials in an array, received to memory. */
    private static final long BATCH = 4 * 1024 * 1024;
    /** After the service's own limit, before anything reads. */
    static final int PRIORITY = 1;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, PRIORITY);
    }

    private static void limit(RoutingContext request) {
        long largest = largest(request);
        if (length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > largest) {
            request.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .end(problem(largest));
        } else {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
            request.next();
        }
    }

    private static long largest(RoutingContext request) {
        return switch (request.normalizedPath()) {
            case "/api/verify" -> CREDENTIAL;
            case "/verify" -> FORM;
            case "/verify/batch", "/api/verify/batch" -> multipart(request) ? BATCH_FORM : BATCH;
            case "/api/credentials/bulk", "/api/credentials/bulk/preview" -> SELECTION;
            default -> SMALL;
        };
    }

    private static boolean multipart(RoutingContext request) {
        String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("multipart/");
    }

    private static String problem(long largest) {
        Problem problem = Problem.of(
                "too-large", "The body is too large", 413, "At most " + largest / 1024 + " KiB are taken here.");
        return new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .encode();
    }

    /** HTTP has refused by now what is no number. */
    private static long length(@Nullable String header) {
        return header == null ? 0 : Long.parseLong(header);
    }
}
