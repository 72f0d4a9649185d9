package org.meritstream.assessment;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.meritstream.assessment.source.SourcesInMemory;

/** The service without servers: sources and log in memory, the loop at rest. */
public final class InMemory implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("mp.messaging.outgoing.log.connector", "smallrye-in-memory");
        configuration.put("meritstream.log.enabled", "false");
        configuration.put("meritstream.public-url", "https://merit.northgate.example");
        configuration.put("meritstream.id-key-file", key("id"));
        configuration.put("meritstream.key-encryption-key-file", key("wrap"));
        configuration.put("quarkus.datasource.reactive.url", "postgresql://127.0.0.1:1/none");
        configuration.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:1/none");
        configuration.put("quarkus.datasource.username", "nobody");
        configuration.put("quarkus.datasource.password", "nothing");
        configuration.put("quarkus.flyway.migrate-at-start", "false");
        configuration.put("quarkus.hibernate-orm.database.start-offline", "true");
        configuration.put("quarkus.log.category.\"org.meritstream\".level", "DEBUG");
        return configuration;
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(SourcesInMemory.class, AppenderInTest.class);
    }

    private static String key(String purpose) {
        try {
            Path file = Files.createTempFile("meritstream-" + purpose, ".key");
            file.toFile().deleteOnExit();
            return Files.writeString(file, Base64.getEncoder().encodeToString(new byte[32]))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
