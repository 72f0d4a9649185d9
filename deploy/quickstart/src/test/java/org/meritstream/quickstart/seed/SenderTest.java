package org.meritstream.quickstart.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.data.DataDirectory;

/** The senders authenticate what the product was told to trust, and change nothing of it. */
final class SenderTest {
    private static final String PAYLOAD = "{ \"score\" : 1.50 , \"broken";

    @TempDir
    Path directory;

    private DataDirectory data;

    @BeforeEach
    void start() throws Exception {
        data = new DataDirectory(directory).create();
    }

    @Test
    void canvasSignsThePayloadAsItStandsWithTheKeyOfItsSource() throws Exception {
        Sender canvas = Sender.of(data, "northgate", "canvas");
        ObjectNode source = Json.object();
        canvas.complete(source);

        Sender.Request request = Sender.of(data, "northgate", "canvas").request(bytes());

        JWSObject token = JWSObject.parse(text(request.body()));
        RSAKey trusted = JWKSet.parse(source.path("jwks").toString())
                .getKeyByKeyId(token.getHeader().getKeyID())
                .toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(trusted))).isTrue();
        assertThat(token.getPayload().toString()).isEqualTo(PAYLOAD);
        assertThat(request.path()).isEqualTo("/intake/northgate/canvas");
        assertThat(trusted.isPrivate()).isFalse();
    }

    @Test
    void moodleSendsThePayloadAsItStandsWithThePasswordOfItsSource() throws Exception {
        ObjectNode source = Json.object();
        Sender.of(data, "southbank", "moodle").complete(source);

        Sender.Request request = Sender.of(data, "southbank", "moodle").request(bytes());

        String login = "moodle:" + source.path("password").asText();
        assertThat(request.headers())
                .containsEntry(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .containsEntry("X-Experience-API-Version", "1.0.3");
        assertThat(text(request.body())).isEqualTo(PAYLOAD);
        assertThat(request.path()).isEqualTo("/intake/southbank/moodle/statements");
    }

    @Test
    void twoInstitutionsShareNoSecret() throws Exception {
        ObjectNode one = Json.object();
        ObjectNode other = Json.object();
        Sender.of(data, "northgate", "moodle").complete(one);
        Sender.of(data, "southbank", "moodle").complete(other);

        assertThat(one.path("password")).isNotEqualTo(other.path("password"));
    }

    private static byte[] bytes() {
        return PAYLOAD.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(BodyPublisher body) {
        BodySubscriber<String> reader = BodySubscribers.ofString(StandardCharsets.UTF_8);
        body.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                reader.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer part) {
                reader.onNext(List.of(part));
            }

            @Override
            public void onError(Throwable fault) {
                reader.onError(fault);
            }

            @Override
            public void onComplete() {
                reader.onComplete();
            }
        });
        return reader.getBody().toCompletableFuture().join();
    }
}
