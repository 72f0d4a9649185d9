package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.flow.Happenings.retire;
import static org.meritstream.evidence.flow.Movings.BELA;
import static org.meritstream.evidence.flow.Movings.NOON;
import static org.meritstream.evidence.flow.Movings.asked;
import static org.meritstream.evidence.flow.Movings.definition;
import static org.meritstream.evidence.flow.Movings.first;
import static org.meritstream.evidence.flow.Movings.later;
import static org.meritstream.evidence.flow.Movings.mark;
import static org.meritstream.evidence.flow.Movings.marked;
import static org.meritstream.evidence.flow.Movings.third;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardRule;
import org.meritstream.events.FactFiled;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.moves.Counts;

/** Whoever begins by a version that others were moved from is moved on. */
class MoveOnFlowTest {
    private final MemoryStore evidence = new MemoryStore();
    private final Movings world = new Movings(evidence);

    @Test
    void movesOnWhoeverBeginsByAVersionThatOthersWereMovedFrom() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), mark(ESSAY, "80", AMINA));
        world.move(NORTHGATE);

        world.given(mark(ESSAY, "80", BELA));

        assertThat(world.versions(BELA)).containsExactly(2);
        assertThat(world.told())
                .extracting(record -> ((FactFiled) record.data()).learner())
                .containsExactly(AMINA, BELA);
        assertThat(world.counts().moved()).as("by the move itself").isEqualTo(1);
    }

    @Test
    void movesOnNobodyOfAnotherTenant() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), first(SOUTHFIELD), later(SOUTHFIELD, "0.3"));
        world.move(SOUTHFIELD);

        world.given(mark(ESSAY, "80", AMINA), marked(SOUTHFIELD, ESSAY, "80", BELA));

        assertThat(world.versions(AMINA)).containsExactly(1);
        assertThat(world.versions(BELA)).containsExactly(2);
    }

    @Test
    void leavesWhoeverEarnsItByWhatTheyBeganWith() {
        Rule essay = share(ESSAY, "0.6", CountingAttempt.LATEST);
        world.given(
                publish(version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, essay)), later(NORTHGATE, "0.3"));
        world.given(mark(ESSAY, "20", AMINA), profiled(NORTHGATE, BELA));
        world.move(NORTHGATE);

        world.given(mark(ESSAY, "80", BELA));

        assertThat(world.versions(BELA)).containsExactly(1);
        assertThat(evidence.awards()).extracting(Award::version).containsExactly(1);
    }

    @Test
    void movesOnOverSeveralVersions() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), third(NORTHGATE), mark(ESSAY, "80", AMINA));
        world.given(asked(NORTHGATE, 2, 3), asked(NORTHGATE, 1, 2));

        evidence.follow();
        world.given(mark(ESSAY, "80", BELA));

        assertThat(world.versions(AMINA))
                .as("moved by a slice, to a version that others were moved from")
                .containsExactly(3);
        assertThat(world.versions(BELA)).containsExactly(3);
        assertThat(world.counts()).isEqualTo(new Counts(1, 0, 0, 0));
    }

    @Test
    void movesNobodyOnToARetiredVersion() {
        world.given(first(NORTHGATE), later(NORTHGATE, "0.3"), mark(ESSAY, "80", AMINA));
        world.move(NORTHGATE);
        world.given(retire(definition(NORTHGATE, 2, "0.3"), NOON));

        world.given(mark(ESSAY, "80", BELA));

        assertThat(world.versions(BELA)).containsExactly(1);
    }
}
