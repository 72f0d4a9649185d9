package org.meritstream.walletsync.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.wallet.Facts;

@QuarkusTest
@WithTestResource(InMemory.class)
class SweepTimerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SecureRandom random = new SecureRandom();

    @Inject
    SweepTimer timer;

    @Inject
    Claims claims;

    @Inject
    Sessions sessions;

    @Test
    void forgetsLinksThatEndedLongAgoAndNoOthers() {
        Secret longAgo = link(Instant.now().minus(Duration.ofDays(31)));
        Secret lately = link(Instant.now().minus(Duration.ofDays(29)));
        Secret open = link(Instant.now().plus(Duration.ofDays(1)));

        timer.sweep().await().atMost(PATIENCE);

        assertThat(claims.find(longAgo).await().atMost(PATIENCE)).isNull();
        assertThat(claims.find(lately).await().atMost(PATIENCE)).isNotNull();
        assertThat(claims.find(open).await().atMost(PATIENCE)).isNotNull();
    }

    @Test
    void endsASessionOnTimeThoughNothingWasSweptYet() {
        Secret token = Secret.draw(random);
        Instant ends = Instant.now().plusSeconds(60);
        sessions.add(token, new Session(Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, ends))
                .await()
                .atMost(PATIENCE);

        assertThat(sessions.find(token, Facts.CREDENTIAL, ends.minusSeconds(1))
                        .await()
                        .atMost(PATIENCE))
                .isNotNull();
        assertThat(sessions.find(token, Facts.CREDENTIAL, ends.plusSeconds(1))
                        .await()
                        .atMost(PATIENCE))
                .isNull();
    }

    private Secret link(Instant expiresAt) {
        Secret token = Secret.draw(random);
        claims.add(token, new Claim(Facts.NORTHGATE, Facts.ADA, Facts.CREDENTIAL, expiresAt, null))
                .await()
                .atMost(PATIENCE);
        return token;
    }
}
