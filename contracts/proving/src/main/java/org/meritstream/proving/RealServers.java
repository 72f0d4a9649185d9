package org.meritstream.proving;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Real servers for a test run, started once per JVM: Testcontainers with the real images where a Docker engine is at hand, else the
 * embedded servers of {@code deploy/quickstart}. As a Quarkus test resource it hands the service its configuration:
 * {@code @QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))}.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {
    private static final int KEY_BYTES = 32;

    /** The services that wrap keys; a setting that nothing reads keeps the others from starting. */
    private static final Set<String> WRAP_KEYS = Set.of("assessment", "issuance");

    private static @Nullable Servers servers;

    private String service = "";

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", "");
    }

    @Override
    public Map<String, String> start() {
        return configuration(service);
    }

    @Override
    public void stop() {
        // Shared by the whole test run; the JVM's end stops them.
    }

    /** Host and port of the broker. */
    public static String kafka() {
        return servers().kafka();
    }

    /** Connection string of MongoDB or its emulator. */
    public static String mongo() {
        return servers().mongo();
    }

    /** Where PostgreSQL listens, {@code host:port}. */
    public static String postgres() {
        return servers().postgres().hostAndPort();
    }

    /** The password of every role. */
    public static String password() {
        return servers().postgres().password();
    }

    /** Freezes PostgreSQL, for as long as what is returned is open. */
    public static Frozen freezePostgres() {
        return servers().freezePostgres();
    }

    /** Freezes MongoDB or its emulator, for as long as what is returned is open. */
    public static Frozen freezeMongo() {
        return servers().freezeMongo();
    }

    /** Whether they are the real images, MongoDB among them, and not the embedded servers. */
    public static boolean containers() {
        return servers() instanceof ContainerServers;
    }

    /** What a service is configured with to use them. */
    public static Map<String, String> configuration(String service) {
        Servers real = servers();
        Map<String, String> configuration = new HashMap<>();
        configuration.put("kafka.bootstrap.servers", real.kafka());
        if (!service.equals("wallet-sync")) {
            configuration.put("meritstream.id-key-file", keyFile("id").toString());
        }
        if (WRAP_KEYS.contains(service)) {
            configuration.put(
                    "meritstream.key-encryption-key-file",
                    keyFile("key-encryption").toString());
        }
        if (service.equals("wallet-sync")) {
            configuration.put("quarkus.mongodb.connection-string", real.mongo());
        } else if (!service.isEmpty()) {
            String database = "meritstream_" + service;
            String address = "//" + real.postgres().hostAndPort() + "/" + database;
            configuration.put("quarkus.datasource.reactive.url", "postgresql:" + address);
            configuration.put("quarkus.datasource.jdbc.url", "jdbc:postgresql:" + address);
            configuration.put("quarkus.datasource.username", database);
            configuration.put("quarkus.datasource.password", real.postgres().password());
        }
        return configuration;
    }

    private static synchronized Servers servers() {
        Servers started = servers;
        if (started == null) {
            started = dockerIsThere() ? new ContainerServers() : new EmbeddedServers();
            servers = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            System.out.println("Tests run on " + started.description());
        }
        return started;
    }

    private static boolean dockerIsThere() {
        if (Boolean.getBoolean("meritstream.embedded") || !Files.exists(Path.of("/var/run/docker.sock"))) {
            return false;
        }
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** The same key for the whole run, so that a service restarted by a test derives the same ids. */
    private static Path keyFile(String purpose) {
        try {
            Path file = Files.createTempFile("meritstream-" + purpose, ".key");
            byte[] key = new byte[KEY_BYTES];
            java.util.Arrays.fill(key, (byte) purpose.length());
            Files.writeString(file, Base64.getEncoder().encodeToString(key));
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("A temporary file could not be written", e);
        }
    }
}
