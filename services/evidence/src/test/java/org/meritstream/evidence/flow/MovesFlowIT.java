package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.named;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.SLUG;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ContinueMove;
import org.meritstream.events.Message;
import org.meritstream.events.MoveLearners;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Topics;
import org.meritstream.evidence.ByHand;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/**
 * A move on a real PostgreSQL: killed between the store and the log, told twice, told out of order, and with two replicas at work while marks of
 * the same learners arrive.
 */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class MovesFlowIT {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int LEARNERS = 240;

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Test
    void emitsTheSameBytesAgainAfterACrashAndNothingForADuplicate() {
        String tenant = "moved-crash";
        prepare(tenant, 40);
        prepare("moved-other", 3);
        List<Message> begun = handle(asked(tenant));
        List<Inbound> batch = commands(begun).stream().map(Replicas::placed).toList();

        List<Message> emitted = handler.handle(batch);
        String stored = everything(tenant);
        List<Message> redelivered = handler.handle(batch);
        List<Message> duplicated =
                handler.handle(commands(begun).stream().map(Replicas::placed).toList());

        assertThat(emitted).hasSize(80).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(begun).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(redelivered).usingRecursiveComparison().isEqualTo(emitted);
        assertThat(duplicated).isEmpty();
        assertThat(everything(tenant)).isEqualTo(stored);
        assertThat(learnersBy(tenant, 1)).isEmpty();
        assertThat(learnersBy(tenant, 2)).hasSize(40);
        assertThat(learnersBy("moved-other", 1)).hasSize(3);
    }

    @Test
    void takesNoSliceBeforeItsTurnNorTwice() {
        String tenant = "moved-order";
        prepare(tenant, 10);
        Inbound asked = asked(tenant);
        List<Message> begun = handle(asked);
        Inbound early = inbound(new ContinueMove(tenant, UUID.fromString(asked.id()), 1, 2), NOON);
        Inbound foreign = inbound(new ContinueMove("moved-stranger", UUID.fromString(asked.id()), 1, 1), NOON);

        assertThat(handle(early)).isEmpty();
        assertThat(handle(foreign)).isEmpty();
        assertThat(learnersBy(tenant, 1)).as("nobody was moved by either").hasSize(10);

        follow(begun);
        Inbound late = inbound(new ContinueMove(tenant, UUID.fromString(asked.id()), 1, 1), NOON.plusSeconds(60));
        assertThat(handle(late)).isEmpty();
        assertThat(learnersBy(tenant, 2)).hasSize(10);
    }

    @Test
    void keepsWhatIsBeneathUntilAllAreMoved() {
        String tenant = "moved-timer";
        prepare(tenant, 5);
        List<Message> begun = handle(asked(tenant));
        assertThat(timers(tenant)).isEqualTo(16);

        follow(begun);

        assertThat(timers(tenant)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void losesNoMarkThoughTwoReplicasMoveAndAThirdHearsMarks(long seed) throws Exception {
        String tenant = "moved-busy-" + seed;
        prepare(tenant, LEARNERS);
        List<Inbound> marks = new ArrayList<>();
        IntStream.range(0, LEARNERS).forEach(number -> marks.add(mark(tenant, QUIZ, "80", learner(number))));
        Collections.shuffle(marks, new Random(seed));
        BlockingQueue<Inbound> coming = new LinkedBlockingQueue<>(commands(handle(asked(tenant))));
        AtomicInteger left = new AtomicInteger(16);

        Replicas.atOnce(() -> work(coming, left), () -> work(coming, left), () -> marks.forEach(this::handle));

        assertThat(learnersBy(tenant, 1)).isEmpty();
        assertThat(learnersBy(tenant, 2)).hasSize(LEARNERS);
        assertThat(awardsBy(tenant, 2))
                .as("all meet both, and are awarded once")
                .hasSize(LEARNERS)
                .doesNotHaveDuplicates();
        assertThat(count("select count(*) as n from award where tenant = $1 and version = 1", tenant))
                .isZero();
        assertThat(count(
                        "select sum(p.moved) as n from move m join move_part p on p.move = m.id where m.tenant = $1",
                        tenant))
                .isEqualTo(LEARNERS);
    }

    @Test
    void leavesNobodyBehindWhoBeginsWhileAMoveBegins() throws Exception {
        String tenant = "moved-beginners";
        prepare(tenant, 20);
        prepare("moved-elsewhere", 3);
        List<Inbound> first = IntStream.range(1_000, 1_000 + LEARNERS)
                .mapToObj(number -> mark(tenant, ESSAY, "80", learner(number)))
                .toList();

        Replicas.atOnce(
                () -> first.subList(0, LEARNERS / 2).forEach(this::handle),
                () -> follow(handle(asked(tenant))),
                () -> first.subList(LEARNERS / 2, LEARNERS).forEach(this::handle));

        assertThat(learnersBy(tenant, 1)).isEmpty();
        assertThat(learnersBy(tenant, 2)).hasSize(20 + LEARNERS);
        assertThat(learnersBy("moved-elsewhere", 1)).hasSize(3);
    }

    /** Learners with an essay by the first version, which wants a quiz at 90 %; the later one takes 50 %. */
    private void prepare(String tenant, int learners) {
        handle(publish(definition(tenant, 1, "0.9", null)));
        handle(publish(definition(tenant, 2, "0.5", false)));
        List<Inbound> batch = new ArrayList<>();
        IntStream.range(0, learners).forEach(number -> {
            batch.add(Replicas.placed(profiled(tenant, learner(number))));
            batch.add(Replicas.placed(mark(tenant, ESSAY, "80", learner(number))));
        });
        handler.handle(batch);
    }

    private void work(BlockingQueue<Inbound> coming, AtomicInteger left) {
        while (left.get() > 0) {
            Inbound next = coming.poll();
            if (next == null) {
                LockSupport.parkNanos(100_000);
                continue;
            }
            coming.addAll(commands(handle(next)));
            left.decrementAndGet();
        }
    }

    private void follow(List<Message> emitted) {
        commands(emitted).forEach(command -> follow(handle(command)));
    }

    private static List<Inbound> commands(List<Message> emitted) {
        return emitted.stream()
                .filter(message -> message.topic().equals(Topics.EVIDENCE_COMMANDS))
                .map(Happenings::read)
                .toList();
    }

    private List<Message> handle(Inbound event) {
        return Replicas.handle(handler, event);
    }

    private List<UUID> learnersBy(String tenant, int version) {
        return ids("select learner from dossier where tenant = $1 and version = $2", tenant, version);
    }

    private List<UUID> awardsBy(String tenant, int version) {
        return ids("select learner from award where tenant = $1 and version = $2", tenant, version);
    }

    private List<UUID> ids(String sql, String tenant, int version) {
        List<UUID> ids = new ArrayList<>();
        for (Row row : database.query(sql, Tuple.of(tenant, version))) {
            ids.add(row.getUUID("learner"));
        }
        return ids;
    }

    private long timers(String tenant) {
        return count("select count(*) as n from timer where name like 'move/' || $1 || '/%'", tenant);
    }

    private long count(String sql, String tenant) {
        return database.query(sql, Tuple.of(tenant)).iterator().next().getLong("n");
    }

    private String everything(String tenant) {
        String sql = """
                select (select string_agg(id || ' ' || evaluation, ',' order by id) from dossier where tenant = $1)
                  || (select count(*) from fact where tenant = $1) || (select sum(version) from learner where tenant = $1)
                  || (select string_agg(p.part || ' ' || p.slices || ' ' || p.moved, ',' order by p.part)
                      from move m join move_part p on p.move = m.id where m.tenant = $1) as told""";
        return database.query(sql, Tuple.of(tenant)).iterator().next().getString("told");
    }

    private static Inbound asked(String tenant) {
        UUID id = UUID.nameUUIDFromBytes(tenant.getBytes(StandardCharsets.UTF_8));
        return named(id.toString(), inbound(new MoveLearners(tenant, SLUG, 1, 2), NOON));
    }

    private static AchievementPublished definition(
            String tenant, int number, String quiz, @Nullable Boolean retroactive) {
        AchievementPublished version = version(
                tenant,
                number,
                ReleasePolicy.AT_ONCE,
                AwardRule.ALL,
                share(ESSAY, "0.6", CountingAttempt.BEST),
                share(QUIZ, quiz, CountingAttempt.BEST));
        return new AchievementPublished(tenant, SLUG, number, version.definition(), MORNING, retroactive);
    }

    private static Inbound mark(String tenant, String activity, String raw, UUID learner) {
        return fact(result(activity, score(raw, "100")).of(tenant, learner).build());
    }

    /** Spread over the parts, as ids that are keyed digests are. */
    private static UUID learner(int number) {
        return new UUID((long) number * 0x9E37_79B9_7F4A_7C15L | 0x8000L, 0x8000_0000_0000_0000L + number);
    }
}
