package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AwardRule;
import org.meritstream.events.LiftRestraint;
import org.meritstream.events.Message;
import org.meritstream.events.PauseIssuing;
import org.meritstream.events.PlaceHold;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Topics;
import org.meritstream.evidence.ByHand;
import org.meritstream.log.Agenda;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.EventContract;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/**
 * Two replicas confer while staff pause, hold and lift: on a real PostgreSQL, whose transactions say what came after what. An award that was
 * stored by a turn after the pause's outcome was there would show a conferral that saw no pause.
 */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class RestraintsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final int LEARNERS = 120;
    /** Of whom some pass in any case after the pause, however late its replica has its turn. */
    private static final int BEFORE = LEARNERS - 5;

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Agenda agenda;

    private int days;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void confersNothingOnceThePauseIsAnsweredAndEverythingOnceItIsLifted(int run) throws Exception {
        String tenant = "paused-" + run;
        Inbound pause = inbound(new PauseIssuing(tenant, run == 1 ? null : "data-literacy"), MORNING);
        handle(published(tenant));
        Set<UUID> before = ConcurrentHashMap.newKeySet();

        Replicas.atOnce(() -> pass(tenant, 0, BEFORE / 2), () -> pass(tenant, BEFORE / 2, BEFORE), () -> {
            waitForSome(tenant);
            handle(pause);
            before.addAll(in(tenant, "CONFERRED"));
            pass(tenant, BEFORE, LEARNERS);
        });

        assertThat(in(tenant, "CONFERRED")).as("conferred after the answer").hasSameElementsAs(before);
        assertThat(in(tenant, "WITHHELD")).hasSize(LEARNERS - before.size()).isNotEmpty();

        Inbound lift = inbound(new LiftRestraint(tenant, UUID.fromString(pause.id()), null), NOON);
        List<Message> released = follow(handle(lift));

        assertThat(in(tenant, "CONFERRED")).hasSize(LEARNERS);
        assertThat(released).flatExtracting(EventContract::refusals).isEmpty();
        assertThat(conferrals(released)).isEqualTo(LEARNERS - before.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void losesNoHoldNoLiftingAndNoFactOfOneLearner(int run) throws Exception {
        String tenant = "held-" + run;
        UUID learner = learner(run);
        Inbound hold = inbound(new PlaceHold(tenant, learner, null), MORNING);
        Inbound other = inbound(new PlaceHold(tenant, null, "data-literacy"), MORNING);
        handle(published(tenant));
        handle(profiled(tenant, learner));
        List<Message> emitted = new ArrayList<>();

        Replicas.atOnce(() -> handle(hold), () -> handle(other), () -> handle(passed(tenant, learner)));
        boolean conferred = !in(tenant, "CONFERRED").isEmpty();
        Replicas.atOnce(
                () -> emitted.addAll(follow(handle(lift(tenant, other, null)))),
                () -> emitted.addAll(handle(lift(tenant, hold, learner))));
        follow(emitted);

        assertThat(in(tenant, "CONFERRED"))
                .as("after both were lifted; conferred before: " + conferred)
                .hasSize(1);
    }

    /** The timers as PostgreSQL keeps them: the one below goes on with what silence swallowed, and goes once a look finds nothing left. */
    @Test
    void goesOnThoughSilenceSwallowedItsCommands() {
        String tenant = "silenced";
        Inbound pause = inbound(new PauseIssuing(tenant, null), MORNING);
        handle(published(tenant));
        handle(pause);
        pass(tenant, 0, 3);
        handle(lift(tenant, pause, null));
        assertThat(in(tenant, "WITHHELD")).hasSize(3);

        follow(handle(fellDue("sweep/LIFTED/" + pause.id())));
        assertThat(in(tenant, "CONFERRED")).hasSize(3);
        follow(handle(fellDue("sweep-look/LIFTED/" + pause.id())));

        assertThat(database.query("select name from timer where name like '%' || $1", Tuple.of(pause.id())))
                .isEmpty();
    }

    /** As the timekeeper appends it. */
    private Inbound fellDue(String name) {
        return agenda.take(NOON.plus(Duration.ofDays(++days)), Integer.MAX_VALUE).stream()
                .filter(due -> due.name().equals(name))
                .findFirst()
                .map(due -> Happenings.read(due.message()))
                .orElseThrow();
    }

    private void pass(String tenant, int from, int to) {
        IntStream.range(from, to).mapToObj(RestraintsIT::learner).forEach(learner -> {
            handle(profiled(tenant, learner));
            handle(passed(tenant, learner));
        });
    }

    private void waitForSome(String tenant) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (in(tenant, "CONFERRED").size() < 5) {
            assertThat(System.nanoTime()).as("some pass").isLessThan(end);
        }
    }

    private List<Message> handle(Inbound event) {
        return Replicas.handle(handler, event);
    }

    /** Sees to what the service asked of itself, and to what follows; everything that was emitted. */
    private List<Message> follow(List<Message> emitted) {
        List<Message> all = new ArrayList<>(emitted);
        Deque<Message> coming = new ArrayDeque<>(emitted);
        while (!coming.isEmpty()) {
            Message message = coming.removeFirst();
            if (message.topic().equals(Topics.EVIDENCE_COMMANDS)) {
                List<Message> caused = handle(Happenings.read(message));
                all.addAll(caused);
                coming.addAll(caused);
            }
        }
        return all;
    }

    private static long conferrals(List<Message> messages) {
        return messages.stream()
                .filter(message -> "org.meritstream.award.conferred.v1"
                        .equals(message.headers().get("ce_type")))
                .count();
    }

    private List<UUID> in(String tenant, String state) {
        List<UUID> ids = new ArrayList<>();
        for (Row row :
                database.query("select id from award where tenant = $1 and state = $2", Tuple.of(tenant, state))) {
            ids.add(row.getUUID("id"));
        }
        return ids;
    }

    private static Inbound lift(String tenant, Inbound placed, @Nullable UUID learner) {
        return inbound(new LiftRestraint(tenant, UUID.fromString(placed.id()), learner), NOON);
    }

    private static Inbound passed(String tenant, UUID learner) {
        return fact(result(ESSAY, score("80", "100")).of(tenant, learner).build());
    }

    private static Inbound published(String tenant) {
        return publish(
                version(tenant, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, share(ESSAY, "0.6", CountingAttempt.BEST)));
    }

    private static UUID learner(int number) {
        return new UUID(0x4e1d_8000L, 0x8000_0000_0000_0000L + number);
    }
}
