package org.meritstream.evidence.artifacts;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Large bodies are for files: the service's limit is that of an upload, and all that is read whole has this one. */
@ApplicationScoped
class BodyLimits {
    private static final long LARGEST = 1024 * 1024;
    /** Credentials of other issuers, some of them in an image; {@link org.meritstream.evidence.imports.ImportEdge} says so in words. */
    private static final String FOR_IMPORTS = "/api/imports";

    private static final long LARGEST_IMPORT = 3 * 1024 * 1024;
    /** What takes files, a buffer at a time. */
    private static final List<String> FOR_FILES = List.of("/api/artifacts/uploads", "/learn/");
    /** After the service's own limit, before anything reads. */
    private static final int PRIORITY = 1;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, PRIORITY);
    }

    private static void limit(RoutingContext request) {
        if (FOR_FILES.stream().anyMatch(request.normalizedPath()::startsWith)) {
            request.next();
            return;
        }
        long largest = request.normalizedPath().equals(FOR_IMPORTS) ? LARGEST_IMPORT : LARGEST;
        if (length(request.request().getHeader(HttpHeaders.CONTENT_LENGTH)) > largest) {
            request.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .end();
        } else {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
            request.next();
        }
    }

    /** HTTP has refused by now what is no number. */
    private static long length(@Nullable String header) {
        return header == null ? 0 : Long.parseLong(header);
    }
}
