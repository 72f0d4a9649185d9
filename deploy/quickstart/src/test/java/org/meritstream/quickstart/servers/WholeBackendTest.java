package org.meritstream.quickstart.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class WholeBackendTest {
    @TempDir
    Path directory;

    @Test
    void savesOnlyBetweenOperations() throws Exception {
        WholeBackend backend = WholeBackend.open(directory.resolve("kept.mv"));
        MVMap<String, String> documents = backend.getMvStore().openMap("documents");
        MVMap<String, String> index = backend.getMvStore().openMap("index");
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> operation = CompletableFuture.runAsync(() -> backend.whole(() -> {
            documents.put("one", "here");
            half.countDown();
            await(goOn);
            return index.put("one", "here");
        }));
        half.await();

        Thread saving = Thread.ofPlatform().start(backend::commit);
        while (saving.getState() != Thread.State.WAITING && saving.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }

        assertThat(saving.getState()).as("it waits for the operation").isEqualTo(Thread.State.WAITING);
        goOn.countDown();
        operation.join();
        saving.join();
        backend.close();
        try (MVStore again = MVStore.open(directory.resolve("kept.mv").toString())) {
            assertThat(again.openMap("documents")).containsKey("one");
            assertThat(again.openMap("index")).containsKey("one");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
