package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Message;
import org.meritstream.evidence.ByHand;
import org.meritstream.evidence.dossiers.Dossiers;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** The property of {@link ArrivalOrderTest} on a real PostgreSQL: what the statements load and store is what the decisions mean. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ArrivalOrderIT {

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Dossiers dossiers;

    private long offset;

    static LongStream seeds() {
        return LongStream.range(500, 530);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRealStoreComesToTheSameStandingsAsTheModel(long seed) {
        Random random = new Random(seed);
        List<String> tenants = List.of("north-" + seed, "south-" + seed);
        RandomWorld world = RandomWorld.anything(tenants, random);
        MemoryStore model = new MemoryStore();

        List<Inbound> first = played(model, world.shuffled(random), random);
        List<Inbound> order = world.shuffled(random);
        List<List<Inbound>> batches = batches(order, random);
        batches.addAll(batches(ledTo(first, order), random));
        for (List<Inbound> batch : batches) {
            List<Message> emitted = handler.handle(batch);
            assertThat(emitted).flatExtracting(EventContract::refusals).isEmpty();
        }

        assertThat(stored(tenants)).hasSameElementsAs(Standings.of(model.dossiers()));
        assertThat(standingTwice(tenants)).isZero();
    }

    @Test
    void emitsTheSameBytesAgainAfterACrashAndNothingForADuplicate() {
        Random random = new Random(7);
        List<Inbound> events = played(
                new MemoryStore(),
                RandomWorld.anything(List.of("crash-a", "crash-b"), random).shuffled(random),
                random);
        List<Inbound> batch = placed(events);

        List<Message> emitted = handler.handle(batch);
        List<Message> redelivered = handler.handle(batch);
        List<Message> duplicated = handler.handle(placed(events));

        assertThat(emitted).isNotEmpty();
        assertThat(redelivered).usingRecursiveComparison().isEqualTo(emitted);
        assertThat(duplicated).isEmpty();
    }

    /** What the model saw, commands that publications led to included. */
    private static List<Inbound> played(MemoryStore model, List<Inbound> coming, Random random) {
        List<Inbound> left = new ArrayList<>(coming);
        List<Inbound> seen = new ArrayList<>();
        while (!left.isEmpty()) {
            Inbound event = left.removeFirst();
            seen.add(event);
            for (AchievementPublished version : model.handle(List.of(event))) {
                Fixtures.everybody()
                        .forEach(l -> left.add(random.nextInt(left.size() + 1), Happenings.evaluate(version, l)));
            }
        }
        return seen;
    }

    /** What publications led to: it comes after them, never in one batch with them. */
    private static List<Inbound> ledTo(List<Inbound> seen, List<Inbound> order) {
        Set<String> ids = order.stream().map(Inbound::id).collect(Collectors.toSet());
        return seen.stream().filter(event -> !ids.contains(event.id())).toList();
    }

    private List<List<Inbound>> batches(List<Inbound> events, Random random) {
        List<Inbound> left = placed(events);
        List<List<Inbound>> batches = new ArrayList<>();
        while (!left.isEmpty()) {
            int size = Math.min(left.size(), 1 + random.nextInt(9));
            batches.add(List.copyOf(left.subList(0, size)));
            left.subList(0, size).clear();
        }
        return batches;
    }

    /** Each at a position of its own: a repetition is a duplicate. */
    private List<Inbound> placed(List<Inbound> events) {
        return new ArrayList<>(events.stream()
                .map(event ->
                        new Inbound(new Position(event.message().topic(), 0, offset++), event.event(), event.message()))
                .toList());
    }

    private List<String> stored(List<String> tenants) {
        List<LearnerKey> everybody = tenants.stream()
                .flatMap(tenant -> Fixtures.everybody().stream().map(id -> new LearnerKey(tenant, id)))
                .toList();
        return Standings.of(dossiers.loadAll(everybody));
    }

    private long standingTwice(List<String> tenants) {
        Row row = database.query(
                        "select count(*) from (select 1 from award where tenant = any($1::text[]) and state <> 'WITHDRAWN'"
                                + " group by tenant, learner, achievement having count(*) > 1) as twice",
                        Tuple.of(tenants.toArray(String[]::new)))
                .iterator()
                .next();
        return row.getLong(0);
    }
}
