package org.meritstream.log.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meritstream.log.DeadLetters;
import org.meritstream.log.LogConfig;

class DeadLettersResourceTest {

    @Test
    @Timeout(30)
    void asksToTryAgainWhileTheLogIsAway() throws IOException {
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:" + closedPort());
        DeadLettersResource resource = resource(nobody, new Token("admin", "northgate"));

        unavailable(() -> resource.list("evidence", null));
        unavailable(() -> resource.replay("evidence", "0-0"));
    }

    @Test
    @Timeout(30)
    void asksForATenantOfAnAdministratorAloneNotOfAnOperator() throws IOException {
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:" + closedPort());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> resource(nobody, new Token("admin", null)).list("evidence", null))
                .matches(refused -> refused.problem().status() == 403);
        unavailable(() -> resource(nobody, new Token("operator", null)).list("evidence", null));
    }

    private static DeadLettersResource resource(Map<String, Object> connection, JsonWebToken token) {
        Evidence config = new Evidence();
        return new DeadLettersResource(new DeadLetters(config, connection), config, new Caller(token));
    }

    private static void unavailable(ThrowingCallable request) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(request)
                .matches(refused -> refused.problem().status() == 503);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A token of one role, with or without a tenant. */
    private record Token(String role, @Nullable String tenant) implements JsonWebToken {
        @Override
        public String getName() {
            return role;
        }

        @Override
        public Set<String> getGroups() {
            return Set.of(role);
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("tenant");
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // The interface is not ours.
        public <T> @Nullable T getClaim(String claim) {
            return claim.equals("tenant") ? (T) tenant : null;
        }
    }

    /** The settings of one service. */
    private static final class Evidence implements LogConfig {
        @Override
        public String service() {
            return "evidence";
        }

        @Override
        public String replica() {
            return "test";
        }

        @Override
        public String publicUrl() {
            return "http://localhost:8080";
        }

        @Override
        public Optional<Path> idKeyFile() {
            return Optional.empty();
        }

        @Override
        public Log log() {
            return new Log() {
                @Override
                public int batch() {
                    return 1;
                }

                @Override
                public Duration gather() {
                    return Duration.ZERO;
                }

                @Override
                public Duration forgetEvery() {
                    return Duration.ofMinutes(1);
                }

                @Override
                public Duration forgetMargin() {
                    return Duration.ofDays(30);
                }

                @Override
                public boolean enabled() {
                    return false;
                }
            };
        }
    }
}
