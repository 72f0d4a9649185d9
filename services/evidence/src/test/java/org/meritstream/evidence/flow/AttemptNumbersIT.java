package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.SubmitArtifact;
import org.meritstream.evidence.ByHand;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Replicas that take work of the same learner at once: no number is given twice, and the same work is taken once. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class AttemptNumbersIT {
    private static final int TRIES = 24;
    private static final List<String> TENANTS = List.of("numbers-1", "numbers-2");
    private static final String NUMBERS = """
            select (said #>> '{fact,number}')::int as number from fact
            where tenant = $1 and area = ':achievement' order by 1""";

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Test
    void givesEachTryANumberOfItsOwn() throws Exception {
        for (String tenant : TENANTS) {
            handler.handle(List.of(Happenings.publish(Fixtures.version(
                    tenant, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, new Rule.Artifact("report", List.of())))));
            handler.handle(List.of(Happenings.profiled(tenant, Fixtures.AMINA)));
        }

        Replicas.atOnce(() -> submitAll(0), () -> submitAll(1));

        for (String tenant : TENANTS) {
            List<Integer> numbers = new ArrayList<>();
            database.query(NUMBERS, Tuple.of(tenant)).forEach(row -> numbers.add(row.getInteger("number")));
            assertThat(numbers)
                    .as("every third try was handed in by both, and counts once")
                    .isEqualTo(IntStream.rangeClosed(1, 2 * TRIES - TRIES / 3)
                            .boxed()
                            .toList());
        }
    }

    private void submitAll(int replica) {
        for (int i = 0; i < TRIES; i++) {
            submit(replica, i);
        }
    }

    private void submit(int replica, int i) {
        for (String tenant : TENANTS) {
            int content = i % 3 == 0 ? i : i + 1000 * (replica + 1);
            SubmitArtifact asked = new SubmitArtifact(
                    tenant,
                    Fixtures.AMINA,
                    Fixtures.SLUG,
                    "report",
                    "sha-256:" + String.format("%064x", content),
                    "text/plain");
            Inbound event = Happenings.inbound(asked, Fixtures.MORNING.plusSeconds(replica));
            Replicas.handle(handler, commandOf(replica, event));
        }
    }

    /** Two commands for the same work are two commands. */
    private static Inbound commandOf(int replica, Inbound asked) {
        return Happenings.named(EventIds.of(asked.id(), String.valueOf(replica)), asked);
    }
}
