package org.meritstream.issuance.conformance;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The routes of the VC-API, which are there only where they were asked for; elsewhere the paths are unknown, as any other. They are no resource of the
 * service: no operator routes them, and no contract describes them.
 */
@ApplicationScoped
class VcApiEdge {
    private static final Logger LOG = Logger.getLogger(VcApiEdge.class);
    private static final String BASE = "/vc-api";
    private static final int LARGEST = 64 * 1024;

    private final ConformanceConfig config;
    private final Instance<VcApi> api;

    VcApiEdge(ConformanceConfig config, Instance<VcApi> api) {
        this.config = config;
        this.api = api;
    }

    void register(@Observes Router router) {
        if (config.enabled()) {
            register(router, api.get());
            LOG.warnf("conformance.enabled path=%s", BASE);
        }
    }

    private static void register(Router router, VcApi api) {
        for (Securing way : Securing.values()) {
            post(router, "/" + way.path() + "/credentials/issue", body -> issue(api, way, body));
        }
        post(router, "/credentials/issue", body -> issue(api, Securing.EDDSA_RDFC, body));
        post(router, "/credentials/verify", body -> api.verifyCredential(body, Instant.now()));
        post(router, "/presentations/verify", body -> api.verifyPresentation(body, Instant.now()));
        router.get(BASE).handler(request -> answer(request, api.issuers()));
        router.get(ConformanceList.PATH)
                .handler(request -> answer(request, api.list(request.request().getHeader(HttpHeaders.ACCEPT))));
    }

    private static Answer issue(VcApi api, Securing way, String body) {
        return api.issue(way, body, "urn:uuid:" + UUID.randomUUID(), Instant.now());
    }

    private static void post(Router router, String path, Function<String, Answer> action) {
        Handler<RoutingContext> handler = request -> {
            String body = request.body().asString();
            answer(request, action.apply(body == null ? "" : body));
        };
        router.post(BASE + path)
                .handler(BodyHandler.create(false).setBodyLimit(LARGEST))
                .blockingHandler(handler, false);
    }

    private static void answer(RoutingContext request, Answer answer) {
        request.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.type())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(answer.body());
    }
}
