package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoopHealthTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private final LoopHealth health = new LoopHealth();

    @Test
    void isNotReadyBeforeItIsAMemberOfItsGroup() {
        health.polled(NOW, false);

        assertThat(health.notReady(NOW)).isEqualTo("not yet a member of its group");
    }

    @Test
    void isReadyOnceItPolledAsAMember() {
        health.polled(NOW, true);

        assertThat(health.notReady(NOW)).isNull();
    }

    @Test
    void staysNotReadyThroughEmptyPollsAfterAFault() {
        health.failed("ConnectException");
        health.polled(NOW, true);

        assertThat(health.notReady(NOW)).isEqualTo("ConnectException");
    }

    @Test
    void isReadyAgainWithTheNextCommit() {
        health.polled(NOW, true);
        health.failed("ConnectException");
        health.committed();

        assertThat(health.notReady(NOW)).isNull();
    }

    @Test
    void isNotReadyWhileACommitHangs() {
        health.polled(NOW, true);
        health.committing(NOW.plusSeconds(1));

        assertThat(health.notReady(NOW.plusSeconds(6))).isNull();
        assertThat(health.notReady(NOW.plusSeconds(7))).isEqualTo("a commit takes longer than 5 s");
    }

    @Test
    void isReadyOnceTheSlowCommitIsThrough() {
        health.polled(NOW, true);
        health.committing(NOW);
        health.committed();

        assertThat(health.notReady(NOW.plusSeconds(7))).isNull();
    }

    @Test
    void isNotReadyAfterHalfAMinuteWithoutAPoll() {
        health.polled(NOW, true);

        assertThat(health.notReady(NOW.plusSeconds(31))).isEqualTo("no poll for 30 s");
    }

    @Test
    void isAliveUntilItsThreadEnded() {
        health.failed("ConnectException");
        assertThat(health.alive()).isTrue();

        health.ended();

        assertThat(health.alive()).isFalse();
    }

    @Test
    void isNotReadyWhileARestoredStoreTakesBackWhatWasAnnounced() {
        health.polled(NOW, true);
        health.takingBack(true);
        assertThat(health.notReady(NOW)).isEqualTo("a restored store takes back what was announced");

        health.takingBack(false);
        assertThat(health.notReady(NOW)).isNull();
    }
}
