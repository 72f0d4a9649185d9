package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.linked;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.retire;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.SLUG;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.events.MoveLearners;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.evidence.moves.Counts;
import org.meritstream.evidence.moves.Part;
import org.meritstream.evidence.reviews.ReviewTask;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** Learners under way are moved to a later version, slice by slice, each once. */
class MovesFlowTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID BELA = UUID.fromString("22222222-2222-8222-8222-222222222222");

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void judgesByTheLaterVersionFromThenOn() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"), profiled(NORTHGATE, AMINA), mark(ESSAY, "80", AMINA));
        assertThat(versions(AMINA)).containsExactly(1);

        move(NORTHGATE);

        assertThat(versions(AMINA)).as("the former dossier is closed").containsExactly(2);
        assertThat(evidence.awards()).isEmpty();
        given(mark(QUIZ, "40", AMINA));
        assertThat(versions(AMINA)).containsExactly(2);
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
    }

    @Test
    void awardsWhoMeetsTheLaterVersion() {
        given(first(NORTHGATE), easier(NORTHGATE), profiled(NORTHGATE, AMINA), mark(ESSAY, "80", AMINA));

        move(NORTHGATE);

        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
        assertThat(types()).contains("award.conferred.v1");
        assertThat(counts()).isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void countsWhoGainsAndWhoLoses() {
        given(first(NORTHGATE), later(NORTHGATE, "0.9"), profiled(NORTHGATE, AMINA), profiled(NORTHGATE, BELA));
        given(mark(ESSAY, "80", AMINA), mark(QUIZ, "20", AMINA));
        given(mark(ESSAY, "20", BELA), mark(QUIZ, "60", BELA));

        move(NORTHGATE);

        assertThat(counts()).as("60 % of the quiz was enough").isEqualTo(new Counts(2, 0, 1, 0));
    }

    @Test
    void leavesWhoWasAwardedWhereTheyAre() {
        given(first(NORTHGATE), later(NORTHGATE, "0.9"), profiled(NORTHGATE, AMINA));
        given(mark(ESSAY, "80", AMINA), mark(QUIZ, "70", AMINA));
        assertThat(evidence.awards()).hasSize(1);

        move(NORTHGATE);

        assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(versions(AMINA)).containsExactly(1);
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(1);
    }

    @Test
    void touchesNobodyOfAnotherTenant() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"), first(SOUTHFIELD), later(SOUTHFIELD, "0.3"));
        given(mark(ESSAY, "80", AMINA), marked(SOUTHFIELD, ESSAY, "80", AMINA));

        move(SOUTHFIELD);

        assertThat(counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(versions(AMINA)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void takesEverybodyOnceASliceAtATime() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"));
        IntStream.range(0, 1_201)
                .mapToObj(number -> new UUID(0x8000L, 0x8000_0000_0000_0000L + number))
                .forEach(learner -> given(mark(ESSAY, "80", learner)));
        int before = evidence.emitted().size();

        move(NORTHGATE);

        assertThat(counts().moved()).isEqualTo(1_201);
        assertThat(types().subList(before, types().size()))
                .filteredOn("fact.filed.v1"::equals)
                .hasSize(1_201);
        assertThat(types()).filteredOn("evidence.continue-move.v1"::equals).hasSize(20);
        assertThat(evidence.parts()).extracting(Part::state).containsOnly(Part.State.DONE);
        assertThat(evidence.timers()).as("nothing is left beneath").isEmpty();
    }

    @Test
    void goesOnByItsTimerThoughItsCommandsWereSwallowed() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"), mark(ESSAY, "80", AMINA));
        given(asked(NORTHGATE));
        evidence.swallow();

        evidence.passTo(NOON.plus(Duration.ofMinutes(10)));

        assertThat(counts().moved()).isEqualTo(1);
        assertThat(evidence.parts()).extracting(Part::state).containsOnly(Part.State.DONE);
    }

    @Test
    void movesAsOneWhoseAccountIsLinkedAfterwards() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"), profiled(NORTHGATE, AMINA));
        given(mark(ESSAY, "80", AMINA));
        move(NORTHGATE);
        given(mark(QUIZ, "60", BELA));
        assertThat(versions(BELA)).as("not moved").contains(1);

        given(linked(NORTHGATE, BELA, AMINA));

        assertThat(versions(AMINA)).containsExactly(2);
        assertThat(versions(BELA)).isEmpty();
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
    }

    @Test
    void takesAlongWhoeverItsAccountTurnsOutToBe() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"), profiled(NORTHGATE, AMINA));
        given(mark(QUIZ, "40", BELA));
        move(NORTHGATE);
        given(mark(ESSAY, "80", AMINA));
        assertThat(versions(AMINA)).contains(1);

        given(linked(NORTHGATE, BELA, AMINA));

        assertThat(versions(AMINA)).containsExactly(2);
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
    }

    @Test
    void closesALookThatTheLaterVersionDoesNotWant() {
        Rule looked = new Rule.All(
                List.of(new Rule.Artifact("report", List.of()), new Rule.Review(null, 1, 0, CountingAttempt.LATEST)));
        given(publish(version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, looked)), easier(NORTHGATE));
        Fact.Artifact work =
                new Fact.Artifact("work", "report", 1, "sha-256:" + "0".repeat(64), "application/pdf", MORNING);
        FactFiled said = new FactFiled(NORTHGATE, AMINA, SLUG, work);
        evidence.rebuild(said, inbound(said, MORNING));
        assertThat(evidence.reviews()).hasSize(1).allMatch(ReviewTask::isOpen);

        move(NORTHGATE);

        assertThat(evidence.reviews()).hasSize(1).noneMatch(ReviewTask::isOpen);
    }

    @Test
    void stopsWhereTheVersionIsRetiredMeanwhile() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"), mark(ESSAY, "80", AMINA));
        given(asked(NORTHGATE), retire(definition(NORTHGATE, 2, "0.3"), NOON));

        evidence.follow();

        assertThat(counts()).isEqualTo(Counts.NONE);
        assertThat(versions(AMINA)).containsExactly(1);
        assertThat(evidence.parts()).extracting(Part::state).containsOnly(Part.State.STOPPED);
        assertThat(evidence.timers()).isEmpty();
    }

    @Test
    void refusesASecondMoveWhileOneIsUnderWay() {
        given(first(NORTHGATE), later(NORTHGATE, "0.3"), asked(NORTHGATE));

        given(Happenings.again(asked(NORTHGATE), NOON));

        assertThat(evidence.answers()).last().isInstanceOf(Answer.Refused.class);
        assertThat(evidence.parts()).extracting(part -> part.move().id()).containsOnly(moveId(NORTHGATE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comesToTheSameWhateverArrivesMeanwhileAndIsRebuiltFromTheTopics(long seed) {
        Random random = new Random(seed);
        List<Inbound> facts = new ArrayList<>();
        for (UUID learner : List.of(AMINA, BELA)) {
            facts.add(profiled(NORTHGATE, learner));
            for (String activity : List.of(ESSAY, QUIZ)) {
                facts.add(mark(activity, String.valueOf(random.nextInt(100)), learner));
            }
        }
        given(first(NORTHGATE), later(NORTHGATE, "0.7"), mark(ESSAY, "5", AMINA), mark(ESSAY, "6", BELA));
        given(asked(NORTHGATE));
        Collections.shuffle(facts, random);
        facts.forEach(event -> {
            given(event);
            evidence.followOne();
        });
        evidence.follow();

        MemoryStore again = new MemoryStore();
        List<Inbound> told = told();
        List.of(first(NORTHGATE), later(NORTHGATE, "0.7"), mark(ESSAY, "5", AMINA), mark(ESSAY, "6", BELA))
                .forEach(event -> again.handle(List.of(event)));
        told.forEach(record -> again.rebuild((FactFiled) record.data(), record));
        facts.forEach(event -> again.handle(List.of(event)));
        assertThat(told).hasSize(2);
        assertThat(Standings.of(evidence.dossiers())).isEqualTo(Standings.of(again.dossiers()));
    }

    private List<Inbound> told() {
        List<Inbound> told = new ArrayList<>();
        for (Message message : evidence.emitted()) {
            Event<?> event = EventFormat.read(message.headers(), message.body());
            if (event.data() instanceof FactFiled) {
                told.add(new Inbound(new Position(message.topic(), 0, told.size()), event, message));
            }
        }
        return told;
    }

    private void move(String tenant) {
        given(asked(tenant));
        evidence.follow();
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Done.class);
    }

    private Counts counts() {
        return evidence.parts().stream()
                .map(Part::counts)
                .reduce(
                        Counts.NONE,
                        (one, other) -> new Counts(
                                one.moved() + other.moved(),
                                one.gained() + other.gained(),
                                one.lost() + other.lost(),
                                one.stayed() + other.stayed()));
    }

    private List<Integer> versions(UUID learner) {
        return evidence.dossiers().stream()
                .filter(dossier -> dossier.learner().id().equals(learner))
                .map(Dossier::achievement)
                .map(achievement -> achievement.version())
                .toList();
    }

    private List<String> types() {
        return evidence.emitted().stream()
                .map(message -> String.valueOf(message.headers().get("ce_type")).substring("org.meritstream.".length()))
                .toList();
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private static Inbound asked(String tenant) {
        Inbound said = inbound(new MoveLearners(tenant, SLUG, 1, 2), NOON);
        return Happenings.named(moveId(tenant).toString(), said);
    }

    private static UUID moveId(String tenant) {
        return UUID.nameUUIDFromBytes(EventIds.of(tenant).getBytes(StandardCharsets.UTF_8));
    }

    /** An essay at 60 % and a quiz at half. */
    private static Inbound first(String tenant) {
        return publish(definition(tenant, 1, "0.5"));
    }

    /** The same with another threshold for the quiz, for the time to come. */
    private static Inbound later(String tenant, String quiz) {
        return publish(ahead(definition(tenant, 2, quiz)));
    }

    /** The essay alone. */
    private static Inbound easier(String tenant) {
        Rule essay = share(ESSAY, "0.6", CountingAttempt.LATEST);
        return publish(ahead(version(tenant, 2, ReleasePolicy.AT_ONCE, AwardRule.ALL, essay)));
    }

    private static AchievementPublished definition(String tenant, int number, String quiz) {
        Rule essay = share(ESSAY, "0.6", CountingAttempt.LATEST);
        return version(
                tenant, number, ReleasePolicy.AT_ONCE, AwardRule.ALL, essay, share(QUIZ, quiz, CountingAttempt.LATEST));
    }

    private static AchievementPublished ahead(AchievementPublished version) {
        return new AchievementPublished(
                version.tenant(), version.achievement(), version.version(), version.definition(), MORNING, false);
    }

    private static Inbound mark(String activity, String raw, UUID learner) {
        return marked(NORTHGATE, activity, raw, learner);
    }

    private static Inbound marked(String tenant, String activity, String raw, UUID learner) {
        return fact(result(activity, score(raw, "100")).of(tenant, learner).build());
    }
}
