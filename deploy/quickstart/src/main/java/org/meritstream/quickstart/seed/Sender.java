package org.meritstream.quickstart.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import org.meritstream.quickstart.client.Json;
import org.meritstream.quickstart.data.DataDirectory;
import org.meritstream.quickstart.data.PrivateFiles;
import org.meritstream.quickstart.data.Secrets;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;

/** A demonstration source seen from the sender's side: it holds the secret, authenticates payloads, and knows where to send them. */
public sealed interface Sender {

    /** What is sent. */
    record Request(String path, Map<String, String> headers, BodyPublisher body) {}

    /** A payload as this sender would send it. It is sent as it stands, whatever is in it. */
    Request request(byte[] payload) throws IOException;

    /** The members of the source's definition that come from its secret. */
    void complete(ObjectNode source) throws IOException;

    /**
     * The sender of a seeded source.
     *
     * @throws IllegalArgumentException with a sentence for the user, when no such source was seeded
     */
    static Sender of(DataDirectory data, String tenant, String source) {
        Institution institution = Institution.ALL.stream()
                .filter(one -> one.tenant().equals(tenant) && one.sources().contains(source))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No secret of a source " + tenant + "/" + source
                        + " is known here; there are northgate/canvas, northgate/moodle and southbank/moodle."));
        String name = tenant + "-" + source;
        String path = "/intake/" + tenant + "/" + source;
        return institution.source(source).path("kind").asText().equals("CANVAS_LIVE")
                ? new Canvas(data, name, path)
                : new Moodle(data, name, path);
    }

    /** Canvas Live Events with "Sign Payload": the body is a compact JWT whose claims are the event. */
    record Canvas(DataDirectory data, String name, String path) implements Sender {
        @Override
        public Request request(byte[] payload) throws IOException {
            JWSObject token = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key().getKeyID())
                            .build(),
                    new Payload(payload));
            try {
                token.sign(new RSASSASigner(key()));
            } catch (JOSEException impossible) {
                throw new IOException(impossible);
            }
            BodyPublisher body = BodyPublishers.ofString(token.serialize());
            return new Request(path, Map.of("Content-Type", "application/jwt"), body);
        }

        @Override
        public void complete(ObjectNode source) throws IOException {
            JsonNode keys = Json.parse(new JWKSet(key().toPublicJWK()).toString());
            source.set("jwks", keys);
        }

        private RSAKey key() throws IOException {
            String text =
                    PrivateFiles.once(data.secret(name + ".jwk.json"), () -> DevelopmentIssuer.generate(name + "-1"));
            try {
                return RSAKey.parse(text);
            } catch (ParseException damaged) {
                throw new IOException("no key in " + data.secret(name + ".jwk.json"), damaged);
            }
        }
    }

    /** Moodle's logstore_xapi: statements with HTTP Basic. */
    record Moodle(DataDirectory data, String name, String path) implements Sender {
        private static final String USER = "moodle";

        @Override
        public Request request(byte[] payload) throws IOException {
            String login = USER + ":" + new Secrets(data).password(name + ".password");
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            Map<String, String> headers = Map.of(
                    "Authorization", "Basic " + basic,
                    "Content-Type", "application/json",
                    "X-Experience-API-Version", "1.0.3");
            return new Request(path + "/statements", headers, BodyPublishers.ofByteArray(payload));
        }

        @Override
        public void complete(ObjectNode source) throws IOException {
            source.put("password", new Secrets(data).password(name + ".password"));
        }
    }
}
