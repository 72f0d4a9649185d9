package org.meritstream.issuance.flow;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** As {@link ByHand}, and a turn takes up no more than three that waited. */
public final class SmallBatches implements QuarkusTestProfile {
    static final int BATCH = 3;

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(new ByHand().getConfigOverrides());
        overrides.put("meritstream.log.batch", String.valueOf(BATCH));
        return overrides;
    }
}
