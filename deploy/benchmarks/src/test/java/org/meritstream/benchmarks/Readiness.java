package org.meritstream.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What services say to whoever asks whether they are ready, as an orchestrator asks them. */
final class Readiness implements AutoCloseable {
    static final int READY = 200;
    static final int NOT_READY = 503;
    /** No answer is no answer: an orchestrator can not tell it from a network that is slow. */
    private static final int UNANSWERED = 0;

    private static final Duration BOUND = Duration.ofSeconds(3);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The loop notices a broker that hangs by its heartbeats, or by a commit that times out. */
    private static final Duration NOTICED = Duration.ofSeconds(12);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(BOUND)
            .build();

    /**
     * An answer.
     *
     * @param managementPort of the service that was asked
     * @param second since the watch began
     */
    record Answer(int managementPort, long second, int status) {}

    /** Lets an outage last, and tells what was answered from the time when it must have been noticed. */
    List<Answer> during(Duration outage, List<Integer> managementPorts) throws InterruptedException {
        List<Answer> answers = new ArrayList<>();
        long began = System.nanoTime();
        Duration passed = Duration.ZERO;
        while (passed.compareTo(outage) < 0) {
            for (int port : managementPorts) {
                int status = ask(port);
                if (passed.compareTo(NOTICED) > 0) {
                    answers.add(new Answer(port, passed.toSeconds(), status));
                }
            }
            LockSupport.parkNanos(PERIOD.toNanos());
            passed = Duration.ofNanos(System.nanoTime() - began);
        }
        return answers;
    }

    /** Waits until a service is ready; whether it is. */
    boolean awaited(int managementPort) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean ready = false;
        while (!ready && System.nanoTime() < end) {
            ready = ask(managementPort) == READY;
            if (!ready) {
                LockSupport.parkNanos(PERIOD.toNanos());
            }
        }
        return ready;
    }

    private int ask(int managementPort) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(BOUND)
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException silence) {
            return UNANSWERED;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
