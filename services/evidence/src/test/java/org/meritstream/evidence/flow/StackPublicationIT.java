package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.called;
import static org.meritstream.evidence.judgement.Fixtures.holds;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.ByHand;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Stacks in a real catalogue: two replicas publish at once, each by a partition of its own. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class StackPublicationIT {
    private static final Rule PLAIN = share(ESSAY, "0.6", CountingAttempt.BEST);
    private static final String PUBLISHED = "select achievement, version from achievement where tenant = $1";
    private static final String ASKED =
            "select achievement, name from achievement_subject where tenant = $1 and area = ':credential' order by 1, 2";

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoPublicationsAtOnceCloseNoCircle(int round) throws ExecutionException, InterruptedException {
        String tenant = "circle-" + round;
        publish(tenant, "maths", 1, PLAIN);
        publish(tenant, "physics", 1, PLAIN);

        Replicas.atOnce(
                () -> publish(tenant, "maths", 2, holds("physics")),
                () -> publish(tenant, "physics", 2, holds("maths")));

        assertThat(rows(PUBLISHED, tenant)).hasSize(3);
        assertThat(rows(ASKED, tenant)).hasSize(1);
    }

    @Test
    void findsACircleOverWhatOtherTurnsPublished() {
        publish("long-way", "maths", 1, PLAIN);
        publish("long-way", "science", 1, holds("maths"));
        publish("long-way", "degree", 1, new Rule.AtLeast(1, List.of(PLAIN, holds("science"))));

        publish("long-way", "maths", 2, holds("degree"));

        assertThat(rows(PUBLISHED, "long-way")).hasSize(3);
    }

    @Test
    void keepsTheStacksOfTwoTenantsApart() {
        publish("here", "maths", 1, PLAIN);
        publish("here", "physics", 1, holds("maths"));
        publish("there", "physics", 1, PLAIN);

        publish("there", "maths", 1, holds("physics"));

        assertThat(rows(PUBLISHED, "there")).hasSize(2);
    }

    @Test
    void looksUpWhatWasPublishedBeforeCredentialsWereLookedUp() {
        String tenant = "of-old";
        publish(tenant, "maths", 1, PLAIN);
        publish(tenant, "art", 1, PLAIN);
        publish(tenant, "degree", 1, new Rule.All(List.of(holds("maths"), new Rule.Any(List.of(PLAIN, holds("art"))))));
        List<String> looked = rows(ASKED, tenant);
        database.query(
                "delete from achievement_subject where tenant = $1 and area = ':credential' returning name",
                Tuple.of(tenant));

        database.query(Files.read("db/evidence/V108__stacks.sql"), Tuple.tuple());

        assertThat(rows(ASKED, tenant)).isEqualTo(looked).hasSize(2);
    }

    private void publish(String tenant, String slug, int number, Rule rule) {
        AchievementPublished version =
                called(slug, version(tenant, number, ReleasePolicy.AT_ONCE, AwardRule.ALL, rule));
        Inbound command = Happenings.publish(version);
        Replicas.handle(handler, command);
    }

    private List<String> rows(String sql, String tenant) {
        List<String> rows = new ArrayList<>();
        for (Row row : database.query(sql, Tuple.of(tenant))) {
            rows.add(row.getValue(0) + " " + row.getValue(1));
        }
        return rows;
    }
}
