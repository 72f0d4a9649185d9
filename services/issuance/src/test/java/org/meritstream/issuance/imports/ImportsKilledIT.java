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
import org.junit.jupiter.api.Test;
import org.meritstream.events.ConcludeImport;
import org.meritstream.events.ImportRefusal;
import org.meritstream.issuance.flow.ByHand;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.proving.RealServers;

/** A replica is killed while it looks, or between its look and the turn that concludes: another one looks, and what follows follows once. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
@WithTestResource(
        value = ForeignServer.class,
        initArgs = @ResourceArg(name = "tenants", value = "killed-looking,killed-after,killed-each-time,never-killed"))
class ImportsKilledIT {
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    private final ForeignUniversity southfield = ForeignUniversity.running();

    @Inject
    BatchHandler handler;

    @Inject
    ForeignCredentials store;

    @Inject
    LookTimer timer;

    @Test
    void anotherReplicaLooksWhenTheFirstDiedLooking() {
        HandedIn learner = handedIn("killed-looking", 11);
        Instant now = Instant.now();
        assertThat(store.take(now, now.plus(IN_HAND), Integer.MAX_VALUE))
                .extracting(Due::request)
                .contains(learner.id(1));

        assertThat(store.take(now, now.plus(IN_HAND), Integer.MAX_VALUE))
                .as("in hand")
                .extracting(Due::request)
                .doesNotContain(learner.id(1));
        timer.lookAtWhatIsDue(now.plus(IN_HAND));

        Inbound command = new CommandsOf(learner, handler).first(1).getFirst();
        assertThat(handler.handle(List.of(command))).hasSize(1);
    }

    /** As of a document that takes the memory of whoever opens it. */
    @Test
    void isGivenUpWhereWhoeverLooksDiesEachTime() {
        HandedIn learner = handedIn("killed-each-time", 14);
        Instant now = Instant.now();
        for (int taking = 0; taking < 3; taking++) {
            assertThat(store.take(
                            now.plus(IN_HAND.multipliedBy(taking)), now.plus(IN_HAND.multipliedBy(taking + 1)), 8))
                    .extracting(Due::request)
                    .contains(learner.id(1));
        }

        timer.lookAtWhatIsDue(now.plus(IN_HAND.multipliedBy(3)));

        Inbound command = new CommandsOf(learner, handler).first(1).getFirst();
        assertThat(((ConcludeImport) command.data()).refusal()).isEqualTo(ImportRefusal.NOT_CHECKABLE);
    }

    @Test
    void isLookedAtHoweverOftenItWasWhereEachLookEnded() {
        HandedIn learner = handedIn("never-killed", 15);
        Instant now = Instant.now();
        for (int look = 0; look < 4; look++) {
            timer.lookAtWhatIsDue(now.plus(IN_HAND.multipliedBy(look)));
            new CommandsOf(learner, handler).first(look + 1);
        }

        Inbound last = new CommandsOf(learner, handler).first(4).getLast();
        assertThat(((ConcludeImport) last.data()).found()).isNotNull();
    }

    @Test
    void whatTwoLookedAtIsToldOnce() {
        HandedIn learner = handedIn("killed-after", 12);
        Instant now = Instant.now();
        timer.lookAtWhatIsDue(now);
        new CommandsOf(learner, handler).first(1);

        timer.lookAtWhatIsDue(now.plus(IN_HAND));
        List<Inbound> commands = new CommandsOf(learner, handler).first(2);

        assertThat(commands).extracting(Inbound::id).as("the same, asked twice").hasSize(2);
        assertThat(commands.get(0).id()).isEqualTo(commands.get(1).id());
        assertThat(handler.handle(List.of(commands.get(0)))).hasSize(1);
        assertThat(handler.handle(List.of(commands.get(1)))).as("a duplicate").isEmpty();
        assertThat(handler.handle(List.of(commands.get(0)))).as("a redelivery").hasSize(1);
    }

    private HandedIn handedIn(String tenant, int place) {
        HandedIn learner = new HandedIn(tenant);
        new CommandsOf(learner, handler)
                .deliver(
                        learner.profiled(HandedIn.AMINA),
                        learner.request(1, southfield.credential(place, HandedIn.AMINA)));
        return learner;
    }
}
