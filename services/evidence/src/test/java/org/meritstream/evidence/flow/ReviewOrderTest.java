package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Moved;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.ReviewSeat;
import org.meritstream.events.ReviewStep;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.evidence.reviews.ReviewTask;
import org.meritstream.log.Inbound;

/** Any order of what is handed in, asked for, decided, linked and moved leads to the same queue, and so does saying it twice. */
class ReviewOrderTest {
    private static final int WORLDS = 12;
    private static final int ORDERS = 6;
    private static final List<String> TENANTS = List.of(NORTHGATE, SOUTHFIELD);
    private static final List<UUID> EVERYBODY = Fixtures.everybody().subList(0, 3);

    static LongStream seeds() {
        return LongStream.range(1300, 1325);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderLeadsToTheSameQueue(long seed) {
        Random random = new Random(seed);
        int open = 0;
        int decided = 0;
        for (int world = 0; world < WORLDS; world++) {
            List<Inbound> history = history(random);
            List<String> first = queue(play(history, random));
            open += (int) first.stream().filter(task -> task.contains("Open")).count();
            decided += (int)
                    first.stream().filter(task -> task.contains("Decided")).count();
            for (int order = 1; order < ORDERS; order++) {
                assertThat(queue(play(history, random))).isEqualTo(first);
            }
        }
        assertThat(open).as("reviews are open in these worlds").isPositive();
        assertThat(decided).as("reviews are decided in these worlds").isPositive();
    }

    /** Work, verdicts, appeals and moves, as they stand on the topic of facts. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anyOrderOfWhatWasToldRebuildsTheSameDossiers(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        int rebuilt = 0;
        for (int world = 0; world < WORLDS; world++) {
            List<Inbound> history = history(random);
            List<String> first = CanonicalDossiers.judged(play(history, random));
            rebuilt += first.size();
            for (int order = 1; order < ORDERS; order++) {
                assertThat(CanonicalDossiers.judged(play(history, random))).isEqualTo(first);
            }
        }
        assertThat(rebuilt).as("these worlds have dossiers").isPositive();
    }

    /** What is open and what is decided; what was wanted in between depends on the order, as it must. */
    private static List<String> queue(MemoryStore evidence) {
        return evidence.reviews().stream()
                .filter(task -> !(task.stand() instanceof ReviewTask.Stand.Closed))
                .map(task -> task.id() + " " + task.place() + " " + task.stand())
                .sorted()
                .toList();
    }

    private static MemoryStore play(List<Inbound> history, Random random) {
        MemoryStore evidence = new MemoryStore();
        for (String tenant : TENANTS) {
            evidence.handle(
                    List.of(Happenings.publish(version(tenant, 1, 1)), Happenings.publish(version(tenant, 2, 2))));
        }
        List<Inbound> coming = new ArrayList<>(history);
        history.stream().filter(event -> random.nextInt(4) == 0).forEach(coming::add);
        Collections.shuffle(coming, random);
        for (Inbound event : coming) {
            if (event.data() instanceof FactFiled said) {
                evidence.rebuild(said, event);
            } else {
                evidence.handle(List.of(event));
            }
        }
        return evidence;
    }

    private static AchievementPublished version(String tenant, int number, int reviewers) {
        Rule rule = new Rule.All(List.of(
                new Rule.Artifact("report", List.of()), new Rule.Review(null, reviewers, 0, CountingAttempt.LATEST)));
        Rule shown = new Rule.Review(null, 1, 0, CountingAttempt.BEST);
        return Fixtures.version(tenant, number, ReleasePolicy.AT_ONCE, AwardRule.ALL, rule, shown);
    }

    private static List<Inbound> history(Random random) {
        List<Inbound> history = new ArrayList<>();
        for (String tenant : TENANTS) {
            if (random.nextBoolean()) {
                history.add(Happenings.linked(tenant, EVERYBODY.get(2), EVERYBODY.getFirst()));
            }
            for (int i = 0; i < 12; i++) {
                UUID learner = EVERYBODY.get(random.nextInt(EVERYBODY.size()));
                Fact.OfAchievement fact = fact("f" + i + tenant, random);
                FactFiled said = new FactFiled(tenant, learner, Fixtures.SLUG, fact);
                history.add(Happenings.inbound(said, fact.ownTime()));
            }
        }
        return history;
    }

    private static Fact.OfAchievement fact(String id, Random random) {
        Instant at = MORNING.plusSeconds(600L * random.nextInt(30));
        int number = 1 + random.nextInt(2);
        String criterion = "c" + (1 + random.nextInt(2));
        return switch (random.nextInt(9)) {
            case 0, 1, 2 ->
                new Fact.Artifact(
                        id,
                        "report",
                        number,
                        "sha-256:" + String.valueOf(random.nextInt(3)).repeat(64),
                        "application/pdf",
                        at);
            case 3 -> new ReviewStep.Requested(id, "c2", number, at);
            case 4 -> new ReviewStep.Appealed(id, criterion, number, null, at);
            case 5 -> new Moved(id, 1, 2, at);
            default -> {
                ReviewSeat seat = List.of(ReviewSeat.values()).get(random.nextInt(4));
                boolean settles = seat == ReviewSeat.MODERATION || seat == ReviewSeat.APPEAL;
                String reviewer = "reviewer-" + random.nextInt(3);
                yield new Fact.Review(
                        id, criterion, number, reviewer, settles, random.nextBoolean(), null, at, at, seat);
            }
        };
    }
}
