package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.PublishAchievement;
import org.meritstream.evidence.ByHand;
import org.meritstream.evidence.dossiers.Dossiers;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/**
 * Replicas at work on the same learners at once, one of them publishing: no fact is lost between a publication and the search for those whose
 * facts came first, and no learner is awarded twice. What guards it is the version of a learner's row and the edition of the catalogue.
 */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ConcurrentReplicasIT {
    private static final String FIRST_FACTS = """
            select distinct f.learner from achievement_subject a
            join fact f on f.tenant = a.tenant and f.area = a.area and f.name = a.name
            where a.tenant = $1 and a.achievement = $2 and a.version = $3""";

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Dossiers dossiers;

    static LongStream seeds() {
        return LongStream.range(700, 710);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void losesNoFactAndAwardsNobodyTwice(long seed) throws ExecutionException, InterruptedException {
        Random random = new Random(seed);
        List<String> tenants = List.of("busy-" + seed, "idle-" + seed);
        RandomWorld world = RandomWorld.anything(tenants, random);
        List<Inbound> others = world.others();

        Replicas.atOnce(
                () -> world.publications().forEach(versions -> versions.forEach(this::publish)),
                () -> others.subList(0, others.size() / 2).forEach(this::handle),
                () -> others.subList(others.size() / 2, others.size()).forEach(this::handle));

        MemoryStore model = new MemoryStore();
        world.publications().forEach(versions -> versions.forEach(version -> model.handle(List.of(version))));
        others.forEach(event -> model.handle(List.of(event)));
        assertThat(stored(tenants)).hasSameElementsAs(Standings.of(model.dossiers()));
    }

    /** Publishes, and does what the timer does afterwards. */
    private void publish(Inbound command) {
        handle(command);
        PublishAchievement asked = (PublishAchievement) command.data();
        AchievementPublished version = new AchievementPublished(
                asked.tenant(), asked.achievement(), asked.version(), asked.definition(), command.time());
        Tuple key = Tuple.of(version.tenant(), version.achievement(), version.version());
        for (Row row : database.query(FIRST_FACTS, key)) {
            handle(Happenings.evaluate(version, row.getUUID("learner")));
        }
    }

    private void handle(Inbound event) {
        Replicas.handle(handler, event);
    }

    private List<String> stored(List<String> tenants) {
        return Standings.of(dossiers.loadAll(tenants.stream()
                .flatMap(tenant -> Fixtures.everybody().stream().map(id -> new LearnerKey(tenant, id)))
                .toList()));
    }
}
