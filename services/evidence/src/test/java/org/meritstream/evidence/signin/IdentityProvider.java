package org.meritstream.evidence.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An OpenID provider for tests. A code is what the test wants in the ID token, in base64, so that the provider remembers nothing; it
 * checks the code verifier as a real one does.
 */
public final class IdentityProvider implements QuarkusTestResourceLifecycleManager {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys = keys();
    private final HttpServer server = server();
    private final String address = "http://localhost:" + server.getAddress().getPort();

    @Override
    public Map<String, String> start() {
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, 200, discovery()));
        server.createContext("/jwks", exchange -> send(exchange, 200, Map.of("keys", List.of(jwk()))));
        server.createContext("/token", this::token);
        server.start();
        return Map.of(
                "meritstream.sign-in.provider",
                address,
                "meritstream.sign-in.session-key-file",
                sessionKey().toString());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** A code for an ID token with these claims. */
    static String code(String challenge, Map<String, ?> claims) {
        try {
            Map<String, Object> all = new HashMap<>(claims);
            all.put("challenge", challenge);
            return URL.encodeToString(JSON.writeValueAsBytes(all));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = Arrays.stream(
                        new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> URLDecoder.decode(one[1], UTF_8)));
        Map<?, ?> wanted = JSON.readValue(Base64.getUrlDecoder().decode(form.get("code")), Map.class);
        if (!challenge(form.getOrDefault("code_verifier", "")).equals(wanted.get("challenge"))) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        JwtClaimsBuilder claims =
                Jwt.issuer(address).audience("meritstream-pages").expiresIn(60);
        wanted.forEach((name, value) -> claims.claim(String.valueOf(name), value));
        String token = claims.jws().keyId("test").sign(keys.getPrivate());
        send(exchange, 200, Map.of("id_token", token, "access_token", "opaque", "token_type", "Bearer"));
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", address,
                "authorization_endpoint", address + "/authorize",
                "token_endpoint", address + "/token",
                "jwks_uri", address + "/jwks",
                "end_session_endpoint", address + "/end-session");
    }

    private Map<String, String> jwk() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty", "RSA",
                "kid", "test",
                "alg", "RS256",
                "use", "sig",
                "n", unsigned(key.getModulus()),
                "e", unsigned(key.getPublicExponent()));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sessionKey() {
        try {
            Path key = Files.createTempFile("session", ".key");
            return Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String challenge(String verifier) {
        try {
            return URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, Object json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
