package org.meritstream.assessment;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/** An identity provider for tests: a key made for the run, and tokens signed with it. */
public final class StaffTokens implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "https://id.example.org";
    /** Test resources and tests live in different class loaders; properties reach both. */
    private static final String KEY = "test.staff-key";

    @Override
    public Map<String, String> start() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            Path file = Files.createTempFile("staff", ".pem");
            file.toFile().deleteOnExit();
            String body =
                    Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded());
            Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n");
            return Map.of(
                    "mp.jwt.verify.publickey.location",
                    file.toUri().toString(),
                    "mp.jwt.verify.issuer",
                    ISSUER,
                    "meritstream.public-url",
                    "https://badges.example.org");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        System.clearProperty(KEY);
    }

    /** A token of a member of staff. */
    public static String of(String tenant, String... roles) {
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(KEY, ""));
            return Jwt.issuer(ISSUER)
                    .audience("meritstream")
                    .subject("staff-1")
                    .upn("staff-1")
                    .groups(Set.of(roles))
                    .claim("tenant", tenant)
                    .expiresIn(300)
                    .sign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key was made here", e);
        }
    }
}
