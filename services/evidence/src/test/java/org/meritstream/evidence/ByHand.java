package org.meritstream.evidence;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service with its loop and its timers at rest: a test hands it its batches. */
public class ByHand implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("meritstream.log.enabled", "false", "quarkus.scheduler.enabled", "false");
    }
}
