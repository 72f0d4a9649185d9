package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.approve;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Attempt;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardRule;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Message;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.events.WithdrawalReason;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.Inbound;
import org.meritstream.log.Timer;

/** Awards that wait for a date. */
class ReleaseFlowTest {
    private static final Instant DATE = Instant.parse("2026-06-30T10:00:00Z");

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void confersAtTheDateWhatWasEarnedBefore() {
        given(published(ReleasePolicy.ON_DATE), profiled(NORTHGATE, AMINA), passedAt(MORNING));
        assertThat(award().stand()).isEqualTo(new Stand.Earned(null));

        evidence.passTo(DATE);

        assertThat(conferredAt()).containsExactly(DATE);
    }

    @Test
    void confersAtOnceWhatIsEarnedAfterTheDate() {
        Instant late = DATE.plusSeconds(60);
        given(published(ReleasePolicy.ON_DATE), profiled(NORTHGATE, AMINA), passedAt(late));

        assertThat(conferredAt()).containsExactly(late);
        assertThat(evidence.timers()).isEmpty();
    }

    @Test
    void forgetsTheDateOfAnAwardThatIsNoLongerEarned() {
        given(published(ReleasePolicy.ON_DATE), profiled(NORTHGATE, AMINA), passedAt(MORNING));

        given(cleared());

        assertThat(evidence.timers()).isEmpty();
        assertThat(award().stand()).isInstanceOf(Stand.Withdrawn.class);
    }

    @Test
    void confersNothingThatFellDueWhileItWasBeingWithdrawn() {
        given(published(ReleasePolicy.ON_DATE), profiled(NORTHGATE, AMINA), passedAt(MORNING));
        Timer due = evidence.timers().iterator().next();
        given(cleared());

        given(Happenings.fellDue(due));

        assertThat(conferredAt()).isEmpty();
    }

    @Test
    void confersOnceThoughTheDateIsAppendedTwice() {
        given(published(ReleasePolicy.ON_DATE), profiled(NORTHGATE, AMINA), passedAt(MORNING));
        Timer due = evidence.timers().iterator().next();
        evidence.passTo(DATE);

        given(Happenings.fellDue(due));

        assertThat(conferredAt()).hasSize(1);
    }

    @Test
    void waitsForTheDateAfterItWasApproved() {
        given(published(ReleasePolicy.AFTER_APPROVAL), profiled(NORTHGATE, AMINA), passedAt(MORNING));
        given(approve(NORTHGATE, award().id(), AMINA));
        assertThat(award().stand())
                .isInstanceOfSatisfying(
                        Stand.Earned.class,
                        earned -> assertThat(earned.approvedAt()).isNotNull());

        evidence.passTo(DATE);

        assertThat(conferredAt()).containsExactly(DATE);
    }

    @Test
    void waitsForApprovalThoughTheDateIsOver() {
        given(published(ReleasePolicy.AFTER_APPROVAL), profiled(NORTHGATE, AMINA), passedAt(MORNING));

        evidence.passTo(DATE);

        assertThat(conferredAt()).isEmpty();
    }

    @Test
    void refusesAnApprovalThatNothingWaitsFor() {
        given(published(ReleasePolicy.ON_DATE), profiled(NORTHGATE, AMINA), passedAt(MORNING));

        given(approve(NORTHGATE, award().id(), AMINA));

        assertThat(evidence.answers())
                .last()
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.problem().type())
                                .hasToString("https://meritstream.org/problems/approval-not-needed"));
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private Award award() {
        return evidence.awards().iterator().next();
    }

    private List<Instant> conferredAt() {
        return evidence.emitted().stream()
                .map(ReleaseFlowTest::data)
                .filter(AwardConferred.class::isInstance)
                .map(AwardConferred.class::cast)
                .map(AwardConferred::conferredAt)
                .toList();
    }

    private static Object data(Message message) {
        return EventFormat.read(message.headers(), message.body()).data();
    }

    private static Inbound passedAt(Instant time) {
        return fact(
                result(ESSAY, score("80", "100")).of(NORTHGATE, AMINA).at(time).build());
    }

    private static Inbound cleared() {
        Instant later = MORNING.plusSeconds(60);
        return inbound(Fixtures.withdrawn(ESSAY, WithdrawalReason.CLEARED, later, Attempt.UNKNOWN), later);
    }

    private static Inbound published(ReleasePolicy policy) {
        return publish(version(
                NORTHGATE, 1, new Release(policy, DATE), AwardRule.ALL, share(ESSAY, "0.6", CountingAttempt.BEST)));
    }
}
