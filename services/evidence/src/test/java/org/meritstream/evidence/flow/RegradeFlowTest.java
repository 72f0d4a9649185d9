package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.inbound;
import static org.meritstream.evidence.flow.Happenings.linked;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.DecideFlag;
import org.meritstream.events.EventFormat;
import org.meritstream.events.RegradePolicy;
import org.meritstream.events.RestoreAward;
import org.meritstream.events.WithdrawAward;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.Inbound;

/** What becomes of an award after it was conferred, when its marks change and when people decide. */
class RegradeFlowTest {
    private static final int ORDERS = 40;

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void keepsWhatWasConferred() {
        given(published(RegradePolicy.KEEP), profiled(NORTHGATE, AMINA), mark(80, 0), mark(20, 1));

        assertThat(only().stand()).isInstanceOf(Stand.Conferred.class);
        assertThat(only().regard()).isEqualTo(Regard.NONE);
    }

    @Test
    void flagsWhatIsNoLongerEarnedUntilAHumanDecides() {
        given(published(RegradePolicy.FLAG), profiled(NORTHGATE, AMINA), mark(80, 0), mark(20, 1));
        assertThat(only().stand()).isInstanceOf(Stand.Conferred.class);
        assertThat(only().regard()).isEqualTo(Regard.FLAGGED);

        given(decide(only(), DecideFlag.Decision.KEEP), mark(10, 2));

        assertThat(only().regard()).as("nobody is asked again").isEqualTo(Regard.KEPT);
        given(mark(90, 3), mark(30, 4));
        assertThat(only().regard()).as("it was met in between").isEqualTo(Regard.FLAGGED);
    }

    @Test
    void withdrawsAFlaggedAwardWhenAHumanSaysSo() {
        given(published(RegradePolicy.FLAG), profiled(NORTHGATE, AMINA), mark(80, 0), mark(20, 1));

        given(decide(only(), DecideFlag.Decision.WITHDRAW));

        assertThat(withdrawals()).containsExactly(AwardWithdrawalReason.REGRADED);
        assertThat(only().regard()).isEqualTo(Regard.NONE);
    }

    @Test
    void suspendsAtOnceAndRestoresUnderTheNextNumber() {
        given(published(RegradePolicy.SUSPEND), profiled(NORTHGATE, AMINA), mark(80, 0), mark(20, 1));
        assertThat(withdrawals()).containsExactly(AwardWithdrawalReason.SUSPENDED);
        assertThat(only().regard()).isEqualTo(Regard.FLAGGED);

        given(decide(only(), DecideFlag.Decision.KEEP), mark(10, 2));

        assertThat(awards()).hasSize(2);
        assertThat(awards().getFirst().regard()).isEqualTo(Regard.NONE);
        assertThat(awards().getLast().stand()).isInstanceOf(Stand.Conferred.class);
        assertThat(conferrals().getLast().replaces())
                .isEqualTo(awards().getFirst().id());
        assertThat(conferrals().getLast().number()).isEqualTo(2);
        assertThat(withdrawals()).as("it is not suspended for what was decided").hasSize(1);
    }

    @Test
    void withdrawsAndAwardsAgainAsASuccessor() {
        given(published(RegradePolicy.WITHDRAW), profiled(NORTHGATE, AMINA), mark(80, 0), mark(20, 1), mark(90, 2));

        assertThat(withdrawals()).containsExactly(AwardWithdrawalReason.REGRADED);
        assertThat(conferrals()).extracting(AwardConferred::number).containsExactly(1, 2);
        assertThat(conferrals().getFirst().replaces()).isNull();
        assertThat(conferrals().getLast().replaces())
                .isEqualTo(awards().getFirst().id());
    }

