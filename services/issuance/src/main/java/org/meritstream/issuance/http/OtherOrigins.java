package org.meritstream.issuance.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What anybody may read, a script on another origin's page may read as well (Fetch Standard, section 3.2): verifiers and wallets run in browsers. Refusals
 * among it, since a script that may not read one can not tell an unknown issuer from a broken line. No cookie has a meaning here, so no more is
 * given away than to a program; what is for staff stays closed.
 */
@ApplicationScoped
public class OtherOrigins {
    private static final String METHODS = "GET, HEAD, POST";
    private static final String ASKED_WITH = "Accept, Content-Type, If-None-Match";
    private static final String SHOWN = "ETag, Link, Retry-After";
    private static final String KEPT_SECONDS = "86400";
    /** Before the limits of bodies: what is too large is told to scripts, too. */
    private static final int PRIORITY = BodyLimits.PRIORITY + 1;

    void register(@Observes Filters filters) {
        filters.register(OtherOrigins::open, PRIORITY);
    }

    private static void open(RoutingContext request) {
        if (!isForTheWorld(request.normalizedPath())) {
            request.next();
            return;
        }
        request.response()
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        if (request.request().method().equals(HttpMethod.OPTIONS)
                && request.request().headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            request.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ASKED_WITH)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, KEPT_SECONDS)
                    .end();
        } else {
            request.next();
        }
    }

    /** All but the interfaces for staff, and the door for the suites. */
    private static boolean isForTheWorld(String path) {
        return path.startsWith("/api/verify") || !(path.startsWith("/api/") || path.startsWith("/vc-api/"));
    }
}
