package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialState;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.OpenIssuer;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Visibility;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** Any order of facts, however often delivered and however cut into batches, leads to the same credentials in the same states. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class AnyOrderIT {
    private static final int SEEDS = 40;

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    static List<Integer> seeds() {
        return java.util.stream.IntStream.range(0, SEEDS).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leadsToTheSameCredentials(int seed) {
        Random random = new Random(seed);
        String tenant = "order-" + seed;
        List<Inbound> deliveries = new Deliveries().shuffled(events(tenant), random);

        List<Message> emitted = run(tenant, Deliveries.batches(deliveries, random), random);

        assertThat(states(tenant)).isEqualTo(expected(tenant));
        assertThat(count(emitted, "credential.issued")).isEqualTo(3);
        assertThat(count(emitted, "credential.revoked")).isEqualTo(1);
        assertThat(lastStates(emitted)).isEqualTo(announced(tenant));
        assertThat(holders(emitted))
                .as("a credential is a person's, never an account's")
                .doesNotContain(new Story(tenant).learner(3))
                .contains(new Story(tenant).learner(4));
        assertThat(waiting(tenant)).isZero();
        assertThat(bitsOfRevoked(tenant)).containsExactly(true);
        assertThat(bitsOfOthers(tenant)).containsOnly(false);
    }

    @Test
    void emitsTheSameBytesWhenABatchIsRedelivered() {
        String tenant = "redelivered";
        founding.found(tenant);
        List<Inbound> batch = new Deliveries().deliver(events(tenant));

        List<Message> first = handler.handle(batch);
        List<Message> again = handler.handle(batch);

        assertThat(texts(again)).isEqualTo(texts(first)).isNotEmpty();
    }

    @Test
    void revokesByCommandOnce() {
        String tenant = "commanded";
        Story story = new Story(tenant);
        founding.found(tenant);
        Deliveries log = new Deliveries();
        handler.handle(log.deliver(events(tenant)));

        List<Message> first = handler.handle(
                List.of(log.deliver(story.revoke(credential(tenant, 2), 2, RevocationReason.MISCONDUCT, 90))));
        List<Message> second = handler.handle(
                List.of(log.deliver(story.revoke(credential(tenant, 2), 2, RevocationReason.HOLDER_REQUEST, 91))));

        assertThat(count(first, "credential.revoked")).isEqualTo(1);
        assertThat(second).isEmpty();
        assertThat(states(tenant).get(credential(tenant, 2))).isEqualTo("REVOKED PRIVATE");
    }

    @Test
    void refusesToRevokeTheCredentialOfAnotherTenant() {
        founding.found("one");
        founding.found("other");
        Deliveries log = new Deliveries();
        handler.handle(log.deliver(events("one")));
        Event<?> foreign = new Story("other").revoke(credential("one", 2), 2, RevocationReason.MISCONDUCT, 90);

        List<Message> emitted = handler.handle(List.of(log.deliver(foreign)));

        assertThat(emitted).isEmpty();
        assertThat(states("one").get(credential("one", 2))).isEqualTo("ISSUED PRIVATE");
    }

    @Test
    void signsNothingThatBreaksTheOfficialSchema() {
        String tenant = "poisoned";
        Story story = new Story(tenant);
        founding.found(tenant);
        List<Inbound> batch = new Deliveries()
                .deliver(List.of(
                        story.profiled(1, "Amina Yilmaz", 1),
                        story.publishedWithAnUnknownType(3),
                        story.conferred(1, 10)));

        assertThatThrownBy(() -> handler.handle(batch))
                .isInstanceOf(RecordFault.class)
                .hasMessageContaining("/credentialSubject/achievement/achievementType");
        assertThat(states(tenant)).isEmpty();
    }

    /** Learner 1 is renamed and withdrawn, 2 stands, 3 is an account that turns out to be learner 4; the first of 2's choices is late. */
    private List<Event<?>> events(String tenant) {
        Story story = new Story(tenant);
        List<Event<?>> events = new ArrayList<>();
        events.add(story.profiled(1, "Amina Yilmaz", 1));
        events.add(story.profiled(1, "Amina Yilmaz-Berg", 30));
        events.add(story.profiled(2, "Bo Chen", 1));
        events.add(story.profiled(4, "Dana Okafor", 2));
        events.add(story.linked(3, 4, 9));
        events.add(story.published(3));
        events.add(story.conferred(1, 10));
        events.add(story.conferred(2, 11));
        events.add(story.conferred(3, 12));
        events.add(story.withdrawn(1, 40));
        events.add(story.shared(credential(tenant, 2), 2, Visibility.PUBLIC, 50));
        events.add(story.shared(credential(tenant, 2), 2, Visibility.PRIVATE, 60));
        events.add(story.shared(credential(tenant, 3), 4, Visibility.PUBLIC, 55));
        events.add(story.opened(5));
        return events;
    }

    private Map<UUID, String> expected(String tenant) {
        return new TreeMap<>(Map.of(
                credential(tenant, 1), "REVOKED PRIVATE",
                credential(tenant, 2), "ISSUED PRIVATE",
                credential(tenant, 3), "ISSUED PUBLIC"));
    }

    private Map<UUID, CredentialState> announced(String tenant) {
        return new TreeMap<>(Map.of(
                credential(tenant, 1), CredentialState.REVOKED,
                credential(tenant, 2), CredentialState.ISSUED,
                credential(tenant, 3), CredentialState.ISSUED));
    }

    private List<Message> run(String tenant, List<List<Inbound>> batches, Random random) {
        List<Message> emitted = new ArrayList<>();
        boolean founded = false;
        for (List<Inbound> batch : batches) {
            boolean opens = batch.stream().anyMatch(event -> event.data() instanceof OpenIssuer);
            if (opens && !founded) {
                founding.found(tenant);
                founded = true;
            }
            emitted.addAll(handler.handle(batch));
            if (random.nextInt(4) == 0) {
                handler.handle(batch);
            }
        }
        return emitted;
    }

    private UUID credential(String tenant, int n) {
        return ids.of(tenant, "credential", new Story(tenant).learner(n).toString(), "data-literacy", "1");
    }

    private Map<UUID, String> states(String tenant) {
        Map<UUID, String> states = new TreeMap<>();
        for (Row row : query(
                "select id, state || ' ' || visibility as state from issued_credential where tenant = $1", tenant)) {
            states.put(row.getUUID("id"), row.getString("state"));
        }
        return states;
    }

    private long waiting(String tenant) {
        return query(
                        "select count(*) as n from waiting where split_part(split_part(awaits, ':', 2), '/', 1) = $1",
                        tenant)
                .get(0)
                .getLong("n");
    }

    private List<Boolean> bitsOfRevoked(String tenant) {
        return bits(tenant, "c.revoked_at is not null");
    }

    private List<Boolean> bitsOfOthers(String tenant) {
        return bits(tenant, "c.revoked_at is null");
    }

    /** get_bit counts from the least significant bit of a byte, a status list from the most significant one. */
    private List<Boolean> bits(String tenant, String which) {
        String sql = "select get_bit(l.bits, (c.status_index / 8) * 8 + 7 - c.status_index % 8) = 1 as bit"
                + " from credential c join status_list l on l.id = c.status_list where c.tenant = $1 and " + which;
        return query(sql, tenant).stream().map(row -> row.getBoolean("bit")).toList();
    }

    private List<Row> query(String sql, String tenant) {
        return StreamSupport.stream(database.query(sql, Tuple.of(tenant)).spliterator(), false)
                .toList();
    }

    private static long count(List<Message> messages, String type) {
        return messages.stream()
                .filter(message -> message.headers().getOrDefault("ce_type", "").contains(type))
                .count();
    }

    private static Map<UUID, CredentialState> lastStates(List<Message> messages) {
        Map<UUID, CredentialState> last = new TreeMap<>();
        for (Message message : messages) {
            if (EventFormat.read(message.headers(), message.body()).data() instanceof CredentialDocument document) {
                last.put(document.credential(), document.state());
            }
        }
        return last;
    }

    private static Set<UUID> holders(List<Message> messages) {
        Set<UUID> holders = new HashSet<>();
        for (Message message : messages) {
            switch (EventFormat.read(message.headers(), message.body()).data()) {
                case CredentialIssued issued -> holders.add(issued.learner());
                case CredentialRevoked revoked -> holders.add(revoked.learner());
                case CredentialDocument document -> holders.add(document.learner());
                default -> {}
            }
        }
        return holders;
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream()
                .map(message -> new String(message.body(), StandardCharsets.UTF_8))
                .collect(Collectors.toList());
    }
}
