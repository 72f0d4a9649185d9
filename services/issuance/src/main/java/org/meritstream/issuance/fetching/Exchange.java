package org.meritstream.issuance.fetching;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request and its answer, read no further than the limit. Everything happens on the connection's own event loop. */
final class Exchange {
    private static final String USER_AGENT = "Meritstream-Verifier";

    private final HttpClient client;
    private final Place.Open place;
    private final Wanted wanted;
    private final int largest;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile @Nullable HttpClientRequest opened;

    Exchange(HttpClient client, Place.Open place, Wanted wanted, int largest) {
        this.client = client;
        this.place = place;
        this.wanted = wanted;
        this.largest = largest;
    }

    /** What was answered. */
    sealed interface Answer {

        /** The whole body. */
        record Read(Buffer body) implements Answer {}

        /** A redirect. */
        record Elsewhere(URI address) implements Answer {}

        /** None that is taken. */
        record Failed(String reason) implements Answer {}
    }

    CompletableFuture<Answer> start() {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(place.server(), place.port())))
                .setHost(place.address().getHost())
                .setPort(place.port())
                .setSsl(!place.plain())
                .setFollowRedirects(false)
                .setURI(place.target())
                .putHeader(HttpHeaders.ACCEPT, wanted.accept())
                .putHeader(HttpHeaders.ACCEPT_ENCODING, "identity")
                .putHeader(HttpHeaders.USER_AGENT, USER_AGENT);
        client.request(options).onFailure(this::unreachable).onSuccess(this::send);
        return answer;
    }

    /** Gives the connection up, whatever is still on its way. */
    void close() {
        answer.complete(new Answer.Failed("It was not waited for."));
        HttpClientRequest request = opened;
        if (request != null) {
            request.connection().close();
        }
    }

    private void send(HttpClientRequest request) {
        opened = request;
        if (answer.isDone()) {
            request.connection().close();
            return;
        }
        request.exceptionHandler(this::unreachable);
        request.send().onFailure(this::unreachable).onSuccess(this::head);
    }

    private void head(HttpClientResponse response) {
        int status = response.statusCode();
        if (status >= 300 && status < 400 && status != 304) {
            answer.complete(elsewhere(response.getHeader(HttpHeaders.LOCATION)));
        } else if (status != 200) {
            answer.complete(new Answer.Failed("Its server answers with status " + status + "."));
        } else if (!plainEncoding(response.getHeader(HttpHeaders.CONTENT_ENCODING))) {
            answer.complete(new Answer.Failed("Its server packs what it was asked to send as it is."));
        } else if (!wanted.takes(response.getHeader(HttpHeaders.CONTENT_TYPE))) {
            answer.complete(new Answer.Failed("What is there is of another media type."));
        } else {
            body(response);
        }
    }

    private void body(HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(this::unreachable)
                .handler(part -> {
                    if (body.length() + part.length() > largest) {
                        answer.complete(new Answer.Failed("It is larger than " + largest / 1024 + " KiB."));
                        response.request().connection().close();
                    } else {
                        body.appendBuffer(part);
                    }
                })
                .endHandler(end -> answer.complete(new Answer.Read(body)));
    }

    private Answer elsewhere(@Nullable String location) {
        try {
            return location == null
                    ? new Answer.Failed("It is said to be elsewhere, but not where.")
                    : new Answer.Elsewhere(place.address().resolve(location));
        } catch (IllegalArgumentException e) {
            return new Answer.Failed("It is said to be elsewhere, but not where.");
        }
    }

    private static boolean plainEncoding(@Nullable String encoding) {
        return encoding == null || encoding.equalsIgnoreCase("identity");
    }

    private void unreachable(Throwable fault) {
        answer.complete(new Answer.Failed("It could not be reached."));
    }
}
