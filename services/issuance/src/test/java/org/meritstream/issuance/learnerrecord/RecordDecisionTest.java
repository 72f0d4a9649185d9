package org.meritstream.issuance.learnerrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Reissue;
import org.meritstream.events.ReissueReason;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.learnerrecord.RecordDecision.Outcome;
import org.meritstream.issuance.learnerrecord.RecordDecision.Refusal;

class RecordDecisionTest {
    private static final UUID ID = UUID.fromString("00000ec0-7a51-8c3e-9b0d-4f6a2e1c0ec0");
    private static final String KEY = "did:web:northgate.example#key";
    private static final Instant AT = Awarded.DAY.plusSeconds(3_600);
    private static final HeldCredential ONE = Awarded.credential(1);
    private static final HeldCredential TWO = Awarded.credential(2);
    private static final HeldCredential STACK = Awarded.credential(3, Awarded.id(1), Awarded.id(2));

    @Test
    void putsInAllThatStandsInTheOrderOfTheirIssue() {
        assertThat(within(everything(List.of(STACK, TWO, ONE)))).containsExactly(ONE.id(), TWO.id(), STACK.id());
        assertThat(issue(everything(List.of(ONE))).content().partial()).isFalse();
    }

    @Test
    void leavesOutWhatWasRevokedOrCameLaterOrWasNeverSigned() {
        HeldCredential revoked = Awarded.credential(4, null, AT.minusSeconds(1));
        HeldCredential revokedLater = Awarded.credential(5, null, AT.plusSeconds(1));
        HeldCredential later = Awarded.credential(7_200);

        assertThat(within(everything(List.of(ONE, revoked, revokedLater, later, Awarded.unsigned(10)))))
                .containsExactly(ONE.id(), revokedLater.id());
    }

    @Test
    void putsInTheLastOfALineAlone() {
        HeldCredential renewed = Awarded.credential(6, new Reissue(ONE.id(), ReissueReason.RENEWED), null);

        assertThat(within(everything(List.of(ONE, renewed)))).containsExactly(renewed.id());
    }

    @Test
    void putsInAStackWithWhatItIsBuiltOnHoweverDeep() {
        HeldCredential top = Awarded.credential(8, STACK.id());
        HeldCredential beside = Awarded.credential(9);
        List<HeldCredential> all = List.of(ONE, TWO, STACK, top, beside);

        assertThat(within(stack(top.id(), all))).containsExactly(ONE.id(), TWO.id(), STACK.id(), top.id());
        assertThat(issue(stack(top.id(), all)).content().partial()).isTrue();
        assertThat(within(stack(STACK.id(), all))).containsExactly(ONE.id(), TWO.id(), STACK.id());
        assertThat(issue(stack(STACK.id(), List.of(ONE, TWO, STACK))).content().partial())
                .as("nothing else is held")
                .isFalse();
    }

    @Test
    void findsAComponentThatWasRenewed() {
        HeldCredential renewed = Awarded.credential(6, new Reissue(ONE.id(), ReissueReason.RENEWED), null);

        assertThat(within(stack(STACK.id(), List.of(ONE, TWO, STACK, renewed))))
                .containsExactly(TWO.id(), STACK.id(), renewed.id());
    }

    @Test
    void goesRoundInNoCircle() {
        HeldCredential a = Awarded.credential(11, Awarded.id(12));
        HeldCredential b = Awarded.credential(12, Awarded.id(11));

        assertThat(within(stack(a.id(), List.of(a, b)))).containsExactly(a.id(), b.id());
    }

