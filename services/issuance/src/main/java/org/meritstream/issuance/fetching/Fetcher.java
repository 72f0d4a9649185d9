package org.meritstream.issuance.fetching;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * Reads addresses that strangers name, over HTTPS, at public network addresses alone.
 *
 * <p>A name is resolved once, what it leads to is looked at, and exactly that is connected to, so that a name can not lead elsewhere the
 * second time (DNS rebinding); certificate and Host are still those of the name. Each redirect begins anew. No cookies, no
 * credentials, no compression: what is small on the wire and large in memory is refused unread.
 */
public final class Fetcher implements Documents {
    private static final int REDIRECTS = 3;
    private static final int HEADERS = 16 * 1024;
    private static final int CONNECT_MILLIS = 3_000;

    private final HttpClient client;
    private final Resolver resolver;
    private final Predicate<InetAddress> allowed;
    private final FetchLimits limits;
    private final Executor threads;

    /** @param threads where names are resolved, which the JDK can not be asked to stop doing */
    public Fetcher(Vertx vertx, FetchLimits limits, Executor threads) {
        this(vertx.createHttpClient(options()), Resolver.ofTheMachine(), PublicAddress::is, limits, threads);
    }

    Fetcher(
            HttpClient client,
            Resolver resolver,
            Predicate<InetAddress> allowed,
            FetchLimits limits,
            Executor threads) {
        this.client = client;
        this.resolver = resolver;
        this.allowed = allowed;
        this.limits = limits;
        this.threads = threads;
    }

    /** A connection for each request: none is kept, so none is used for another name than it was made for. */
    static HttpClientOptions options() {
        return new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(64)
                .setMaxHeaderSize(HEADERS)
                .setConnectTimeout(CONNECT_MILLIS)
                .setDecompressionSupported(false)
                .setVerifyHost(true);
    }

    @Override
    public Fetched read(URI address, Wanted wanted) {
        long end = System.nanoTime() + limits.longest().toNanos();
        URI next = address;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            switch (place(next, end)) {
                case Place.Closed closed -> {
                    return new Fetched.Missing(closed.reason());
                }
                case Place.Open open -> {
                    switch (exchanged(open, wanted, end)) {
                        case Exchange.Answer.Read read -> {
                            return new Fetched.Found(read.body());
                        }
                        case Exchange.Answer.Failed failed -> {
                            return new Fetched.Missing(failed.reason());
                        }
                        case Exchange.Answer.Elsewhere elsewhere -> next = elsewhere.address();
                    }
                }
            }
        }
        return new Fetched.Missing("It leads on from one address to the next more than " + REDIRECTS + " times.");
    }

    private Exchange.Answer exchanged(Place.Open place, Wanted wanted, long end) {
        Exchange exchange = new Exchange(client, place, wanted, limits.largest());
        try {
            return exchange.start().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Exchange.Answer.Failed("It did not answer in full in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange.Answer.Failed("It was not waited for.");
        } catch (ExecutionException e) {
            return new Exchange.Answer.Failed("It could not be reached.");
        } finally {
            exchange.close();
        }
    }

    private Place place(URI address, long end) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            return new Place.Closed("Its address is not one of the web.");
        }
        boolean plain = limits.plain(host);
        if (!"https".equalsIgnoreCase(address.getScheme())
                && !(plain && "http".equalsIgnoreCase(address.getScheme()))) {
            return new Place.Closed("It is not at an https address.");
        }
        List<InetAddress> servers = resolved(host, end);
        if (servers.isEmpty()) {
            return new Place.Closed("The name of its server leads nowhere.");
        }
        // One that is not public is enough: a name that leads to both is a trap or a mistake.
        return plain || servers.stream().allMatch(allowed)
                ? new Place.Open(address, servers.getFirst(), plain)
                : new Place.Closed("It is inside a private network, where this service does not look.");
    }

    /** Nowhere, when it takes too long. */
    private List<InetAddress> resolved(String host, long end) {
        CompletableFuture<List<InetAddress>> lookup = CompletableFuture.supplyAsync(() -> addresses(host), threads);
        try {
            return lookup.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException e) {
            return List.of();
        }
    }

    private List<InetAddress> addresses(String host) {
        try {
            return resolver.addresses(host);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
