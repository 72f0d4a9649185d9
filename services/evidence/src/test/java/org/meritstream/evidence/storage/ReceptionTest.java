package org.meritstream.evidence.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they arrive: whole, too large, empty, broken off, other than announced. */
class ReceptionTest {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LARGEST = 50 * MEGABYTE;
    private static final String DIGEST_OF_HELLO =
            "sha-256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder = Path.of("");

    @Test
    void digestsWhatItWrites() throws IOException {
        Received received = whole(receive(bytes("hello"), null));

        assertThat(received.digest()).isEqualTo(DIGEST_OF_HELLO);
        assertThat(received.size()).isEqualTo(5);
        assertThat(received.mediaType()).isEqualTo("text/plain");
        assertThat(Files.readString(received.file())).isEqualTo("hello");
    }

    @Test
    void takesTheLargestFileAndNoByteMore() throws IOException {
        assertThat(receive(Streams.of(LARGEST, 1), null)).isInstanceOf(Arrival.Whole.class);
        assertThat(receive(Streams.of(LARGEST + 1, 1), null)).isEqualTo(new Arrival.TooLarge(LARGEST));
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void stopsReadingAsSoonAsItIsTooLarge() throws IOException {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 0;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                read.addAndGet(length);
                return length;
            }
        };

        assertThat(receive(endless, null)).isInstanceOf(Arrival.TooLarge.class);
        assertThat(read.get()).isLessThan(LARGEST + MEGABYTE);
    }

    @Test
    void takesNoEmptyFile() throws IOException {
        assertThat(receive(bytes(""), null)).isEqualTo(new Arrival.Empty());
        assertThat(left()).isZero();
    }

    @Test
    void leavesNothingOfAFileThatBreaksOff() throws IOException {
        assertThatThrownBy(() -> receive(Streams.breakingOff(3 * MEGABYTE), null))
                .isInstanceOf(IOException.class);
        assertThat(left()).isZero();
    }

    @Test
    void holdsTheSenderToTheDigestItAnnounced() throws IOException {
        assertThat(receive(bytes("hello"), DIGEST_OF_HELLO)).isInstanceOf(Arrival.Whole.class);
        assertThat(receive(bytes("hullo"), DIGEST_OF_HELLO)).isInstanceOf(Arrival.OtherDigest.class);
        assertThat(left()).isEqualTo(1);
    }

    @Test
    void takesNoMoreMemoryForALargeFileThanForASmallOne() throws Exception {
        receive(Streams.of(MEGABYTE, 1), null);

        long allocated = Streams.allocatedBy(() -> receive(Streams.of(LARGEST, 2), null));

        assertThat(allocated).as("bytes of heap for a file of %d", LARGEST).isLessThan(LARGEST / 10);
    }

    @Test
    void sweepsWhatACrashLeftAndNothingThatIsOnItsWay() throws IOException {
        Received old = whole(receive(bytes("old"), null));
        Received fresh = whole(receive(bytes("fresh"), null));
        Instant hourAgo = Files.getLastModifiedTime(fresh.file()).toInstant().minusSeconds(3600);
        Files.setLastModifiedTime(old.file(), FileTime.from(hourAgo.minusSeconds(1)));

        assertThat(reception().sweep(hourAgo)).isEqualTo(1);
        assertThat(old.file()).doesNotExist();
        assertThat(fresh.file()).exists();
    }

    private Reception reception() {
        return new Reception(folder.resolve("arrivals"), LARGEST);
    }

    private Arrival receive(InputStream stream, @Nullable String expected) throws IOException {
        return reception().receive(stream, UUID.randomUUID(), expected);
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("arrivals"))) {
            return files.count();
        }
    }

    private static Received whole(Arrival arrival) {
        return ((Arrival.Whole) arrival).received();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
