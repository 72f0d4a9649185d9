package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardRule;
import org.meritstream.events.DecideReview;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.RequestReview;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.ByHand;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.reviews.ReviewTask;
import org.meritstream.evidence.reviews.ReviewTask.Stand;
import org.meritstream.evidence.reviews.Reviews;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.log.postgres.Database;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Two reviewers press at once, on two replicas: what both decide is filed, and of two decisions in one place one is refused and none lost. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ConcurrentReviewsIT {
    private static final int LEARNERS = 40;
    private static final Rule TWO = new Rule.Review(null, 2, 0, CountingAttempt.LATEST);

    @Inject
    BatchHandler handler;

    @Inject
    Database database;

    @Inject
    Reviews reviews;

    @Test
    void filesBothDecisionsOfTwoReviewersWhoPressAtOnce() throws ExecutionException, InterruptedException {
        String tenant = "at-once";
        List<LearnerKey> learners = requested(tenant);

        Replicas.atOnce(
                () -> learners.forEach(learner -> decide(learner, ReviewSeat.FIRST, "ada", true)),
                () -> learners.forEach(learner -> decide(learner, ReviewSeat.SECOND, "ben", false)));

        for (LearnerKey learner : learners) {
            assertThat(tasks(learner))
                    .filteredOn(task -> task.stand() instanceof Stand.Decided)
                    .extracting(task -> task.place().seat())
                    .containsExactlyInAnyOrder(ReviewSeat.FIRST, ReviewSeat.SECOND);
            assertThat(tasks(learner))
                    .filteredOn(ReviewTask::isOpen)
                    .extracting(task -> task.place().seat())
                    .containsExactly(ReviewSeat.MODERATION);
        }
        assertThat(filed(tenant)).isEqualTo(2L * LEARNERS);
    }

    @Test
    void filesOneOfTwoDecisionsInOnePlaceAndRefusesTheOther() throws ExecutionException, InterruptedException {
        String tenant = "one-place";
        List<LearnerKey> learners = requested(tenant);

        Replicas.atOnce(
                () -> learners.forEach(learner -> decide(learner, ReviewSeat.FIRST, "ada", true)),
                () -> learners.forEach(learner -> decide(learner, ReviewSeat.FIRST, "ben", true)));

        assertThat(filed(tenant)).isEqualTo(LEARNERS);
        assertThat(count("select count(*) as n from command_outcome where tenant = $1 and state = 'refused'", tenant))
                .isEqualTo(LEARNERS);
    }

    private List<LearnerKey> requested(String tenant) {
        handle(Happenings.publish(Fixtures.version(tenant, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, TWO)));
        List<LearnerKey> learners = IntStream.range(0, LEARNERS)
                .mapToObj(number -> new LearnerKey(tenant, new UUID(0x8000L, 0x8000_0000_0000_1000L + number)))
                .toList();
        for (LearnerKey learner : learners) {
            handle(Happenings.profiled(tenant, learner.id()));
            handle(Happenings.inbound(new RequestReview(tenant, learner.id(), Fixtures.SLUG, "c1"), MORNING));
        }
        return learners;
    }

    private void decide(LearnerKey learner, ReviewSeat seat, String reviewer, boolean passed) {
        UUID review = tasks(learner).stream()
                .filter(task -> task.place().seat() == seat)
                .findFirst()
                .orElseThrow()
                .id();
        DecideReview asked = new DecideReview(
                learner.tenant(), learner.id(), Fixtures.SLUG, review, reviewer, null, null, passed, null, null);
        handle(Happenings.inbound(asked, MORNING));
    }

    private List<ReviewTask> tasks(LearnerKey learner) {
        return reviews.load(List.of(learner), List.of(Fixtures.SLUG));
    }

    private long filed(String tenant) {
        return count("select count(*) as n from fact where tenant = $1 and said->'fact'->>'kind' = 'review'", tenant);
    }

    private long count(String sql, String tenant) {
        Row row = database.query(sql, Tuple.of(tenant)).iterator().next();
        return row.getLong("n");
    }

    private void handle(Inbound event) {
        Replicas.handle(handler, event);
    }
}
