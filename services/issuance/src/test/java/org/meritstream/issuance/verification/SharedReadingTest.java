package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

class SharedReadingTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Published web = new Published().with("https://a.example/", "0123456789");

    @Test
    void asksOnceForWhatManyWantAtOnce() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(8);
        Documents slow = (address, wanted) -> {
            asked.incrementAndGet();
            await(all);
            return Fetched.Found.of("{}");
        };
        SharedReading shared = new SharedReading(slow, LONG, 1_000);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Fetched>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        all.countDown();
                        return read(shared);
                    }))
                    .toList();
            for (Future<Fetched> answer : answers) {
                assertThat(answer.get()).isEqualTo(Fetched.Found.of("{}"));
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor() {
        SharedReading shared = new SharedReading(web, LONG, 9);

        assertThat(read(shared)).isInstanceOf(Fetched.Found.class);
        assertThat(read(shared)).isInstanceOf(Fetched.Found.class);
        assertThat(web.read()).hasSize(2);
    }

    @Test
    void asksForNothingOnceItsTimeIsOver() {
        assertThat(read(new SharedReading(web, Duration.ZERO, 1_000)))
                .isInstanceOfSatisfying(
                        Fetched.Missing.class,
                        missing -> assertThat(missing.reason()).contains("for all of these together was over"));
        assertThat(web.read()).isEmpty();
    }

    @Test
    void leavesNobodyWaitingForWhatBroke() {
        SharedReading shared = new SharedReading(
                (address, wanted) -> {
                    throw new IllegalStateException("nobody foresaw it");
                },
                LONG,
                1_000);

        assertThat(catchThrowable(() -> read(shared))).isInstanceOf(IllegalStateException.class);
        assertThat(read(shared)).isInstanceOf(Fetched.Missing.class);
    }

    private static Fetched read(Documents documents) {
        return documents.read(URI.create("https://a.example/"), Wanted.DOCUMENT);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
