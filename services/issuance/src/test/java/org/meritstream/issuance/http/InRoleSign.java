package org.meritstream.issuance.http;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/** As the chart runs it behind the world's back. */
public final class InRoleSign implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> overrides = new HashMap<>(new InRolePublic().getConfigOverrides());
        overrides.put("meritstream.roles", "sign");
        overrides.put("meritstream.log.enabled", "false");
        return overrides;
    }
}
