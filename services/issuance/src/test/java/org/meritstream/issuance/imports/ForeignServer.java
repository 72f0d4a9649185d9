package org.meritstream.issuance.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The server of another university, empty at first: what is put at an address is there, and at {@code /slow} nothing ever comes. The tenants named
 * in the arguments count what that university issues. Test and server may be of two class loaders, so they speak HTTP.
 */
public final class ForeignServer implements QuarkusTestResourceLifecycleManager {
    static final String BASE = "test.foreign-university";
    private static final byte[] NOTHING = {};

    private final Map<String, byte[]> published = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private String tenants = "";
    private @Nullable HttpServer server;

    @Override
    public void init(Map<String, String> args) {
        tenants = args.getOrDefault("tenants", "");
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer starting = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            starting.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            starting.createContext("/", this::answer);
            starting.start();
            server = starting;
            String base = "http://localhost:" + starting.getAddress().getPort();
            System.setProperty(BASE, base);
            return Map.of(
                    "meritstream.verification.plain-hosts", "localhost",
                    "meritstream.verification.patience", "10s",
                    "meritstream.verification.registries.partners.title", "Partners",
                    "meritstream.verification.registries.partners.issuers", new ForeignUniversity(base).did(),
                    "meritstream.verification.registries.partners.tenants", tenants,
                    "meritstream.imports.look-again", "1s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        closing.countDown();
        if (server != null) {
            server.stop(0);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/slow")) {
            waitForTheEnd();
        }
        if (exchange.getRequestMethod().equals("PUT")) {
            published.put(path, exchange.getRequestBody().readAllBytes());
        }
        byte[] body = published.getOrDefault(path, NOTHING);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void waitForTheEnd() {
        try {
            closing.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
