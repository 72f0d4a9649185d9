package org.meritstream.quickstart.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.meritstream.quickstart.oidc.OpenIdProvider;

/** One port for the whole product. It keeps the Host header, adds X-Forwarded-* and says 503 while a service is away. */
public final class Gateway implements AutoCloseable {
    private static final int CONNECTIONS_PER_SERVICE = 256;
    private static final int CONNECT_MILLISECONDS = 2_000;

    private static final int PATIENCE_SECONDS = 20;

    private final Vertx vertx;
    private final HttpServer server;

    private Gateway(Vertx vertx, HttpServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Where to listen and whom to serve.
     *
     * @param services port on loopback by service name
     * @param certificate for TLS; empty means plain HTTP
     */
    public record Plan(
            String host,
            int port,
            Map<String, SocketAddress> services,
            Optional<Authority.Certificate> certificate,
            OpenIdProvider signIn) {}

    /** Listens when it returns. */
    public static Gateway start(Plan plan) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        try {
            HttpClient client = vertx.createHttpClient(
                    new HttpClientOptions()
                            .setConnectTimeout(CONNECT_MILLISECONDS)
                            .setDecompressionSupported(false),
                    new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE));
            Routes routes = Routes.ofTheProduct();
            OwnPages own = new OwnPages(plan.signIn());
            Map<String, HttpProxy> proxies = proxies(plan, client);
            HttpServer server = vertx.createHttpServer(options(plan))
                    .requestHandler(request -> handle(request, routes, proxies, own));
            await(server.listen(plan.port(), plan.host()));
            return new Gateway(vertx, server);
        } catch (RuntimeException failure) {
            await(vertx.close());
            throw failure;
        }
    }

    private static void handle(HttpServerRequest request, Routes routes, Map<String, HttpProxy> proxies, OwnPages own) {
        String path = request.path();
        HttpProxy proxy = path == null ? null : proxies.get(routes.ownerOf(path));
        if (proxy == null) {
            own.answer(request);
        } else {
            proxy.handle(request);
        }
    }

    private static Map<String, HttpProxy> proxies(Plan plan, HttpClient client) {
        Map<String, HttpProxy> proxies = new HashMap<>();
        plan.services().forEach((name, address) -> {
            HttpProxy proxy = HttpProxy.reverseProxy(client).origin(address);
            proxy.addInterceptor(new ForwardedHeaders()).addInterceptor(new Absence(name));
            proxies.put(name, proxy);
        });
        return proxies;
    }

    private static HttpServerOptions options(Plan plan) {
        HttpServerOptions options = new HttpServerOptions().setTcpNoDelay(true).setHttp2ClearTextEnabled(false);
        plan.certificate()
                .ifPresent(
                        certificate -> options.setSsl(true).setUseAlpn(false).setKeyCertOptions(certificate.options()));
        return options;
    }

    /** The port it listens on. */
    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private static <T> void await(Future<T> future) {
        future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
