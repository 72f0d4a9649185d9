package org.meritstream.issuance.flow;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The loop runs, on a real broker. */
public final class OnTheLog implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "meritstream.public-url", "http://localhost:8080",
                "meritstream.replica", "it",
                "quarkus.http.test-port", "0",
                "quarkus.management.test-port", "0");
    }
}
