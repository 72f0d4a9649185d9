package org.meritstream.quickstart.servers;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to start and where, read from the command line.
 *
 * @param ports wanted port by server; 0 asks for a free one
 * @param data where data stay; empty means a temporary directory, deleted at the end
 * @param partitions of every topic; 0 creates no topics
 * @param announce where to write the process id when all are ready; then only SIGTERM stops them, standard input does not
 * @param passwords of the PostgreSQL roles by name, from a file, because a command line is visible to every user of the machine
 */
public record Settings(
        Map<Server, Integer> ports,
        int controllerPort,
        Optional<Path> data,
        int partitions,
        Optional<Path> announce,
        Map<String, String> passwords) {
    static final String USAGE =
            "Servers [--kafka PORT] [--postgres PORT] [--mongo PORT] [--controller PORT] [--data DIR]"
                    + " [--only kafka,postgres,mongo] [--partitions N] [--passwords FILE] [--announce FILE]";
    /** Keeps transaction markers cheap on one machine: each transaction writes one to every partition it touched. Production: 24. */
    private static final int FEW_PARTITIONS = 6;

    private static final String PASSWORD_OF_TESTS = "meritstream";

    /** The three servers, by the name that options and output use. */
    public enum Server {
        KAFKA,
        POSTGRES,
        MONGO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Server named(String name) {
            for (Server server : values()) {
                if (server.toString().equals(name)) {
                    return server;
                }
            }
            throw new IllegalArgumentException("unknown server " + name + "; known are kafka, postgres and mongo");
        }
    }

    /**
     * @throws IllegalArgumentException with a sentence for the user, for an option that is unknown or incomplete
     */
    static Settings parse(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>();
        Set<String> known = Set.of(
                "kafka", "postgres", "mongo", "controller", "data", "only", "partitions", "passwords", "announce");
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : arguments[i];
            if (!known.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("cannot read option " + arguments[i] + "; usage: " + USAGE);
            }
            options.put(name, arguments[i + 1]);
        }
        Map<Server, Integer> ports = new HashMap<>();
        for (String name : options.getOrDefault("only", "kafka,postgres,mongo").split(",", -1)) {
            ports.put(Server.named(name), number(options, name, 0));
        }
        return new Settings(
                Map.copyOf(ports),
                number(options, "controller", 0),
                Optional.ofNullable(options.get("data")).map(Path::of),
                number(options, "partitions", FEW_PARTITIONS),
                Optional.ofNullable(options.get("announce")).map(Path::of),
                passwords(options.get("passwords")));
    }

    /** The password of a PostgreSQL role. */
    String password(String role) {
        return passwords.getOrDefault(role, PASSWORD_OF_TESTS);
    }

    private static int number(Map<String, String> options, String name, int otherwise) {
        String text = options.getOrDefault(name, Integer.toString(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("--" + name + " needs a number, not " + text, noNumber);
        }
    }

    private static Map<String, String> passwords(@Nullable String file) throws IOException {
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
        }
        Map<String, String> passwords = new HashMap<>();
        properties.stringPropertyNames().forEach(role -> passwords.put(role, properties.getProperty(role)));
        return Map.copyOf(passwords);
    }
}
