package org.meritstream.issuance.conformance;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As the suites are run against it. */
public final class InConformance implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meritstream.issuance.conformance.enabled", "true",
                "meritstream.roles", "public",
                "meritstream.public-url", "http://localhost:8080",
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }
}
