package org.meritstream.issuance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.UP;

import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Role public before the schema of its release is there. Each connection remembers what a statement came to, and is wrong once where a table
 * changed: so the connections are this class's own.
 */
@QuarkusTest
@TestProfile(PublicReadinessIT.ConnectionsOfItsOwn.class)
@WithTestResource(KeylessServers.class)
class PublicReadinessIT {
    private static final int CONNECTIONS = 4;
    private static final int STATEMENTS = 7;
    private static final Duration BOUND = Duration.ofSeconds(10);

    @Inject
    Pool pool;

    @Inject
    @All
    List<PublicRead> reads;

    @ParameterizedTest
    @CsvSource({
        "credential, award",
        "securing, value",
        "status_list, document",
        "status_list, token",
        "status_list, suspension_document",
        "visibility, visibility",
        "achievement, definition",
        "endorsement, secured",
        "learner_record, secured",
        "issuer, description",
        "signing_key, public_jwk"
    })
    void isNotReadyUntilEveryColumnIsThere(String table, String column) {
        PublicReadiness readiness = new PublicReadiness(reads);

        rename(table, column, column + "_later");
        try {
            HealthCheckResponse before = ask(readiness);

            assertThat(before.getStatus()).isEqualTo(DOWN);
            assertThat(before.getData().orElseThrow()).containsEntry("why", "SQLSTATE 42703");
        } finally {
            rename(table, column + "_later", column);
        }
        assertThat(settled(readiness).getStatus()).isEqualTo(UP);
    }

    @Test
    void isNotAskedAgain() {
        PublicReadiness readiness = new PublicReadiness(reads);
        assertThat(settled(readiness).getStatus()).isEqualTo(UP);

        rename("endorsement", "secured", "secured_later");
        try {
            assertThat(ask(readiness).getStatus()).isEqualTo(UP);
        } finally {
            rename("endorsement", "secured_later", "secured");
        }
    }

    /** What it says once no connection remembers the former table. */
    private static HealthCheckResponse settled(PublicReadiness readiness) {
        HealthCheckResponse answer = ask(readiness);
        for (int more = 0; more < STATEMENTS * CONNECTIONS && answer.getStatus() == DOWN; more++) {
            answer = ask(readiness);
        }
        return answer;
    }

    private static HealthCheckResponse ask(PublicReadiness readiness) {
        return readiness.call().await().atMost(BOUND);
    }

    private void rename(String table, String from, String to) {
        pool.query("alter table %s rename column %s to %s".formatted(table, from, to))
                .execute()
                .await()
                .atMost(BOUND);
    }

    /** As {@link InRolePublic}, with few connections. */
    public static final class ConnectionsOfItsOwn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(new InRolePublic().getConfigOverrides());
            settings.put("quarkus.datasource.reactive.max-size", Integer.toString(CONNECTIONS));
            return settings;
        }
    }
}
