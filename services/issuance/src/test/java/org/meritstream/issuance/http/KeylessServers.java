package org.meritstream.issuance.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.meritstream.proving.RealServers;

/** The database of issuance and nothing else: no broker, and no file with a key. */
public final class KeylessServers implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(RealServers.configuration("issuance"));
        configuration.keySet().removeIf(name -> name.endsWith("key-file"));
        configuration.put("kafka.bootstrap.servers", "localhost:1");
        return configuration;
    }

    @Override
    public void stop() {}
}