    @Test
    void leavesNothingToDecideWhenASuspendedAwardIsEarnedAgain() {
        given(published(RegradePolicy.SUSPEND), profiled(NORTHGATE, AMINA), mark(80, 0), mark(20, 1), mark(90, 2));

        assertThat(awards()).hasSize(2).allMatch(award -> award.regard() == Regard.NONE);
        given(decide(awards().getFirst(), DecideFlag.Decision.KEEP));
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Refused.class);
        assertThat(awards()).hasSize(2);
    }

    @Test
    void awardsNothingAgainForTheFactsThatARegistrarJudged() {
        given(published(RegradePolicy.KEEP), profiled(NORTHGATE, AMINA), mark(80, 0));

        given(withdraw(only()), profiled(NORTHGATE, AMINA, "de"), mark(70, -1));
        assertThat(withdrawals()).containsExactly(AwardWithdrawalReason.ISSUED_IN_ERROR);
        assertThat(awards())
                .as("an older mark and a new profile are nothing new")
                .hasSize(1);

        given(mark(85, 5));
        assertThat(conferrals()).extracting(AwardConferred::number).containsExactly(1, 2);
    }

    @Test
    void restoresWhatARegistrarWithdrew() {
        given(published(RegradePolicy.KEEP), profiled(NORTHGATE, AMINA), mark(80, 0), withdraw(only0()));

        given(inbound(new RestoreAward(NORTHGATE, only().id(), AMINA), MORNING.plusSeconds(900)));

        assertThat(awards()).hasSize(2);
        assertThat(conferrals().getLast().replaces())
                .isEqualTo(awards().getFirst().id());
        assertThat(evidence.answers())
                .last()
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        done -> assertThat(done.link())
                                .endsWith(awards().getLast().id().toString()));
    }

    @Test
    void asksNobodyAboutSomebodyWhoTurnedOutToBeAnotherPerson() {
        UUID other = UUID.fromString("22222222-2222-8222-8222-222222222222");
        given(published(RegradePolicy.SUSPEND), profiled(NORTHGATE, AMINA), mark(80, 0), mark(20, 1));
        Award suspended = only();

        given(linked(NORTHGATE, AMINA, other), decide(suspended, DecideFlag.Decision.KEEP));

        assertThat(only().regard()).isEqualTo(Regard.NONE);
        assertThat(evidence.answers()).last().isInstanceOf(Answer.Refused.class);
    }

    /** After the award was conferred: whatever comes in whatever order and however often, how it stands follows from the facts. */
    @ParameterizedTest
    @EnumSource
    void comesToTheSameEndInAnyOrder(RegradePolicy policy) {
        Random random = new Random(policy.name().hashCode());
        for (int world = 0; world < 12; world++) {
            List<Inbound> later = IntStream.rangeClosed(1, 6)
                    .mapToObj(n -> mark(random.nextInt(100), n))
                    .toList();
            String end = end(policy, later);
            for (int order = 0; order < ORDERS; order++) {
                List<Inbound> shuffled = new ArrayList<>(later);
                later.stream().filter(event -> random.nextBoolean()).forEach(shuffled::add);
                Collections.shuffle(shuffled, random);
                assertThat(end(policy, shuffled)).isEqualTo(end);
            }
        }
    }

    private static String end(RegradePolicy policy, List<Inbound> later) {
        RegradeFlowTest world = new RegradeFlowTest();
        world.given(published(policy), profiled(NORTHGATE, AMINA), mark(80, 0));
        later.forEach(world::given);
        boolean stands = world.evidence.awards().stream().anyMatch(Award::stands);
        boolean flagged = world.evidence.awards().stream().anyMatch(award -> award.regard() == Regard.FLAGGED);
        return "stands " + stands + ", flagged " + flagged + ", " + Standings.of(world.evidence.dossiers());
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private Award only() {
        assertThat(awards()).hasSize(1);
        return awards().getFirst();
    }

    /** The award that Amina's first mark makes, whose id is known before it is made. */
    private static Award only0() {
        RegradeFlowTest world = new RegradeFlowTest();
        world.given(published(RegradePolicy.KEEP), profiled(NORTHGATE, AMINA), mark(80, 0));
        return world.only();
    }

    private List<Award> awards() {
        return evidence.awards().stream()
                .sorted(Comparator.comparingInt(Award::number))
                .toList();
    }

    private List<AwardConferred> conferrals() {
        return emitted(AwardConferred.class);
    }

    private List<AwardWithdrawalReason> withdrawals() {
        return emitted(AwardWithdrawn.class).stream()
                .map(AwardWithdrawn::reason)
                .toList();
    }

    private <T> List<T> emitted(Class<T> type) {
        return evidence.emitted().stream()
                .map(message ->
                        EventFormat.read(message.headers(), message.body()).data())
                .map(data -> type.isInstance(data) ? type.cast(data) : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Inbound decide(Award award, DecideFlag.Decision decision) {
        return inbound(new DecideFlag(NORTHGATE, award.id(), AMINA, decision), MORNING.plusSeconds(500));
    }

    private static Inbound withdraw(Award award) {
        return inbound(
                new WithdrawAward(NORTHGATE, award.id(), AMINA, WithdrawAward.Code.ISSUED_IN_ERROR),
                MORNING.plusSeconds(500));
    }

    /** The essay's mark, given anew for the same attempt: the latest grade counts. */
    private static Inbound mark(int points, int minute) {
        Instant graded = MORNING.plusSeconds(60L * minute);
        return fact(result(ESSAY, score(String.valueOf(points), "100"))
                .of(NORTHGATE, AMINA)
                .attempt(1)
                .at(graded)
                .gradedAt(graded)
                .build());
    }

    private static Inbound published(RegradePolicy policy) {
        return publish(Fixtures.regraded(policy));
    }
}
