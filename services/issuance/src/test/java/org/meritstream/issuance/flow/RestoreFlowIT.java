package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.issuance.issuer.FeedTopics;
import org.meritstream.log.Adoption;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.KafkaClients;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Loop;
import org.meritstream.log.LoopHealth;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.Topic;

/** The store of issuance put back to an older copy (DESIGN.md, rule 10): what was published stands. Real broker, real PostgreSQL. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(OwnServers.class)
class RestoreFlowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As many entries as a list gives, less one. */
    private static final int NEARLY_FULL = 65_535;

    @Inject
    BatchHandler handler;

    @Inject
    Adoption adoption;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    FeedTopics feeds;

    @Inject
    KeyedIds ids;

    private final String kafka = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);

    @Test
    void takesBackWhatItPublishedAndTellsNothingTwice() {
        Story story = begun("restored");
        Backup lastNight = Backup.of(database);
        publishMore(story, "restored");
        Map<String, String> published = world().credentials("restored");
        Map<String, Integer> told = world().told("restored");
        lastNight.putBack();
        assertThat(world().credentials("restored")).hasSize(3);

        append(List.of(story.profiled(7, "Learner 7", 50), story.conferred(7, 60)));
        run(adoption, () -> world().credentials("restored").size() == published.size() + 1);

        assertThat(world().credentials("restored")).containsAllEntriesOf(published);
        assertOnceAndNothingAgain("restored", told);
        assertThat(revokedBits("restored")).isEqualTo(2);
        assertThat(count("recollection where tenant = $1", "restored")).isZero();
    }

    @Test
    void goesOnWithItAfterItWasStopped() {
        Story story = begun("stopped");
        Backup lastNight = Backup.of(database);
        publishMore(story, "stopped");
        Map<String, String> published = world().credentials("stopped");
        Map<String, Integer> told = world().told("stopped");
        lastNight.putBack();
        append(List.of(story.profiled(7, "Learner 7", 50), story.conferred(7, 60)));

        FailingAdoption failing = FailingAdoption.toPlace(adoption);
        run(failing, failing::failed);
        assertThat(world().credentials("stopped"))
                .as("nothing is handled before")
                .hasSize(3);
        run(adoption, () -> world().credentials("stopped").size() == published.size() + 1);

        assertThat(world().credentials("stopped")).containsAllEntriesOf(published);
        assertOnceAndNothingAgain("stopped", told);
    }

    /** What was read of the log by then is not read a second time by the same reader. */
    @Test
    void takesBackWhatWasReadWhenTheStoreWasAway() {
        Story story = begun("away");
        Backup lastNight = Backup.of(database);
        publishMore(story, "away");
        Map<String, String> published = world().credentials("away");
        lastNight.putBack();
        append(List.of(story.profiled(7, "Learner 7", 50), story.conferred(7, 60)));

        FailingAdoption away = FailingAdoption.onceForEachSlice(adoption);
        run(away, () -> world().credentials("away").size() == published.size() + 1);

        assertThat(away.failed()).isTrue();
        assertThat(world().credentials("away")).containsAllEntriesOf(published);
    }

    @Test
    void takesBackTheListsThatWereOpenedSince() {
        Story story = begun("listed");
        Backup lastNight = Backup.of(database);
        database.query("update status_list set counter = $2 where tenant = $1", Tuple.of("listed", NEARLY_FULL));
        publishMore(story, "listed");
        Map<String, String> published = world().credentials("listed");
        Map<String, Integer> told = world().told("listed");
        lastNight.putBack();

        append(List.of(story.profiled(7, "Learner 7", 50), story.conferred(7, 60)));
        run(adoption, () -> world().credentials("listed").size() == published.size() + 1);

        assertThat(world().credentials("listed")).containsAllEntriesOf(published);
        assertOnceAndNothingAgain("listed", told);
        assertThat(count("status_list where tenant = $1 and closed_at is null and number = 2", "listed"))
                .isEqualTo(1);
        assertThat(revokedBits("listed")).isEqualTo(2);
    }

    @Test
    void isNotReadyMeanwhileAndWaitsForNothingWithoutARestore() {
        Story story = begun("unready");
        Backup lastNight = Backup.of(database);
        publishMore(story, "unready");
        int published = world().credentials("unready").size();
        WatchingAdoption untouched = new WatchingAdoption(adoption);
        append(List.of(story.profiled(7, "Learner 7", 50), story.conferred(7, 60)));
        run(untouched, untouched.health(), () -> world().credentials("unready").size() == published + 1);
        lastNight.putBack();
        WatchingAdoption restored = new WatchingAdoption(adoption);

        run(restored, restored.health(), () -> world().credentials("unready").size() == published + 1);

        assertThat(untouched.reasons()).isEmpty();
        assertThat(restored.reasons()).contains("a restored store takes back what was announced");
    }

    private World world() {
        return new World(database, kafka);
    }

    /** Three learners have their credential. */
    private Story begun(String tenant) {
        founding.found(tenant);
        feeds.create(tenant);
        Story story = new Story(tenant);
        List<Event<?>> events = new ArrayList<>(List.of(story.published(1), story.publishedAnother(1)));
        for (int n = 1; n <= 3; n++) {
            events.add(story.profiled(n, "Learner " + n, 2));
            events.add(story.conferred(n, 10));
        }
        append(events);
        run(adoption, () -> world().credentials(tenant).size() == 3);
        return story;
    }

    /** Three more, one after the other in an order that no partition has; one is revoked, one withdrawn and awarded again. */
    private void publishMore(Story story, String tenant) {
        int before = world().credentials(tenant).size();
        for (int n = 6; n > 3; n--) {
            int issued = before + 7 - n;
            append(List.of(story.profiled(n, "Learner " + n, 20), story.conferred(n, 30)));
            run(adoption, () -> world().credentials(tenant).size() == issued);
        }
        UUID first = ids.of(tenant, "credential", story.learner(1).toString(), "data-literacy", "1");
        append(List.of(
                story.revoke(first, 1, RevocationReason.MISCONDUCT, 40),
                story.withdrawn(5, 41),
                story.conferredInstead(5, 42)));
        run(
                adoption,
                () -> count("issued_credential where tenant = $1 and state = 'REVOKED'", tenant) == 2
                        && count("issued_credential where tenant = $1 and supersedes is not null", tenant) == 1);
    }

    /** Runs a replica until something holds. */
    private void run(Adoption own, BooleanSupplier until) {
        run(own, new LoopHealth(), until);
    }

    private void run(Adoption own, LoopHealth health, BooleanSupplier until) {
        KafkaClients clients = new KafkaClients(
                "issuance", "it", new KafkaClients.Batching(50, Duration.ZERO), Map.of("bootstrap.servers", kafka));
        try (Loop loop = new Loop(handler, own, clients, health, Clock.systemUTC())) {
            loop.start();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!until.getAsBoolean()) {
                assertThat(System.nanoTime()).as("in time").isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private void append(List<Event<?>> events) {
        events.stream()
                .map(EventFormat::write)
                .collect(Collectors.groupingBy(Message::topic))
                .forEach((topic, messages) -> new Topic(kafka, topic).append(messages));
    }

    /** Of the new award three events, nothing else that was not told before, nothing twice, and no entry of two credentials. */
    private void assertOnceAndNothingAgain(String tenant, Map<String, Integer> before) {
        Map<String, Integer> now = world().told(tenant);
        assertThat(now.values()).containsOnly(1);
        assertThat(now).containsAllEntriesOf(before).hasSize(before.size() + 3);
        Map<String, String> entries = world().entries(tenant);
        assertThat(entries).hasSize(8);
        assertThat(entries.values()).doesNotHaveDuplicates();
    }

    /** How many revoked credentials have their bit set in the list that is served. */
    private long revokedBits(String tenant) {
        return count(
                "credential c join status_list l on l.id = c.status_list where c.tenant = $1 and revoked_at is not null"
                        + " and get_bit(l.bits, (c.status_index / 8) * 8 + 7 - c.status_index % 8) = 1",
                tenant);
    }

    private long count(String what, String tenant) {
        return database.query("select count(*) as n from " + what, Tuple.of(tenant))
                .iterator()
                .next()
                .getLong("n");
    }
}
