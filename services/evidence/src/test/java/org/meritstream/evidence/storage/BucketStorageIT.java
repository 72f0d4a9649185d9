package org.meritstream.evidence.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bucket against S3Proxy, an S3 server in front of a folder: not Amazon's, but it checks signatures and digests as that does. */
class BucketStorageIT extends StorageContract {
    private static final String ID = "meritstream-test";
    private static final String SECRET = "only-this-test-has-it";
    private static final String PREFIX = "meritstream.evidence.artifacts.bucket.";
    private static final String BUCKET = "artifacts";

    @TempDir
    static Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static S3Proxy server;

    @SuppressWarnings("NullAway.Init")
    private static BucketStorage storage;

    @BeforeAll
    static void start() throws Exception {
        FilesystemNio2BlobStore files = new FilesystemNio2BlobStore(
                Files.createDirectory(folder.resolve("server")).toString());
        files.createContainer(BUCKET);
        server = S3Proxy.builder()
                .blobStore(files)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ID, SECRET)
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        storage = StorageSetup.bucket(BUCKET, config(SECRET));
    }

    @AfterAll
    static void stop() throws Exception {
        storage.close();
        server.stop();
    }

    @Override
    Storage storage() {
        return storage;
    }

    @Test
    void saysThatItIsAwayWhenItMayNot() throws IOException {
        try (BucketStorage stranger = StorageSetup.bucket(BUCKET, config("a wrong one"))) {
            Place place = new Place("northgate", "sha-256:" + "0".repeat(64), UUID.randomUUID());

            assertThatThrownBy(() -> stranger.open(place, new Slice(0, 1))).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> stranger.remove(place)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void keepsNothingUnderAnotherDigestThanItsOwn() throws IOException {
        Arrival.Whole whole = (Arrival.Whole)
                new Reception(storage.arrivals(), 100).receive(Streams.of(100, 1), UUID.randomUUID(), null);
        String other = "sha-256:" + "1".repeat(64);
        Received lying = new Received(whole.received().file(), 100, other, "text/plain");
        Place place = new Place("northgate", other, UUID.randomUUID());

        assertThatThrownBy(() -> storage.keep(place, lying)).isInstanceOf(IOException.class);
    }

    private static StorageConfig.Bucket config(String secret) throws IOException {
        Path file = Files.createTempFile(folder, "secret", ".txt");
        Files.writeString(file, secret + System.lineSeparator());
        return new SmallRyeConfigBuilder()
                .withMapping(StorageConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withDefaultValue(PREFIX + "name", BUCKET)
                .withDefaultValue(PREFIX + "endpoint", "http://127.0.0.1:" + server.getPort())
                .withDefaultValue(PREFIX + "path-style", "true")
                .withDefaultValue(PREFIX + "access-key-id", ID)
                .withDefaultValue(PREFIX + "secret-access-key-file", file.toString())
                .withDefaultValue(
                        PREFIX + "arrivals", folder.resolve("arrivals").toString())
                .build()
                .getConfigMapping(StorageConfig.class)
                .bucket();
    }
}
