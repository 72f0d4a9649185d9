package org.meritstream.issuance.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As the chart runs it for the world. */
public final class InRolePublic implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meritstream.roles", "public",
                "meritstream.public-url", "http://localhost:8080",
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }
}
