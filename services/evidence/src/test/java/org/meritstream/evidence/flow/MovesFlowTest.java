package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.linked;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.retire;
import static org.meritstream.evidence.flow.Movings.BELA;
import static org.meritstream.evidence.flow.Movings.NOON;
import static org.meritstream.evidence.flow.Movings.asked;
import static org.meritstream.evidence.flow.Movings.definition;
import static org.meritstream.evidence.flow.Movings.easier;
import static org.meritstream.evidence.flow.Movings.first;
import static org.meritstream.evidence.flow.Movings.later;
import static org.meritstream.evidence.flow.Movings.mark;
import static org.meritstream.evidence.flow.Movings.marked;
import static org.meritstream.evidence.flow.Movings.moveId;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.QUIZ;
import static org.meritstream.evidence.judgement.Fixtures.SLUG;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.AwardRule;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.moves.Counts;
import org.meritstream.evidence.moves.Part;
import org.meritstream.evidence.reviews.ReviewTask;
import org.meritstream.log.Inbound;

/** Learners under way are moved to a later version, slice by slice, each once. */
class MovesFlowTest {
    private final MemoryStore evidence = new MemoryStore();
    private final Movings world = new Movings(evidence);

    @Test
    void judgesByTheLaterVersionFromThenOn() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), profiled(NORTHGATE, AMINA), mark(ESSAY, "80", AMINA));
        assertThat(world.versions(AMINA)).containsExactly(1);

        world.move(NORTHGATE);

        assertThat(world.versions(AMINA)).as("the former dossier is closed").containsExactly(2);
        assertThat(evidence.awards()).isEmpty();
        world.given(mark(QUIZ, "40", AMINA));
        assertThat(world.versions(AMINA)).containsExactly(2);
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
    }

    @Test
    void awardsWhoMeetsTheLaterVersion() {
        world.given(first(NORTHGATE), easier(NORTHGATE), profiled(NORTHGATE, AMINA), mark(ESSAY, "80", AMINA));

        world.move(NORTHGATE);

        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
        assertThat(world.types()).contains("award.conferred.v1");
        assertThat(world.counts()).isEqualTo(new Counts(1, 1, 0, 0));
    }

    @Test
    void countsWhoGainsAndWhoLoses() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.9"), profiled(NORTHGATE, AMINA), profiled(NORTHGATE, BELA));
        world.given(mark(ESSAY, "80", AMINA), mark(QUIZ, "20", AMINA));
        world.given(mark(ESSAY, "20", BELA), mark(QUIZ, "60", BELA));

        world.move(NORTHGATE);

        assertThat(world.counts()).as("60 % of the quiz was enough").isEqualTo(new Counts(2, 0, 1, 0));
    }

    @Test
    void leavesWhoWasAwardedWhereTheyAre() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.9"), profiled(NORTHGATE, AMINA));
        world.given(mark(ESSAY, "80", AMINA), mark(QUIZ, "70", AMINA));
        assertThat(evidence.awards()).hasSize(1);

        world.move(NORTHGATE);

        assertThat(world.counts()).isEqualTo(new Counts(0, 0, 0, 1));
        assertThat(world.versions(AMINA)).containsExactly(1);
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(1);
    }

    @Test
    void touchesNobodyOfAnotherTenant() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), first(SOUTHFIELD), later(SOUTHFIELD, "0.3"));
        world.given(mark(ESSAY, "80", AMINA), marked(SOUTHFIELD, ESSAY, "80", AMINA));

        world.move(SOUTHFIELD);

        assertThat(world.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(world.versions(AMINA)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void takesEverybodyOnceASliceAtATime() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"));
        IntStream.range(0, 1_201)
                .mapToObj(number -> new UUID(0x8000L, 0x8000_0000_0000_0000L + number))
                .forEach(learner -> world.given(mark(ESSAY, "80", learner)));
        int before = evidence.emitted().size();

        world.move(NORTHGATE);

        assertThat(world.counts().moved()).isEqualTo(1_201);
        assertThat(world.types().subList(before, world.types().size()))
                .filteredOn("fact.filed.v1"::equals)
                .hasSize(1_201);
        assertThat(world.types())
                .filteredOn("evidence.continue-move.v1"::equals)
                .hasSize(20);
        assertThat(evidence.parts()).extracting(Part::state).containsOnly(Part.State.DONE);
        assertThat(evidence.timers()).as("nothing is left beneath").isEmpty();
    }

    @Test
    void goesOnByItsTimerThoughItsCommandsWereSwallowed() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), mark(ESSAY, "80", AMINA));
        world.given(asked(NORTHGATE));
        evidence.swallow();

        evidence.passTo(NOON.plus(Duration.ofMinutes(10)));

        assertThat(world.counts().moved()).isEqualTo(1);
        assertThat(evidence.parts()).extracting(Part::state).containsOnly(Part.State.DONE);
    }

    @Test
    void movesAsOneWhoseAccountIsLinkedAfterwards() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), profiled(NORTHGATE, AMINA));
        world.given(mark(ESSAY, "80", AMINA));
        world.move(NORTHGATE);
        world.given(mark(QUIZ, "60", BELA));

        world.given(linked(NORTHGATE, BELA, AMINA));

        assertThat(world.versions(AMINA)).containsExactly(2);
        assertThat(world.versions(BELA)).isEmpty();
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
    }

    @Test
    void takesAlongWhoeverItsAccountTurnsOutToBe() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), profiled(NORTHGATE, AMINA));
        world.given(mark(QUIZ, "40", BELA));
        world.move(NORTHGATE);
        world.given(mark(ESSAY, "80", AMINA));

        world.given(linked(NORTHGATE, BELA, AMINA));

        assertThat(world.versions(AMINA)).containsExactly(2);
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(2);
    }

    @Test
    void closesALookThatTheLaterVersionDoesNotWant() {
        Rule looked = new Rule.All(
                List.of(new Rule.Artifact("report", List.of()), new Rule.Review(null, 1, 0, CountingAttempt.LATEST)));
        world.given(publish(version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, looked)), easier(NORTHGATE));
        Fact.Artifact work =
                new Fact.Artifact("work", "report", 1, "sha-256:" + "0".repeat(64), "application/pdf", MORNING);
        FactFiled said = new FactFiled(NORTHGATE, AMINA, SLUG, work);
        evidence.rebuild(said, inbound(said, MORNING));
        assertThat(evidence.reviews()).hasSize(1).allMatch(ReviewTask::isOpen);

        world.move(NORTHGATE);

        assertThat(evidence.reviews()).hasSize(1).noneMatch(ReviewTask::isOpen);
    }

    @Test
    void stopsWhereTheVersionIsRetiredMeanwhile() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), mark(ESSAY, "80", AMINA));
        world.given(asked(NORTHGATE), retire(definition(NORTHGATE, 2, "0.3"), NOON));

        evidence.follow();

        assertThat(world.counts()).isEqualTo(Counts.NONE);
        assertThat(world.versions(AMINA)).containsExactly(1);
        assertThat(evidence.parts()).extracting(Part::state).containsOnly(Part.State.STOPPED);
        assertThat(evidence.timers()).isEmpty();
    }

    @Test
    void refusesASecondMoveWhileOneIsUnderWay() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), asked(NORTHGATE));

        world.given(Happenings.again(asked(NORTHGATE), NOON));

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
        world.given(first(NORTHGATE), later(NORTHGATE, "0.7"), mark(ESSAY, "5", AMINA), mark(ESSAY, "6", BELA));
        world.given(asked(NORTHGATE));
        Collections.shuffle(facts, random);
        facts.forEach(event -> {
            world.given(event);
            evidence.followOne();
        });
        evidence.follow();

        MemoryStore again = new MemoryStore();
        List<Inbound> told = world.told();
        List.of(first(NORTHGATE), later(NORTHGATE, "0.7"), mark(ESSAY, "5", AMINA), mark(ESSAY, "6", BELA))
                .forEach(event -> again.handle(List.of(event)));
        told.forEach(record -> again.rebuild((FactFiled) record.data(), record));
        facts.forEach(event -> again.handle(List.of(event)));
        assertThat(told).hasSize(2);
        assertThat(Standings.of(evidence.dossiers())).isEqualTo(Standings.of(again.dossiers()));
    }
}
