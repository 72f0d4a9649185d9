package org.meritstream.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every storage does, whatever it keeps files in. */
abstract class StorageContract {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LARGEST = 50 * MEGABYTE;

    abstract Storage storage();

    @Test
    void givesBackWhatItKeeps() throws Exception {
        Kept kept = keep("northgate", 100_000, 1);

        assertThat(digest(storage().open(kept.place(), new Slice(0, 100_000))))
                .isEqualTo(kept.place().digest());
    }

    @Test
    void opensAPartOfAFile() throws Exception {
        Kept kept = keep("northgate", 1000, 2);
        byte[] whole = Streams.of(1000, 2).readAllBytes();

        try (InputStream part = opened(kept.place(), new Slice(990, 7))) {
            assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(whole, 990, 997));
        }
    }

    @Test
    void hasNothingWhereNothingIsKept() throws IOException {
        Place nowhere = new Place("northgate", "sha-256:" + "0".repeat(64), UUID.randomUUID());

        assertThat(storage().open(nowhere, new Slice(0, 1))).isNull();
        storage().remove(nowhere);
    }

    @Test
    void keepsTheSameFileAgainWithoutHarm() throws Exception {
        Kept kept = keep("northgate", 1000, 3);

        storage().keep(kept.place(), receive(kept.place().id(), 1000, 3));

        assertThat(digest(storage().open(kept.place(), new Slice(0, 1000))))
                .isEqualTo(kept.place().digest());
    }

    @Test
    void removesAFileAndNoOtherOfTheSameBytes() throws Exception {
        Kept mine = keep("northgate", 1000, 4);
        Kept twin = keep("northgate", 1000, 4);
        Kept foreign = keep("southfield", 1000, 4);

        storage().remove(mine.place());

        assertThat(storage().open(mine.place(), new Slice(0, 1000))).isNull();
        assertThat(digest(storage().open(twin.place(), new Slice(0, 1000))))
                .isEqualTo(twin.place().digest());
        assertThat(digest(storage().open(foreign.place(), new Slice(0, 1000))))
                .isEqualTo(foreign.place().digest());
    }

    @Test
    void holdsNoLargeFileInMemory() throws Exception {
        keep("northgate", MEGABYTE, 5);

        long allocated = Streams.allocatedBy(() -> {
            Kept kept = keep("northgate", LARGEST, 6);
            return digest(storage().open(kept.place(), new Slice(0, LARGEST)));
        });

        assertThat(allocated).as("bytes of heap for a file of %d", LARGEST).isLessThan(8 * MEGABYTE);
    }

    @Test
    void keepsManyFilesAtOnce() throws Exception {
        List<Future<Kept>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 48; i++) {
                int seed = i % 12;
                running.add(threads.submit(() -> keep(seed % 2 == 0 ? "northgate" : "southfield", MEGABYTE, seed)));
            }
        }

        for (Future<Kept> one : running) {
            Place place = one.get().place();
            assertThat(digest(storage().open(place, new Slice(0, MEGABYTE)))).isEqualTo(place.digest());
        }
    }

    private record Kept(Place place) {}

    private Kept keep(String tenant, long size, long seed) throws IOException {
        Received received = receive(UUID.randomUUID(), size, seed);
        Place place = new Place(tenant, received.digest(), UUID.randomUUID());
        storage().keep(place, received);
        return new Kept(place);
    }

    private Received receive(UUID id, long size, long seed) throws IOException {
        Arrival arrival = new Reception(storage().arrivals(), LARGEST).receive(Streams.of(size, seed), id, null);
        return ((Arrival.Whole) arrival).received();
    }

    private InputStream opened(Place place, Slice slice) throws IOException {
        InputStream bytes = storage().open(place, slice);
        assertThat(bytes).isNotNull();
        return Objects.requireNonNull(bytes);
    }

    private static String digest(@Nullable InputStream bytes) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] buffer = new byte[8192];
        try (InputStream in = Objects.requireNonNull(bytes)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return "sha-256:" + HexFormat.of().formatHex(sha256.digest());
    }
}
