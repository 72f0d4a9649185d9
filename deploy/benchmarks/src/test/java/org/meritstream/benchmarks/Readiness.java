package org.meritstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What services say to whoever asks whether they are ready, as an orchestrator asks them. */
final class Readiness implements AutoCloseable {
    private static final int READY = 200;
    private static final int NOT_READY = 503;
    /** Nothing in time: an orchestrator can not tell it from a network that is slow. */
    private static final int UNANSWERED = 0;
    /** Nobody there. */
    private static final int GONE = -1;

    private static final Duration BOUND = Duration.ofSeconds(3);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The loop notices a broker that hangs by its heartbeats, or by a commit that times out; on a busy machine later. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    /** In an outage that is over by then. */
    private static final Duration NOTICED_SOON = Duration.ofSeconds(12);

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
        Duration noticed = outage.compareTo(NOTICED) > 0 ? NOTICED : NOTICED_SOON;
        List<Answer> answers = new ArrayList<>();
        long began = System.nanoTime();
        Duration passed = Duration.ZERO;
        while (passed.compareTo(outage) < 0) {
            for (int port : managementPorts) {
                int status = ask(port);
                if (passed.compareTo(noticed) > 0) {
                    answers.add(new Answer(port, passed.toSeconds(), status));
                }
            }
            LockSupport.parkNanos(PERIOD.toNanos());
            passed = Duration.ofNanos(System.nanoTime() - began);
        }
        return answers;
    }

    /** All of these were asked, and none said that it is ready: they said that they are not, or on a busy machine nothing in time. */
    static void verifyNeverReady(List<Answer> answers, List<Integer> managementPorts) {
        assertThat(answers).extracting(Answer::managementPort).hasSameElementsAs(managementPorts);
        assertThat(answers).extracting(Answer::status).contains(NOT_READY).isSubsetOf(NOT_READY, UNANSWERED);
    }

    private boolean awaited(int managementPort) throws InterruptedException {
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

    /** Waits until a service is ready, which it must be in time. */
    void verifyReady(int managementPort, Aftermath aftermath) throws InterruptedException {
        assertThat(awaited(managementPort))
                .as(() -> "ready at " + managementPort + "\n" + aftermath.told())
                .isTrue();
    }

    private int ask(int managementPort) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"))
                .timeout(BOUND)
                .build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException silence) {
            return UNANSWERED;
        } catch (IOException gone) {
            return GONE;
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
