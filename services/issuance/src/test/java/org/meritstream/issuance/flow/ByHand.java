package org.meritstream.issuance.flow;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The loop stands still: a test hands the work its batches itself. */
public final class ByHand implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meritstream.log.enabled", "false",
                "meritstream.public-url", "http://localhost:8080",
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }
}
