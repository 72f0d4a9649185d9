package org.meritstream.issuance.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.fetching.HostileServer.Behaviour;

/** Against a server that was written to do harm. Names that end in .example lead to this machine, as a hostile name server would have it. */
@Timeout(30)
class FetcherTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = VERTX.createHttpClient(Fetcher.options());
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
    private static final int LARGEST = 64 * 1024;

    /** Whoever answers is heard out, though the machine be busy. */
    private static final FetchLimits LIMITS = limits(Duration.ofSeconds(10));

    /** For those that would not answer in any time. */
    private static final FetchLimits HURRIED = limits(Duration.ofMillis(1_500));

    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json";

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsADocument() throws IOException {
        try (var server = new HostileServer(Behaviour.answering(JSON, "{\"id\":1}"))) {
            assertThat(text(read(server, "/did.json?v=1"))).isEqualTo("{\"id\":1}");
            assertThat(server.asked().getFirst())
                    .startsWith("GET /did.json?v=1 HTTP/1.1")
                    .containsIgnoringCase("host: plain.example:" + server.port())
                    .containsIgnoringCase("accept-encoding: identity")
                    .doesNotContainIgnoringCase("cookie");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://2130706433/",
                "https://inside.example/"
            })
    void readsNothingInsideANetwork(String address) {
        assertThat(reason(fetcher().read(URI.create(address), Wanted.DOCUMENT))).contains("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://public.example/",
                "ftp://plain.example/",
                "file:///etc/passwd",
                "jar:https://public.example/!/",
                "data:application/json,1"
            })
    void readsNothingByAnotherScheme(String address) {
        assertThat(fetcher().read(URI.create(address), Wanted.DOCUMENT)).isInstanceOf(Fetched.Missing.class);
    }

    @Test
    void readsNothingWithANameAndAPassword() {
        URI address = URI.create("https://user:password@public.example/");

        assertThat(reason(fetcher().read(address, Wanted.DOCUMENT))).contains("not one of the web");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://169.254.169.254/latest/",
                "http://169.254.169.254/",
                "https://inside.example/",
                "file:///etc/passwd"
            })
    void isNotRedirectedInside(String location) throws IOException {
        try (var server = new HostileServer(Behaviour.answering("HTTP/1.1 302 Found\r\nLocation: " + location, ""))) {
            assertThat(read(server, "/")).isInstanceOf(Fetched.Missing.class);
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void followsThreeRedirectsAndNoMore() throws IOException {
        try (var server = new HostileServer(Behaviour.answering("HTTP/1.1 302 Found\r\nLocation: /again", ""))) {
            assertThat(reason(read(server, "/"))).contains("more than 3 times");
            assertThat(server.asked()).hasSize(4);
        }
    }

    @Test
    void givesUpOnASlowDrip() throws IOException {
        try (var server = new HostileServer(Behaviour.dripping(JSON + "\r\nContent-Length: 60000\r\n\r\n"))) {
            assertThat(reason(read(fetcher(HURRIED), server, "/"))).contains("in time");
        }
    }

    @Test
    void givesUpOnHeadersThatNeverEnd() throws IOException {
        try (var server = new HostileServer(Behaviour.endless("HTTP/1.1 200 OK\r\n", "X-More: more\r\n"))) {
            assertThat(read(server, "/")).isInstanceOf(Fetched.Missing.class);
        }
    }

    @Test
    void givesUpOnABodyThatNeverEnds() throws IOException {
        AtomicInteger written = new AtomicInteger();
        Behaviour endless = (request, out) -> {
            out.write((JSON + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(new byte[8192]);
                written.addAndGet(8192);
            }
        };
        try (var server = new HostileServer(endless)) {
            assertThat(reason(read(server, "/"))).contains("larger than 64 KiB");
            // The kernel's two buffers of a connection may take some forty megabytes before anybody reads.
            assertThat(written.get()).as("what the buffers took").isLessThan(1024 * LARGEST);
        }
    }

    @Test
    void givesUpOnAServerThatSaysNothing() throws IOException {
        try (var server = new HostileServer(Behaviour.silent())) {
            assertThat(reason(read(fetcher(HURRIED), server, "/"))).contains("in time");
        }
    }

    @Test
    void unpacksNothing() throws IOException {
        byte[] bomb = zipped(new byte[8 * 1024 * 1024]);
        Behaviour answer = (request, out) -> {
            out.write((JSON + "\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(bomb);
        };
        try (var server = new HostileServer(answer)) {
            assertThat(reason(read(server, "/"))).contains("packs");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: text/html", "Content-Type: application/zip", "X-Nothing: 1"})
    void takesNoOtherMediaType(String header) throws IOException {
        try (var server = new HostileServer(Behaviour.answering("HTTP/1.1 200 OK\r\n" + header, "{}"))) {
            assertThat(reason(read(server, "/"))).contains("another media type");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/pdf", "application/vc+cose", "image/jpeg", "image/svg+xml;charset=utf-8"})
    void takesACredentialInWhateverCarriesOne(String type) throws IOException {
        try (var server = new HostileServer(Behaviour.answering("HTTP/1.1 200 OK\r\nContent-Type: " + type, "%PDF"))) {
            URI address = URI.create("http://plain.example:" + server.port() + "/");
            assertThat(text(fetcher().read(address, Wanted.CREDENTIAL))).isEqualTo("%PDF");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 Not Found", "410 Gone", "500 Broken", "204 No Content", "206 Partial Content"})
    void takesNoOtherStatus(String status) throws IOException {
        try (var server = new HostileServer(Behaviour.answering("HTTP/1.1 " + status, ""))) {
            assertThat(reason(read(server, "/"))).contains(status.substring(0, 3));
        }
    }

    @Test
    void takesNoBodyThatBreaksOff() throws IOException {
        Behaviour half = (request, out) ->
                out.write((JSON + "\r\nContent-Length: 100\r\n\r\n{\"id\"").getBytes(StandardCharsets.ISO_8859_1));
        try (var server = new HostileServer(half)) {
            assertThat(reason(read(server, "/"))).contains("could not be reached");
        }
    }

    @Test
    void connectsToWhatItLookedAtAndNotToWhatTheNameLeadsToNext() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Resolver rebinding =
                host -> List.of(InetAddress.getAllByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "192.0.2.1"));
        Fetcher fetcher = new Fetcher(CLIENT, rebinding, address -> true, LIMITS, THREADS);
        try (var server = new HostileServer(Behaviour.answering(JSON, "{}"))) {
            assertThat(text(read(fetcher, server, "/"))).isEqualTo("{}");
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void refusesANameThatLeadsInsideAsWell() {
        Resolver both = host -> List.of(InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1"));
        Fetcher fetcher = new Fetcher(CLIENT, both, PublicAddress::is, LIMITS, THREADS);

        assertThat(reason(fetcher.read(URI.create("https://both.example/"), Wanted.DOCUMENT)))
                .contains("private network");
    }

    @Test
    void givesUpOnANameServerThatSaysNothing() {
        Resolver silent = host -> {
            HostileServer.pause(10_000);
            return List.of();
        };
        Fetcher fetcher = new Fetcher(CLIENT, silent, PublicAddress::is, HURRIED, THREADS);

        assertThat(reason(fetcher.read(URI.create("https://silent.example/"), Wanted.DOCUMENT)))
                .contains("leads nowhere");
    }

    private static FetchLimits limits(Duration patience) {
        return new FetchLimits(LARGEST, patience, Set.of("plain.example"));
    }

    private static Fetcher fetcher() {
        return fetcher(LIMITS);
    }

    private static Fetcher fetcher(FetchLimits limits) {
        return new Fetcher(CLIENT, FetcherTest::names, PublicAddress::is, limits, THREADS);
    }

    /** Numbers as the machine reads them, and names as somebody might have registered them. */
    private static List<InetAddress> names(String host) throws java.net.UnknownHostException {
        return switch (host) {
            case "plain.example", "inside.example" -> List.of(InetAddress.getLoopbackAddress());
            case "public.example" -> List.of(InetAddress.getByName("93.184.216.34"));
            default -> Resolver.ofTheMachine().addresses(host);
        };
    }

    private static Fetched read(HostileServer server, String path) {
        return read(fetcher(), server, path);
    }

    private static Fetched read(Fetcher fetcher, HostileServer server, String path) {
        return fetcher.read(URI.create("http://plain.example:" + server.port() + path), Wanted.DOCUMENT);
    }

    private static String text(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Found.class);
        return ((Fetched.Found) fetched).text();
    }

    private static String reason(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Missing.class);
        return ((Fetched.Missing) fetched).reason();
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }
}
