package org.meritstream.quickstart.gateway;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/** Tells the service how it was reached. What a client claims about that itself is dropped: a service may trust these headers. */
final class ForwardedHeaders implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest asked = context.request().proxiedRequest();
        MultiMap headers = context.request().headers();
        headers.remove("Forwarded");
        headers.set("X-Forwarded-For", asked.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", asked.isSSL() ? "https" : "http");
        HostAndPort host = asked.authority();
        if (host == null) {
            headers.remove("X-Forwarded-Host");
        } else {
            context.request().setAuthority(host);
            headers.set("X-Forwarded-Host", host.toString());
        }
        headers.set("X-Forwarded-Port", Integer.toString(asked.localAddress().port()));
        return context.sendRequest();
    }
}
