package org.meritstream.issuance.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrawingsTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void drawsOnceWhatIsAskedForAgain() {
        Drawings drawings = new Drawings(100, 4);
        AtomicInteger drawn = new AtomicInteger();

        for (int i = 0; i < 3; i++) {
            assertThat(drawings.of("a", () -> new byte[] {(byte) drawn.incrementAndGet()})
                            .await()
                            .atMost(SOON))
                    .containsExactly(1);
        }
    }

    @Test
    void keepsNoMoreThanItsBound() {
        Drawings drawings = new Drawings(100, 4);
        AtomicInteger drawn = new AtomicInteger();
        for (String key : new String[] {"a", "b", "a", "c"}) {
            drawings.of(key, () -> bytes(40, drawn)).await().atMost(SOON);
        }

        assertThat(drawings.kept()).isEqualTo(80);
        assertThat(drawings.of("a", () -> bytes(40, drawn)).await().atMost(SOON))
                .hasSize(40);
        assertThat(drawn).as("b went, which was not asked for longest").hasValue(3);
    }

    @Test
    void keepsNothingThatIsLargerThanAllItsRoom() {
        Drawings drawings = new Drawings(100, 4);

        assertThat(drawings.of("a", () -> new byte[101]).await().atMost(SOON)).hasSize(101);
        assertThat(drawings.kept()).isZero();
    }

    @Test
    void letsOnlySoManyWait() throws InterruptedException {
        Drawings drawings = new Drawings(100, 1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(2);
        for (int i = 0; i < 3; i++) {
            hold(drawings.of(i, () -> waiting(begun, go)));
        }
        begun.await();

        assertThatThrownBy(() ->
                        drawings.of("one too many", () -> new byte[1]).await().atMost(SOON))
                .isInstanceOf(RejectedExecutionException.class);
        go.countDown();
    }

    private static void hold(Uni<byte[]> drawing) {
        drawing.subscribe().with(bytes -> {}, failure -> {});
    }

    private static byte[] waiting(CountDownLatch begun, CountDownLatch go) {
        begun.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new byte[1];
    }

    private static byte[] bytes(int length, AtomicInteger drawn) {
        drawn.incrementAndGet();
        return new byte[length];
    }
}
