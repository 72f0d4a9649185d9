package org.meritstream.evidence.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Fact;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.ReviewStep.Appealed;
import org.meritstream.events.ReviewStep.Settled;
import org.meritstream.evidence.appeals.LodgeAppealDecision.Case;
import org.meritstream.evidence.appeals.LodgeAppealDecision.Hearing;
import org.meritstream.evidence.judgement.Appealable;
import org.meritstream.evidence.judgement.Fixtures;

class LodgeAppealDecisionTest {
    private static final UUID FINDING = UUID.fromString("0192d5a0-5f0e-7c3a-9d7e-1b2c3d4e5f60");
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final Instant LATER = MORNING.plus(Duration.ofDays(15));
    private static final Fact MISCONDUCT = new Fact.Misconduct(FINDING.toString(), null, false, MORNING);

    @Test
    void hearsAnAppealAgainstTheLastReview() {
        List<Appealable> decided = List.of(decided(1, null, false), decided(2, null, false));

        assertThat(against(review(), decided))
                .isEqualTo(new Hearing.Hear(new Appealed("command", "c1", 2, null, LATER)));
    }

    @Test
    void refusesAnAppealAgainstWhatIsNotDecidedOrNotPublished() {
        assertThat(against(review(), List.of())).isInstanceOf(Hearing.NothingDecided.class);
        assertThat(LodgeAppealDecision.decide(new Case(false, List.of(), null, List.of()), review(), "command", LATER))
                .isInstanceOf(Hearing.UnknownAchievement.class);
    }

    @Test
    void saysUntilWhenAnAppealWasTaken() {
        assertThat(against(review(), List.of(decided(1, TWO_WEEKS, false))))
                .isEqualTo(new Hearing.TooLate(MORNING.plus(TWO_WEEKS)));
        assertThat(against(review(), List.of(decided(1, Duration.ofDays(15), false))))
                .isInstanceOf(Hearing.Hear.class);
    }

    @Test
    void hearsADecisionOnce() {
        Fact before = new Appealed("first", "c1", 1, null, MORNING);

        assertThat(against(review(), List.of(decided(1, TWO_WEEKS, false)), before))
                .isEqualTo(new Hearing.LodgedBefore("first"));
        assertThat(against(review(), List.of(decided(1, null, true)))).isInstanceOf(Hearing.Final.class);
    }

    @Test
    void hearsAnAppealAgainstAFindingThatStands() {
        assertThat(against(finding(), List.of(), MISCONDUCT))
                .isEqualTo(new Hearing.Hear(new Appealed("command", null, null, FINDING.toString(), LATER)));
        assertThat(against(finding(), List.of())).isInstanceOf(Hearing.NoSuchFinding.class);
        assertThat(against(finding(), List.of(), MISCONDUCT, new Fact.Cleared("k", FINDING.toString(), MORNING)))
                .isInstanceOf(Hearing.NoSuchFinding.class);
        assertThat(against(
                        finding(), List.of(), MISCONDUCT, new Settled("s", FINDING.toString(), "ada", false, MORNING)))
                .isInstanceOf(Hearing.NoSuchFinding.class);
    }

    @Test
    void refusesAnAppealAgainstAFindingThatComesTooLate() {
        Case late = new Case(true, List.of(), TWO_WEEKS, List.of(MISCONDUCT));

        assertThat(LodgeAppealDecision.decide(late, finding(), "command", LATER))
                .isEqualTo(new Hearing.TooLate(MORNING.plus(TWO_WEEKS)));
    }

    private static Hearing against(LodgeAppeal asked, List<Appealable> decided, Fact... facts) {
        return LodgeAppealDecision.decide(new Case(true, decided, null, List.of(facts)), asked, "command", LATER);
    }

    private static Appealable decided(int number, @Nullable Duration within, boolean heard) {
        return new Appealable(number, MORNING, within, heard);
    }

    private static LodgeAppeal review() {
        return asked("c1", null);
    }

    private static LodgeAppeal finding() {
        return asked(null, FINDING);
    }

    private static LodgeAppeal asked(@Nullable String criterion, @Nullable UUID misconduct) {
        return new LodgeAppeal(
                NORTHGATE, Fixtures.AMINA, Fixtures.SLUG, criterion, misconduct, "sha-256:" + "5e".repeat(32));
    }
}
