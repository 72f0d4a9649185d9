package org.meritstream.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.seed.Institution;
import org.meritstream.quickstart.seed.Sender;

/** The learning management systems of both tenants: they authenticate each delivery, and send it again until it is accepted. */
final class Senders implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** A learning management system gives up after so long, and Moodle then holds every other statement back. */
    private static final Duration SENDERS_WAIT = Duration.ofSeconds(15);

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Sender> senders;
    private final String url;
    private final ExecutorService threads;

    Senders(DataDirectory data, String url, int atOnce) {
        this.senders = Institution.ALL.stream()
                .flatMap(institution ->
                        institution.sources().stream().map(source -> institution.tenant() + "/" + source))
                .collect(Collectors.toMap(name -> name, name -> sender(data, name)));
        this.url = url;
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    /** Requests with their authentication, made before the clock runs. */
    List<HttpRequest> requests(List<Workload.Delivery> deliveries) throws IOException {
        List<HttpRequest> requests = new ArrayList<>();
        for (Workload.Delivery delivery : deliveries) {
            String name = delivery.tenant() + "/" + delivery.source();
            Sender sender = senders.get(name);
            if (sender == null) {
                throw new IllegalArgumentException("There is no sender " + name);
            }
            Sender.Request request = sender.request(delivery.body());
            HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(url + request.path()))
                    .timeout(SENDERS_WAIT)
                    .POST(request.body());
            request.headers().forEach(builder::header);
            requests.add(builder.build());
        }
        return requests;
    }

    /**
     * Sends at a steady rate, whatever the answers take.
     *
     * @param perSecond 0 for as fast as the senders can
     * @return how long each took to be accepted, in nanoseconds, in the order sent
     */
    List<Long> send(List<HttpRequest> requests, int perSecond) throws InterruptedException {
        List<Future<Long>> answers = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < requests.size(); i++) {
            if (perSecond > 0) {
                waitUntil(began + i * (1_000_000_000L / perSecond));
            }
            HttpRequest request = requests.get(i);
            answers.add(threads.submit((Callable<Long>) () -> untilAccepted(request)));
        }
        List<Long> nanos = new ArrayList<>();
        for (Future<Long> answer : answers) {
            try {
                nanos.add(answer.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("A delivery was never accepted", e);
            }
        }
        return nanos;
    }

    /**
     * Sends once, as a system that does not try again.
     *
     * @return the status of the answer
     * @throws IOException when none came while a sender waits
     */
    int once(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private long untilAccepted(HttpRequest request) throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == OK) {
                    return System.nanoTime() - began;
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    throw new IllegalStateException(
                            "A delivery was refused with " + answer.statusCode() + ": " + answer.body());
                }
            } catch (IOException away) {
                // The service or the gateway is away; a sender tries again.
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("A delivery was not accepted within " + PATIENCE);
    }

    private static Sender sender(DataDirectory data, String name) {
        String[] parts = name.split("/", 2);
        return Sender.of(data, parts[0], parts[1]);
    }

    private static void waitUntil(long nanos) {
        long left = nanos - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.close();
    }
}
