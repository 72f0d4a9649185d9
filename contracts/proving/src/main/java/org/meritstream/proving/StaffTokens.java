package org.meritstream.proving;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.util.Map;
import java.util.Set;

/** An identity provider for tests: tokens signed with the key that Quarkus makes for each test run. */
public final class StaffTokens implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "https://id.example.org";

    @Override
    public Map<String, String> start() {
        return Map.of("mp.jwt.verify.issuer", ISSUER, "meritstream.public-url", "https://badges.example.org");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }

    /** A token of a member of staff. */
    public static String of(String tenant, String... roles) {
        return Jwt.issuer(ISSUER)
                .audience("meritstream")
                .subject("staff-1")
                .upn("staff-1")
                .groups(Set.of(roles))
                .claim("tenant", tenant)
                .expiresIn(300)
                .sign();
    }
}
