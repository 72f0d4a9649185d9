package org.meritstream.issuance.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.net.PfxOptions;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meritstream.issuance.fetching.HostileServer.Behaviour;

/** Over TLS, with the certificate of issuer.example: connected by number, and still held to the name. */
@Timeout(30)
class FetcherTlsTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final String STORE = "/fetching/issuer.example.p12";
    private static final String PASSWORD = "for-tests";
    private static final FetchLimits LIMITS = new FetchLimits(1024, Duration.ofSeconds(5), Set.of());
    private static final Behaviour ANSWER =
            Behaviour.answering("HTTP/1.1 200 OK\r\nContent-Type: application/json", "{}");

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsFromTheServerThatTheCertificateIsOf() throws Exception {
        try (HostileServer server = new HostileServer(socket(), ANSWER)) {
            Fetched fetched = fetcher(trusting()).read(address("issuer.example", server), Wanted.DOCUMENT);

            assertThat(fetched).isInstanceOf(Fetched.Found.class);
            assertThat(server.asked().getFirst()).containsIgnoringCase("host: issuer.example:" + server.port());
        }
    }

    @Test
    void readsNothingFromAServerWithTheCertificateOfAnother() throws Exception {
        try (HostileServer server = new HostileServer(socket(), ANSWER)) {
            Fetched fetched = fetcher(trusting()).read(address("other.example", server), Wanted.DOCUMENT);

            assertThat(fetched).isEqualTo(new Fetched.Missing("It could not be reached."));
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void readsNothingFromAServerThatNobodyVouchesFor() throws Exception {
        try (HostileServer server = new HostileServer(socket(), ANSWER)) {
            HttpClient client = VERTX.createHttpClient(Fetcher.options());

            assertThat(fetcher(client).read(address("issuer.example", server), Wanted.DOCUMENT))
                    .isInstanceOf(Fetched.Missing.class);
        }
    }

    private static Fetcher fetcher(HttpClient client) {
        Resolver here = host -> List.of(InetAddress.getLoopbackAddress());
        return new Fetcher(
                client,
                here,
                address -> true,
                LIMITS,
                task -> Thread.ofVirtual().start(task));
    }

    private static HttpClient trusting() throws Exception {
        try (InputStream in = FetcherTlsTest.class.getResourceAsStream(STORE)) {
            PfxOptions trusted = new PfxOptions().setPassword(PASSWORD).setValue(Buffer.buffer(in.readAllBytes()));
            return VERTX.createHttpClient(Fetcher.options().setTrustOptions(trusted));
        }
    }

    private static URI address(String host, HostileServer server) {
        return URI.create("https://" + host + ":" + server.port() + "/did.json");
    }

    private static ServerSocket socket() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = FetcherTlsTest.class.getResourceAsStream(STORE)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), null, null);
        return tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
