package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;

/** A credential is told to have a successor once, whichever of the two is issued first. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SuccessionIT {
    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void linksTheTwoInAnyOrderAndTellsItOnce(int seed) {
        String tenant = "succeeded-" + seed;
        founding.found(tenant);
        Story story = new Story(tenant);
        List<Event<?>> events = new ArrayList<>(List.of(
                story.profiled(1, "Amina Yilmaz", 1),
                story.published(2),
                story.publishedAnother(3),
                story.conferred(1, 10),
                story.withdrawn(1, 20),
                story.conferredInstead(1, 30)));
        Collections.shuffle(events, new Random(seed));
        Deliveries log = new Deliveries();

        List<Message> emitted = new ArrayList<>();
        events.forEach(event -> emitted.addAll(handler.handle(log.deliver(List.of(event)))));

        assertLinkedOnce(tenant, story, emitted);
    }

    @Test
    void linksTheTwoWithinOneBatch() {
        String tenant = "succeeded-at-once";
        founding.found(tenant);
        Story story = new Story(tenant);

        List<Message> emitted = handler.handle(new Deliveries()
                .deliver(List.of(
                        story.profiled(1, "Amina Yilmaz", 1),
                        story.published(2),
                        story.publishedAnother(3),
                        story.conferredInstead(1, 30),
                        story.conferred(1, 10))));

        assertLinkedOnce(tenant, story, emitted);
    }

    @Test
    void losesNoLinkWhenTwoReplicasIssueThePairAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            String tenant = "succeeded-twice-" + round;
            founding.found(tenant);
            Story story = new Story(tenant);
            handler.handle(new Deliveries()
                    .deliver(List.of(
                            story.profiled(1, "Amina Yilmaz", 1),
                            story.conferred(1, 10),
                            story.conferredInstead(1, 30))));
            List<Inbound> one = new Deliveries(10_000).deliver(List.of(story.published(2)));
            List<Inbound> other = new Deliveries(20_000).deliver(List.of(story.publishedAnother(3)));

            List<Message> emitted = new ArrayList<>();
            try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
                List<Callable<List<Message>>> work = List.of(() -> handler.handle(one), () -> handler.handle(other));
                for (Future<List<Message>> done : replicas.invokeAll(work)) {
                    emitted.addAll(done.get());
                }
            }

            assertLinkedOnce(tenant, story, emitted);
        }
    }

    @Test
    void linksNothingOfAnotherTenants() {
        founding.found("succeeded-mine");
        founding.found("succeeded-yours");
        Story mine = new Story("succeeded-mine");
        Story yours = new Story("succeeded-yours");
        Deliveries log = new Deliveries();
        IntStream.range(0, 2)
                .mapToObj(n -> n == 0 ? mine : yours)
                .forEach(story -> handler.handle(log.deliver(
                        List.of(story.profiled(1, "Amina Yilmaz", 1), story.published(2), story.publishedAnother(3)))));

        handler.handle(log.deliver(List.of(mine.conferred(1, 10))));
        List<Message> emitted = handler.handle(log.deliver(List.of(yours.conferredInstead(1, 30))));

        assertThat(superseded(emitted)).isEmpty();
    }

    private void assertLinkedOnce(String tenant, Story story, List<Message> emitted) {
        UUID former = credential(tenant, story.award(1));
        UUID next = credential(tenant, story.award(Story.SUCCESSORS + 1));
        assertThat(superseded(emitted)).singleElement().satisfies(told -> {
            assertThat(told.credential()).isEqualTo(former);
            assertThat(told.by()).isEqualTo(next);
        });
        assertThat(emitted).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(column("superseded_by", former)).isEqualTo(next);
        assertThat(column("supersedes", next)).isEqualTo(former);
        assertThat(column("supersedes", former)).isNull();
        assertThat(column("superseded_by", next)).isNull();
    }

    private static List<CredentialSuperseded> superseded(List<Message> messages) {
        return messages.stream()
                .map(message ->
                        EventFormat.read(message.headers(), message.body()).data())
                .filter(CredentialSuperseded.class::isInstance)
                .map(CredentialSuperseded.class::cast)
                .toList();
    }

    private UUID credential(String tenant, UUID award) {
        Row row = database.query("select id from credential where tenant = $1 and award = $2", Tuple.of(tenant, award))
                .iterator()
                .next();
        return row.getUUID("id");
    }

    private UUID column(String name, UUID credential) {
        return database.query("select " + name + " from issued_credential where id = $1", Tuple.of(credential))
                .iterator()
                .next()
                .getUUID(name);
    }
}
