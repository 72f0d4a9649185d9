package org.meritstream.issuance.flow;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.ServerProcess;

/** A broker and a PostgreSQL that no other test writes to: whoever puts a store back puts all of it back. */
public final class OwnServers implements QuarkusTestResourceLifecycleManager {
    private @Nullable ServerProcess servers;

    @Override
    public Map<String, String> start() {
        ServerProcess started =
                ServerProcess.start("--only", "kafka,postgres", "--kafka", "0", "--postgres", "0", "--partitions", "6");
        servers = started;
        String address = "://127.0.0.1:" + started.port("postgres") + "/meritstream_issuance";
        Map<String, String> configuration = new HashMap<>(RealServers.configuration("issuance"));
        configuration.put("kafka.bootstrap.servers", "127.0.0.1:" + started.port("kafka"));
        configuration.put("quarkus.datasource.reactive.url", "postgresql" + address);
        configuration.put("quarkus.datasource.jdbc.url", "jdbc:postgresql" + address);
        configuration.put("quarkus.datasource.password", "meritstream");
        return configuration;
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
