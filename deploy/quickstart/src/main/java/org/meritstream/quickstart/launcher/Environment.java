package org.meritstream.quickstart.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.meritstream.quickstart.data.PublicAddress;
import org.meritstream.quickstart.data.Secrets;
import org.meritstream.quickstart.gateway.Authority;
import org.meritstream.quickstart.oidc.DevelopmentIssuer;

/** The configuration of each service, as the environment variables that it takes anywhere else too. */
final class Environment {
    /** The roles of PostgreSQL: its administrator, and one per service that keeps its record there. */
    static final List<String> ROLES =
            List.of("postgres", "meritstream_assessment", "meritstream_evidence", "meritstream_issuance");

    private final Installation installation;
    private final Secrets secrets;

    Environment(Installation installation) {
        this.installation = installation;
        this.secrets = new Secrets(installation.data());
    }

    Map<String, String> of(Service service) throws IOException {
        PublicAddress address = installation.address();
        int number = service.number();
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_PROFILE", "quickstart");
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(address.servicePort(number)));
        variables.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(address.managementPort(number)));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + address.kafka());
        variables.put("MERITSTREAM_PUBLIC_URL", address.url());
        variables.put("MERITSTREAM_REPLICA", service + "-0");
        if (service.derivesIds()) {
            variables.put("MERITSTREAM_ID_KEY_FILE", secrets.idKey().toString());
        }
        if (service.wrapsKeys()) {
            variables.put(
                    "MERITSTREAM_KEY_ENCRYPTION_KEY_FILE",
                    secrets.keyEncryptionKey().toString());
        }
        if (service == Service.EVIDENCE) {
            variables.put(
                    "MERITSTREAM_EVIDENCE_ARTIFACTS_FOLDER",
                    installation.data().artifacts().toString());
        }
        variables.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys().toUri().toString());
        variables.put("MP_JWT_VERIFY_ISSUER", DevelopmentIssuer.ISSUER);
        if (service == Service.EVIDENCE) {
            variables.putAll(signIn(address));
        }
        // The launcher asks often while a service starts; each no would be a line.
        variables.put("QUARKUS_LOG_CATEGORY__IO_SMALLRYE_HEALTH__LEVEL", "ERROR");
        // glibc otherwise gives every thread a heap of its own, tens of megabytes that no Java option limits.
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.putAll(store(service, address));
        return variables;
    }

    /** The issuer's public keys as a file: a service can then start before the gateway, and with TLS need not trust its authority. */
    Path keys() {
        return installation.data().run().resolve("jwks.json");
    }

    /** Evidence has pages that people sign in to. */
    private Map<String, String> signIn(PublicAddress address) throws IOException {
        Map<String, String> variables = new HashMap<>();
        variables.put("MERITSTREAM_SIGN_IN_PROVIDER", address.url() + "/oidc");
        variables.put("MERITSTREAM_SIGN_IN_ISSUER", DevelopmentIssuer.ISSUER);
        variables.put(
                "MERITSTREAM_SIGN_IN_SESSION_KEY_FILE", secrets.sessionKey().toString());
        if (address.tls()) {
            String authority =
                    new Authority(installation.data().tls()).certificateFile().toString();
            variables.put("MERITSTREAM_SIGN_IN_TLS", "quickstart");
            variables.put("QUARKUS_TLS_QUICKSTART_TRUST_STORE_PEM_CERTS", authority);
        }
        return variables;
    }

    private Map<String, String> store(Service service, PublicAddress address) throws IOException {
        if (service == Service.WALLET_SYNC) {
            return Map.of("QUARKUS_MONGODB_CONNECTION_STRING", "mongodb://127.0.0.1:" + address.mongo());
        }
        String name = "meritstream_" + service;
        String place = "postgresql://127.0.0.1:" + address.postgres() + "/" + name;
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                place,
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:" + place,
                "QUARKUS_DATASOURCE_USERNAME",
                name,
                "QUARKUS_DATASOURCE_PASSWORD",
                password(name));
    }

    private String password(String role) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(secrets.databasePasswords(ROLES))) {
            properties.load(reader);
        }
        return properties.getProperty(role);
    }
}
