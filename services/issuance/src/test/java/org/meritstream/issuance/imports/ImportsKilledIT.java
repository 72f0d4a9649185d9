package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.issuance.flow.ByHand;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;

/** A replica is killed while it looks, or between its look and the turn that concludes: another one looks, and what follows follows once. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
@WithTestResource(
        value = ForeignServer.class,
        initArgs = @ResourceArg(name = "tenants", value = "killed-looking,killed-after"))
class ImportsKilledIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration IN_HAND = Duration.ofMinutes(2);

    private final ForeignUniversity southfield = ForeignUniversity.running();
    private long offset;

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
        assertThat(store.take(now, now.plus(IN_HAND), 8))
                .extracting(Due::request)
                .contains(learner.id(1));

        assertThat(store.take(now, now.plus(IN_HAND), 8))
                .as("in hand")
                .extracting(Due::request)
                .doesNotContain(learner.id(1));
        timer.lookAtWhatIsDue(now.plus(IN_HAND));

        Inbound command = commands(learner, 1).getFirst();
        assertThat(handler.handle(List.of(command))).hasSize(1);
    }

    @Test
    void whatTwoLookedAtIsToldOnce() {
        HandedIn learner = handedIn("killed-after", 12);
        Instant now = Instant.now();
        timer.lookAtWhatIsDue(now);
        commands(learner, 1);

        timer.lookAtWhatIsDue(now.plus(IN_HAND));
        List<Inbound> commands = commands(learner, 2);

        assertThat(commands).extracting(Inbound::id).as("the same, asked twice").hasSize(2);
        assertThat(commands.get(0).id()).isEqualTo(commands.get(1).id());
        assertThat(handler.handle(List.of(commands.get(0)))).hasSize(1);
        assertThat(handler.handle(List.of(commands.get(1)))).as("a duplicate").isEmpty();
        assertThat(handler.handle(List.of(commands.get(0)))).as("a redelivery").hasSize(1);
    }

    private HandedIn handedIn(String tenant, int place) {
        HandedIn learner = new HandedIn(tenant);
        handler.handle(List.of(
                delivered(learner.profiled(HandedIn.AMINA)),
                delivered(learner.request(1, southfield.credential(place, HandedIn.AMINA)))));
        return learner;
    }

    /** What was asked of the loop, in its order. */
    private static List<Inbound> commands(HandedIn learner, int many) {
        List<Inbound> commands = inbound(
                learner,
                new Topic(RealServers.kafka(), Topics.ISSUANCE_COMMANDS)
                        .readUntil(seen -> inbound(learner, seen).size() >= many, PATIENCE));
        assertThat(commands).hasSize(many);
        return commands;
    }

    private static List<Inbound> inbound(HandedIn learner, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.key().startsWith(learner.tenant() + "/"))
                .map(ImportsKilledIT::inbound)
                .toList();
    }

    private static Inbound inbound(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return new Inbound(
                new Position(record.topic(), record.partition(), record.offset()),
                EventFormat.read(headers, record.value()),
                new Message(record.topic(), record.key(), headers, record.value()));
    }

    private Inbound delivered(Event<?> event) {
        Message message = EventFormat.write(event);
        return new Inbound(new Position(message.topic(), 0, 5_000 + offset++), event, message);
    }
}
