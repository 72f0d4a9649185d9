package org.meritstream.quickstart.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PublicAddress;

/** Answers as the product would, by method and path with query; what is not prepared is answered 404. Remembers what was asked. */
public final class FakeProduct implements AutoCloseable {
    private static final int UNKNOWN = 404;

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private record Asked(String what, String body) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    public FakeProduct() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** How staff reach it. */
    public Staff staff(DataDirectory data) throws IOException {
        return Staff.of(data, new PublicAddress(server.getAddress().getPort(), false));
    }

    /** Prepares an answer; the last of several to the same request is given again and again. */
    public FakeProduct on(String what, int status, String body) {
        return on(what, status, Map.of(), body);
    }

    /** Prepares an answer with headers. */
    public FakeProduct on(String what, int status, Map<String, String> headers, String body) {
        answers.computeIfAbsent(what, request -> new ArrayDeque<>()).add(new Answer(status, headers, body));
        return this;
    }

    /** Every request in its order, as method and path with query. */
    public List<String> asked() {
        return asked.stream().map(Asked::what).toList();
    }

    /** The bodies of every request of this method and path. */
    public List<String> bodies(String what) {
        return asked.stream()
                .filter(request -> request.what().equals(what))
                .map(Asked::body)
                .toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(new Asked(what, body));
        Deque<Answer> prepared = answers.getOrDefault(what, new ArrayDeque<>());
        Answer answer = prepared.isEmpty() ? new Answer(UNKNOWN, Map.of(), "{}") : prepared.getFirst();
        if (prepared.size() > 1) {
            prepared.removeFirst();
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
