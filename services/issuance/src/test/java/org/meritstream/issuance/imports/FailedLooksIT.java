package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EventFormat;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.Message;
import org.meritstream.issuance.flow.ByHand;
import org.meritstream.issuance.issuer.PublicIssuers;
import org.meritstream.issuance.learner.Learners;
import org.meritstream.issuance.verification.Examiner;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.LoopHealth;
import org.meritstream.log.http.Appender;
import org.meritstream.proving.RealServers;

/** Looking fails by a fault of our own: it is told, repeated ever less often, and counts as if nothing had been once it succeeds. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
@WithTestResource(value = ForeignServer.class, initArgs = @ResourceArg(name = "tenants", value = "failed-looks"))
class FailedLooksIT {
    private static final Duration SLACK = Duration.ofSeconds(20);

    private final ForeignUniversity southfield = ForeignUniversity.running();

    @Inject
    BatchHandler handler;

    @Inject
    ForeignCredentials store;

    @Inject
    LookTimer timer;

    @Inject
    Examiner examiner;

    @Inject
    Learners learners;

    @Inject
    PublicIssuers issuers;

    @Inject
    Recognised recognised;

    @Inject
    ImportConfig config;

    @Inject
    Appender appender;

    @Inject
    LoopHealth health;

    @Test
    void looksAgainEverLessOftenAndTellsWhenUntilItSucceeds() {
        HandedIn learner = new HandedIn("failed-looks");
        CommandsOf commands = new CommandsOf(learner, handler);
        commands.deliver(
                learner.profiled(HandedIn.AMINA),
                learner.request(1, southfield.credential(13, HandedIn.AMINA), Instant.now()));

        ImportDelayed first = delayed(commands, 1, Instant.now());
        assertThat(Duration.between(first.delayedAt(), first.nextAt())).isCloseTo(Duration.ofMinutes(2), SLACK);
        assertThat(dueAt(learner, first.nextAt().minusSeconds(1))).isFalse();

        ImportDelayed second = delayed(commands, 2, first.nextAt());
        assertThat(Duration.between(second.delayedAt(), second.nextAt())).isCloseTo(Duration.ofMinutes(4), SLACK);

        timer.lookAtWhatIsDue(second.nextAt());
        Inbound found = commands.first(3).getLast();
        assertThat(((ConcludeImport) found.data()).found()).isNotNull();
        assertThat(said(handler.handle(List.of(found)))).isInstanceOf(CredentialVerified.class);
    }

    /** What a look that fails at this time, the one of this number, leads to. */
    private ImportDelayed delayed(CommandsOf commands, int number, Instant at) {
        new LookTimer(store, new FailingLooks(), appender, health, config).lookAtWhatIsDue(at);
        Inbound command = commands.first(number).getLast();
        assertThat(((ConcludeImport) command.data()).lookAgainAt()).isNotNull();
        return (ImportDelayed) said(handler.handle(List.of(command)));
    }

    private boolean dueAt(HandedIn learner, Instant at) {
        return store.take(at, at, Integer.MAX_VALUE).stream()
                .anyMatch(due -> due.request().equals(learner.id(1)));
    }

    private static Object said(List<Message> emitted) {
        assertThat(emitted).hasSize(1);
        Message one = emitted.getFirst();
        return Objects.requireNonNull(
                EventFormat.read(one.headers(), one.body()).data());
    }

    private final class FailingLooks extends Looks {
        FailingLooks() {
            super(examiner, learners, issuers, recognised, config);
        }

        @Override
        Look look(Due due, Instant now) {
            throw new IllegalStateException("A fault of our own");
        }
    }
}
