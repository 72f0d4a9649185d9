package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.again;
import static org.meritstream.evidence.flow.Happenings.approve;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.linked;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.SOUTHFIELD;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardRule;
import org.meritstream.events.LiftRestraint;
import org.meritstream.events.PauseIssuing;
import org.meritstream.events.PlaceHold;
import org.meritstream.events.ReleaseAward;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.Topics;
import org.meritstream.events.WithdrawalReason;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.Inbound;

/** Holds and pauses: what would be conferred is withheld, and conferred when nothing keeps it back any more. */
class RestraintFlowTest {
    private static final UUID ACCOUNT = UUID.fromString("22222222-2222-8222-8222-222222222222");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void withholdsFromALearnerOnHoldAndConfersOnceItIsLifted() {
        Inbound hold = hold(AMINA, null);
        given(published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), hold, passed(AMINA));
        assertThat(award().stand()).isEqualTo(new Stand.Withheld(MORNING, WithholdingReason.HOLD));
        assertThat(types()).endsWith("award.earned.v1", "award.withheld.v1");

        given(lift(hold, AMINA));

        assertThat(award().stand()).isEqualTo(new Stand.Conferred(NOON, null));
        assertThat(types()).endsWith("award.withheld.v1", "award.conferred.v1");
    }

    @Test
    void leavesOthersAndOtherTenantsAlone() {
        given(published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), profiled(NORTHGATE, ACCOUNT));
        given(hold(ACCOUNT, null), inbound(new PauseIssuing(SOUTHFIELD, null), MORNING), passed(AMINA));

        assertThat(award().stand()).isInstanceOf(Stand.Conferred.class);
    }

    @Test
    void keepsWhatIsConferredWhenAHoldComesLater() {
        given(published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), passed(AMINA), hold(AMINA, null));

        assertThat(award().stand()).isInstanceOf(Stand.Conferred.class);
    }

    @Test
    void withholdsWhatARegistrarApprovedAndSaysThatItIsApproved() {
        Inbound hold = hold(null, "data-literacy");
        given(published(ReleasePolicy.AFTER_APPROVAL), profiled(NORTHGATE, AMINA), hold, passed(AMINA));
        assertThat(award().stand()).isEqualTo(new Stand.Earned(null));

        given(approve(NORTHGATE, award().id(), AMINA));

        assertThat(award().stand()).isInstanceOf(Stand.Withheld.class);
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Done.class);
        given(lift(hold, null));
        evidence.follow();
        assertThat(award().stand()).isInstanceOf(Stand.Conferred.class);
    }

    @Test
    void confersOnlyWhenTheLastOfSeveralIsLifted() {
        Inbound hold = hold(AMINA, "data-literacy");
        Inbound pause = pause(null);
        given(published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), hold, pause, passed(AMINA));

        given(lift(hold, AMINA));
        assertThat(award().stand()).isInstanceOf(Stand.Withheld.class);
        given(lift(pause, null));
        evidence.follow();

        assertThat(award().stand()).isInstanceOf(Stand.Conferred.class);
        assertThat(types()).filteredOn("award.withheld.v1"::equals).hasSize(1);
    }

    @Test
    void withdrawsAWithheldAwardThatIsNoLongerEarned() {
        given(published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), pause(null), passed(AMINA));

        given(inbound(Fixtures.withdrawn(ESSAY, WithdrawalReason.CLEARED, NOON, Attempt.UNKNOWN), NOON));

        assertThat(award().stand()).isInstanceOf(Stand.Withdrawn.class);
        assertThat(types()).endsWith("award.withheld.v1", "criteria.evaluated.v1", "award.withdrawn.v1");
    }

    @Test
    void releasesEverybodyASliceAtATimeAndEachOnce() {
        List<UUID> learners = IntStream.range(0, 1_201)
                .mapToObj(n -> new UUID(0x8000L, 0x8000_0000_0000_0000L + n))
                .toList();
        Inbound pause = pause("data-literacy");
        given(published(ReleasePolicy.AT_ONCE), pause);
        learners.forEach(learner -> given(profiled(NORTHGATE, learner), passed(learner)));

        given(lift(pause, null));
        evidence.follow();

        assertThat(evidence.awards()).hasSize(1_201).allMatch(award -> award.stand() instanceof Stand.Conferred);
        assertThat(types()).filteredOn("award.conferred.v1"::equals).hasSize(1_201);
        assertThat(types()).filteredOn("evidence.sweep-awards.v1"::equals).hasSize(3);
    }

    @Test
    void looksOnceMoreAMinuteLaterAndThenForNothing() {
        Inbound pause = pause(null);
        given(published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), pause, passed(AMINA), lift(pause, null));
        evidence.follow();
        int emitted = evidence.emitted().size();

        evidence.passTo(NOON.plusSeconds(60));

        assertThat(evidence.timers()).isEmpty();
        assertThat(evidence.emitted()).hasSize(emitted);
    }

    /** A restored store reads what happened in another order, and what it tells itself meanwhile is not told. */
    @Test
    void releasesWhatIsWithheldASecondTimeThoughSilenceSwallowedTheCommands() {
        Inbound pause = pause(null);
        List<Inbound> happened = List.of(
                published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), pause, passed(AMINA), lift(pause, null));
        MemoryStore before = new MemoryStore();
        happened.forEach(event -> before.handle(List.of(event)));
        before.follow();
        before.passTo(NOON.plusSeconds(60));
        List<Inbound> asked = before.emitted().stream()
                .filter(message -> message.topic().equals(Topics.EVIDENCE_COMMANDS))
                .map(Happenings::read)
                .toList();

        given(asked.getLast());
        happened.forEach(this::given);
        asked.forEach(this::given);
        evidence.passTo(NOON.plusSeconds(60));
        evidence.swallow();
        assertThat(asked.getLast().data()).isInstanceOf(ReleaseAward.class);
        assertThat(award().stand()).isInstanceOf(Stand.Withheld.class);
        evidence.passTo(NOON.plusSeconds(600));
        evidence.follow();

        assertThat(award().stand()).isInstanceOf(Stand.Conferred.class);
        assertThat(evidence.timers()).isEmpty();
    }

    @Test
    void followsAPersonWhoseAccountIsOnHold() {
        Inbound hold = hold(ACCOUNT, null);
        given(published(ReleasePolicy.AT_ONCE), profiled(NORTHGATE, AMINA), linked(NORTHGATE, ACCOUNT, AMINA));
        given(hold, passed(AMINA));
        assertThat(award().stand()).isInstanceOf(Stand.Withheld.class);

        given(lift(hold, ACCOUNT));

        assertThat(award().stand()).isInstanceOf(Stand.Conferred.class);
    }

    @Test
    void pausesOnceAndLiftsOnce() {
        Inbound pause = pause(null);
        given(published(ReleasePolicy.AT_ONCE), pause, again(pause, NOON));
        assertThat(evidence.answers()).allMatch(Answer.Done.class::isInstance);

        given(lift(pause, null), again(lift(pause, null), NOON.plusSeconds(1)));

        assertThat(evidence.answers()).allMatch(Answer.Done.class::isInstance);
        assertThat(types()).filteredOn("evidence.sweep-awards.v1"::equals).hasSize(1);
    }

    @Test
    void refusesWhatIsNotThere() {
        given(pause("unheard-of"), hold(AMINA, "unheard-of"), inbound(lifting(pause(null), null), NOON));

        assertThat(evidence.answers()).hasSize(3).allMatch(Answer.Refused.class::isInstance);
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private Award award() {
        return evidence.awards().iterator().next();
    }

    private List<String> types() {
        return evidence.emitted().stream()
                .map(message -> String.valueOf(message.headers().get("ce_type")).substring("org.meritstream.".length()))
                .toList();
    }

    private static Inbound hold(@Nullable UUID learner, @Nullable String achievement) {
        return inbound(new PlaceHold(NORTHGATE, learner, achievement), MORNING);
    }

    private static Inbound pause(@Nullable String achievement) {
        return inbound(new PauseIssuing(NORTHGATE, achievement), MORNING);
    }

    private static Inbound lift(Inbound placed, @Nullable UUID learner) {
        return inbound(lifting(placed, learner), NOON);
    }

    private static LiftRestraint lifting(Inbound placed, @Nullable UUID learner) {
        return new LiftRestraint(NORTHGATE, UUID.fromString(placed.id()), learner);
    }

    private static Inbound passed(UUID learner) {
        return fact(result(ESSAY, score("80", "100")).of(NORTHGATE, learner).build());
    }

    private static Inbound published(ReleasePolicy release) {
        return publish(version(NORTHGATE, 1, release, AwardRule.ALL, share(ESSAY, "0.6", CountingAttempt.BEST)));
    }
}