    @Test
    void refuses() {
        assertThat(decide(null, known(List.of()))).isEqualTo(refused(Refusal.NOTHING_HELD));
        assertThat(decide(TWO.id(), known(List.of(ONE)))).isEqualTo(refused(Refusal.UNKNOWN_STACK));
        assertThat(decide(ONE.id(), known(List.of(ONE, TWO)))).isEqualTo(refused(Refusal.NO_STACK));
        assertThat(decide(null, new RecordDecision.Known(null, Set.of(), Awarded.AMINA, List.of(ONE), List.of())))
                .isEqualTo(refused(Refusal.NO_ISSUER));
        assertThat(decide(
                        null, new RecordDecision.Known(Fixtures.NORTHGATE, Set.of(KEY), null, List.of(ONE), List.of())))
                .isEqualTo(refused(Refusal.UNKNOWN_LEARNER));
        assertThat(decide(
                        null,
                        known(IntStream.rangeClosed(1, RecordDecision.MOST + 1)
                                .mapToObj(Awarded::credential)
                                .toList())))
                .isEqualTo(refused(Refusal.TOO_MUCH));
    }

    @Test
    void leavesARecordOfTheSameAsItIs() {
        UUID before = UUID.fromString("00000ec1-7a51-8c3e-9b0d-4f6a2e1c0ec1");

        assertThat(decide(null, known(List.of(ONE, TWO), record(before, null, ONE, TWO))))
                .isEqualTo(new Outcome.AlreadyThere(before));
        assertThat(decide(null, known(List.of(ONE, TWO), record(before, null, ONE))))
                .as("more is held now")
                .isInstanceOf(Outcome.Issue.class);
        assertThat(decide(null, known(List.of(ONE, TWO, STACK), record(before, STACK.id(), ONE, TWO, STACK))))
                .as("that one is of the stack")
                .isInstanceOf(Outcome.Issue.class);
        assertThat(decide(null, known(List.of(), record(ID, null, ONE))))
                .as("the command is read again")
                .isEqualTo(new Outcome.AlreadyThere(ID));
    }

    @Test
    void makesAnotherOfTheSameOnceItsKeyIsAFormerOne() {
        UUID before = UUID.fromString("00000ec1-7a51-8c3e-9b0d-4f6a2e1c0ec1");
        RecordDecision.Known rotated = new RecordDecision.Known(
                Fixtures.NORTHGATE,
                Set.of(KEY + "-of-today"),
                Awarded.AMINA,
                List.of(ONE),
                List.of(record(before, null, ONE)));

        assertThat(decide(null, rotated)).isInstanceOf(Outcome.Issue.class);
    }

    @Test
    void makesAnotherOfTheSameOnceACredentialInItWasSecuredAgain() {
        UUID before = UUID.fromString("00000ec1-7a51-8c3e-9b0d-4f6a2e1c0ec1");
        HeldCredential again = Awarded.securedAgain(ONE);

        assertThat(decide(null, known(List.of(again), record(before, null, ONE))))
                .isInstanceOf(Outcome.Issue.class);
        assertThat(decide(null, known(List.of(again), record(before, null, again))))
                .isEqualTo(new Outcome.AlreadyThere(before));
    }

    private static HeldRecord record(UUID id, @Nullable UUID stack, HeldCredential... within) {
        return new HeldRecord(
                id,
                "northgate",
                Awarded.LEARNER,
                stack,
                List.of(within).stream().map(HeldCredential::id).toList(),
                "{}",
                AT,
                "{\"verifiableCredential\":[%s],\"proof\":[{\"verificationMethod\":\"%s\"}]}"
                        .formatted(
                                Stream.of(within).map(HeldCredential::secured).collect(Collectors.joining(",")), KEY),
                null);
    }

    private static RecordDecision.Known known(List<HeldCredential> all, HeldRecord... records) {
        return new RecordDecision.Known(Fixtures.NORTHGATE, Set.of(KEY), Awarded.AMINA, all, List.of(records));
    }

    private static Outcome everything(List<HeldCredential> all) {
        return decide(null, known(all));
    }

    private static Outcome stack(UUID stack, List<HeldCredential> all) {
        return decide(stack, known(all));
    }

    private static Outcome decide(@Nullable UUID stack, RecordDecision.Known known) {
        return RecordDecision.decide(ID, stack, known, AT);
    }

    private static Outcome.Issue issue(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Issue.class);
        return (Outcome.Issue) outcome;
    }

    private static List<UUID> within(Outcome outcome) {
        return RecordDecision.ids(issue(outcome));
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }
}
