package org.meritstream.quickstart.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Answers 503 with Retry-After while a service cannot be reached, so that a sender tries again. */
final class Absence implements ProxyInterceptor {
    private static final int UNAVAILABLE = 503;
    private static final String SOON = "2";

    private final String service;

    Absence(String service) {
        this.service = service;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(unreachable -> Future.succeededFuture(problem(context)));
    }

    private ProxyResponse problem(ProxyContext context) {
        Buffer body = Problem.body(UNAVAILABLE, "Service Unavailable", service + " does not answer at the moment.");
        return context.request()
                .release()
                .response()
                .setStatusCode(UNAVAILABLE)
                .putHeader("Content-Type", Problem.TYPE)
                .putHeader("Retry-After", SOON)
                .setBody(Body.body(body));
    }
}
