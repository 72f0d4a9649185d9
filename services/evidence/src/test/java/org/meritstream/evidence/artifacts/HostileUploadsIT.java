package org.meritstream.evidence.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.meritstream.evidence.artifacts.HandingIn.PATIENCE;
import static org.meritstream.evidence.artifacts.HandingIn.UPLOADS;
import static org.meritstream.evidence.artifacts.HandingIn.learner;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.evidence.storage.Streams;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Uploads that are too large, lie, break off or come all at once. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class HostileUploadsIT {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int LARGEST = 50 * MEGABYTE;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource
    URI service;

    @ConfigProperty(name = "meritstream.evidence.artifacts.folder")
    @Inject
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {LARGEST + 1L, 64L * MEGABYTE + 1, 1L << 40})
    void refusesALengthThatIsTooLargeBeforeAByteOfIt(long length) throws IOException {
        try (RawRequest request = raw("large", "Content-Length: " + length)) {
            assertThat(request.status()).isEqualTo(413);
        }
    }

    @Test
    void stopsReadingWhatIsTooLargeWithoutSayingSo() throws IOException {
        try (RawRequest request = raw("endless", "Transfer-Encoding: chunked")) {
            byte[] chunk = new byte[MEGABYTE + 10];
            System.arraycopy("100000\r\n".getBytes(StandardCharsets.US_ASCII), 0, chunk, 0, 8);
            chunk[chunk.length - 2] = '\r';
            chunk[chunk.length - 1] = '\n';
            int sent = 0;
            while (sent < 200 && !request.isAnswered() && request.write(chunk)) {
                sent++;
            }
            assertThat(sent).as("megabytes sent").isBetween(50, 199);
        }
        assertThat(arrivals()).isEmpty();
    }

    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws IOException {
        try (RawRequest request = raw("broken", "Content-Length: " + 10 * MEGABYTE)) {
            request.write(new byte[MEGABYTE]);
        }

        assertThat(arrivals()).isEmpty();
        assertThat(folder.resolve("broken")).doesNotExist();
    }

    @Test
    void takesNoEmptyFile() {
        learner("empty", "s-4711")
                .contentType("application/octet-stream")
                .body(new byte[0])
                .post(UPLOADS)
                .then()
                .statusCode(422)
                .body("type", endsWith("/file-empty"));
    }

    @Test
    void refusesWhatIsNotWhatWasAnnounced() {
        learner("lying", "s-4711")
                .header("Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
                .contentType("application/octet-stream")
                .body(new byte[] {1, 2, 3})
                .post(UPLOADS)
                .then()
                .statusCode(422)
                .body("type", endsWith("/digest-differs"));
        learner("lying", "s-4711")
                .header("Content-Digest", "md5=:abc:")
                .contentType("application/octet-stream")
                .body(new byte[] {1, 2, 3})
                .post(UPLOADS)
                .then()
                .statusCode(400)
                .body("type", endsWith("/malformed-digest"));
    }

    @Test
    void takesSeveralLargeFilesAtOnceUpToWhatOneLearnerMayHave() {
        List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 4; i++) {
                int seed = i;
                HttpRequest request = HttpRequest.newBuilder(service.resolve(UPLOADS))
                        .header("Authorization", "Bearer " + token("quota"))
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> Streams.of(LARGEST, seed)))
                        .build();
                sent.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
            }
            assertThat(sent).extracting(one -> one.join().statusCode()).containsExactlyInAnyOrder(201, 201, 413, 413);
        }
        assertThat(arrivals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/achievements", "/api/artifacts", "/api/evaluations/simulate"})
    void readsNoLargeBodyWhole(String path) throws IOException {
        try (RawRequest request = new RawRequest(service.getPort(), token("whole"), path, "Content-Length: 2000000")) {
            assertThat(request.status()).isEqualTo(413);
        }
    }

    private RawRequest raw(String tenant, String framing) throws IOException {
        return new RawRequest(service.getPort(), token(tenant), UPLOADS, framing);
    }

    private static String token(String tenant) {
        return StaffTokens.ofLearner(tenant, "s-4711");
    }

    /** What is left of what arrives, once nothing arrives any more. */
    private List<Path> arrivals() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Path> left = list();
        while (!left.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
            left = list();
        }
        return left;
    }

    private List<Path> list() {
        Path arrivals = folder.resolve(".arrivals");
        try (Stream<Path> files = Files.exists(arrivals) ? Files.list(arrivals) : Stream.empty()) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
