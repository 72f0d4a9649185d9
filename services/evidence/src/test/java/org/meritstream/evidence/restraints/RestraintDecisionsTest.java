package org.meritstream.evidence.restraints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.restraints.HoldDecision.Hold;
import org.meritstream.evidence.restraints.LiftDecision.Lifting;
import org.meritstream.evidence.restraints.PauseDecision.Pause;

class RestraintDecisionsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID OTHER = new UUID(7, 7);
    private static final Restraint.Scope TENANT = new Restraint.Scope("northgate", null, null);
    private static final Restraint.Scope LITERACY = new Restraint.Scope("northgate", null, "data-literacy");
    private static final Restraint.Scope AMINAS = new Restraint.Scope("northgate", AMINA, null);
    private static final Restraint PAUSE = restraint(1, WithholdingReason.PAUSE, TENANT);
    private static final Restraint HOLD = restraint(2, WithholdingReason.HOLD, AMINAS);

    @Test
    void holdsWhatIsThere() {
        assertThat(HoldDecision.decide(true, true)).isEqualTo(new Hold.Place());
        assertThat(HoldDecision.decide(false, true)).isEqualTo(new Hold.UnknownLearner());
        assertThat(HoldDecision.decide(true, false)).isEqualTo(new Hold.UnknownAchievement());
    }

    @Test
    void pausesWhatIsNotPaused() {
        assertThat(PauseDecision.decide(true, null)).isEqualTo(new Pause.Begin());
    }

    @Test
    void pausesNothingTwice() {
        assertThat(PauseDecision.decide(true, PAUSE)).isEqualTo(new Pause.Already(PAUSE));
    }

    @Test
    void pausesNothingThatIsNotThere() {
        assertThat(PauseDecision.decide(false, null)).isEqualTo(new Pause.UnknownAchievement());
    }

    @Test
    void liftsForEverybodyASliceAtATime() {
        assertThat(LiftDecision.decide(PAUSE, NOON)).isEqualTo(new Lifting.OfEverybody(PAUSE.lifted(NOON)));
    }

    @Test
    void liftsForOneLearnerInThisTurn() {
        assertThat(LiftDecision.decide(HOLD, NOON)).isEqualTo(new Lifting.OfLearner(HOLD.lifted(NOON), AMINA));
    }

    @Test
    void liftsOnce() {
        Restraint lifted = PAUSE.lifted(NOON);

        assertThat(LiftDecision.decide(lifted, NOON.plusSeconds(1))).isEqualTo(new Lifting.Already(lifted));
    }

    @Test
    void liftsNothingUnknown() {
        assertThat(LiftDecision.decide(null, NOON)).isEqualTo(new Lifting.Unknown());
    }

    @Test
    void restrainsWhomAndWhatItIsOnAndNobodyElse() {
        RestraintBook book = new RestraintBook(List.of(
                HOLD,
                restraint(3, WithholdingReason.PAUSE, LITERACY),
                restraint(4, WithholdingReason.PAUSE, TENANT).lifted(NOON)));

        assertThat(book.restraining(ids("northgate", AMINA), "research")).isEqualTo(WithholdingReason.HOLD);
        assertThat(book.restraining(ids("northgate", OTHER), "data-literacy")).isEqualTo(WithholdingReason.PAUSE);
        assertThat(book.restraining(ids("northgate", OTHER), "research")).isNull();
        assertThat(book.restraining(ids("southfield", AMINA), "data-literacy")).isNull();
        assertThat(book.restraining(
                        List.of(new LearnerKey("northgate", OTHER), new LearnerKey("northgate", AMINA)), "research"))
                .as("a hold on an account is on the person")
                .isEqualTo(WithholdingReason.HOLD);
    }

    @Test
    void knowsAPauseOfExactlyTheSame() {
        RestraintBook book = new RestraintBook(List.of(HOLD, PAUSE));

        assertThat(book.pauseOf(TENANT)).isEqualTo(PAUSE);
        assertThat(book.pauseOf(LITERACY)).isNull();
        assertThat(book.pauseOf(AMINAS)).as("a hold is no pause").isNull();
    }

    private static Restraint restraint(int id, WithholdingReason kind, Restraint.Scope scope) {
        return new Restraint(new UUID(0, id), kind, scope, MORNING, null);
    }

    private static List<LearnerKey> ids(String tenant, UUID learner) {
        return List.of(new LearnerKey(tenant, learner));
    }
}
