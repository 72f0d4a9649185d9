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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Event;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;

/** Two replicas issue and revoke in one tenant's list at the same time: no index is given twice and no bit is lost. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class ReplicasIT {
    private static final String TENANT = "replicated";
    private static final int PER_REPLICA = 20;
    private static final String WAITING = "waited";
    private static final int ROUNDS = 60;

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Founding founding;

    @Test
    void loseNoBitAndGiveNoIndexTwice() throws Exception {
        founding.found(TENANT);
        Story story = new Story(TENANT);
        handler.handle(new Deliveries().deliver(List.of(story.published(1))));
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> work = List.of(() -> replica(story, 0), () -> replica(story, PER_REPLICA));
            for (Future<Integer> done : replicas.invokeAll(work)) {
                done.get();
            }
        }

        Row counted = database.query("""
                select count(*) as credentials, count(distinct (status_list, status_index)) as entries,
                  count(*) filter (where revoked_at is not null) as revoked,
                  count(*) filter (where get_bit(l.bits, (c.status_index / 8) * 8 + 7 - c.status_index % 8) = 1) as bits
                from credential c join status_list l on l.id = c.status_list where c.tenant = $1""", Tuple.of(TENANT)).iterator().next();
        assertThat(List.of("credentials", "entries", "revoked", "bits"))
                .map(column -> counted.getLong(column))
                .containsOnly(2L * PER_REPLICA);
    }

    /** What an award waited for may come by another partition, and so to another replica, than what becomes of the award. */
    @Test
    void revokeWhatOneIssuesAndTheOtherIsToldToWithdraw() throws Exception {
        founding.found(WAITING);
        Story story = new Story(WAITING);
        handler.handle(new Deliveries().deliver(List.of(story.published(1))));
        Deliveries bringing = new Deliveries(10_000);
        Deliveries withdrawing = new Deliveries(20_000);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < ROUNDS; n++) {
                handler.handle(withdrawing.deliver(List.of(story.conferred(n, 10))));
                List<Inbound> brought = bringing.deliver(List.of(story.profiled(n, "Learner " + n, 20)));
                List<Inbound> withdrawn = withdrawing.deliver(List.of(story.withdrawn(n, 20)));
                for (Future<Object> done : replicas.invokeAll(
                        List.<Callable<Object>>of(() -> handler.handle(brought), () -> handler.handle(withdrawn)))) {
                    done.get();
                }
            }
        }

        Row counted = database.query("""
                select count(*) as credentials, count(*) filter (where revoked_at is not null) as revoked
                from credential where tenant = $1""", Tuple.of(WAITING)).iterator().next();
        assertThat(counted.getLong("credentials")).isEqualTo(ROUNDS);
        assertThat(counted.getLong("revoked")).isEqualTo(ROUNDS);
    }

    /** As one replica would: its learners' events in order, two at a time. */
    private int replica(Story story, int first) {
        Deliveries log = new Deliveries(first * 1_000L + 1_000);
        for (int n = first; n < first + PER_REPLICA; n += 2) {
            List<Event<?>> events = new ArrayList<>();
            for (int learner = n; learner < n + 2; learner++) {
                events.add(story.profiled(learner, "Learner " + learner, 1));
                events.add(story.conferred(learner, 10));
            }
            handler.handle(log.deliver(events));
            handler.handle(log.deliver(List.of(story.withdrawn(n, 40), story.withdrawn(n + 1, 41))));
        }
        return PER_REPLICA;
    }
}
