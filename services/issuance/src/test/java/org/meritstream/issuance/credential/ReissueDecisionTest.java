package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Reissue;
import org.meritstream.events.ReissueReason;
import org.meritstream.events.Securing;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.credential.ReissueDecision.Known;
import org.meritstream.issuance.credential.ReissueDecision.Outcome;
import org.meritstream.issuance.credential.ReissueDecision.Outcome.Again;
import org.meritstream.issuance.credential.ReissueDecision.Refusal;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learner.Profile;

class ReissueDecisionTest {
    private static final Instant UNTIL = Instant.parse("2028-11-20T10:15:31Z");
    private static final Instant NOW = Instant.parse("2028-11-01T09:00:00.5Z");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final String NAME = ReissuedDocument.name(SignedFixture.document());

    @Test
    void renewsFromNowUntilSoManyMonthsAfterTheFormersEnd() {
        Again again = again(renew(A, first(UNTIL)));

        assertThat(again.former().id()).isEqualTo(A);
        assertThat(again.from()).isEqualTo("2028-11-01T09:00:00Z");
        assertThat(again.until()).isEqualTo("2030-11-20T10:15:31Z");
        assertThat(again.reason()).isEqualTo(ReissueReason.RENEWED);
        assertThat(again.revoked()).isEmpty();
    }

    @Test
    void renewsWhatHasEndedFromNowOn() {
        assertThat(again(renew(A, first(Instant.parse("2027-01-31T00:00:00Z")))).until())
                .isEqualTo("2030-11-01T09:00:00Z");
    }

    @Test
    void renewsNothingTwice() {
        assertThat(renew(A, first(UNTIL), next(B, A, ReissueReason.RENEWED))).isEqualTo(new Outcome.AlreadyThere(B));
        assertThat(again(renew(B, first(UNTIL), next(B, A, ReissueReason.RENEWED)))
                        .former()
                        .id())
                .isEqualTo(B);
    }

    @Test
    void renewsWhatTookThePlaceOfACorrectedOneAndNotThatItself() {
        assertThat(renew(A, first(UNTIL).revoked(NOW), next(B, A, ReissueReason.CORRECTED)))
                .isEqualTo(new Outcome.Refused(Refusal.CORRECTED));
    }

    @Test
    void renewsNothingThatIsRevokedOrWithdrawnOrDoesNotEnd() {
        assertThat(renew(A, first(UNTIL).revoked(NOW))).isEqualTo(new Outcome.Refused(Refusal.REVOKED));
        assertThat(renew(A, first(null))).isEqualTo(new Outcome.Refused(Refusal.ENDLESS));
        assertThat(ReissueDecision.renew(Line.of(List.of(first(UNTIL))), A, known(NAME, true), NOW))
                .isEqualTo(new Outcome.Refused(Refusal.REVOKED));
    }

    @Test
    void renewsNothingThatIsSuspendedAndCorrectsItAllTheSame() {
        HeldCredential suspended = first(UNTIL).suspension(SuspendDecisionTest.since(1, NOW));

        assertThat(renew(A, suspended)).isEqualTo(new Outcome.Refused(Refusal.SUSPENDED));
        assertThat(again(correct(A, "Anna", suspended)).former()).isEqualTo(suspended);
        assertThat(renew(A, suspended.revoked(NOW))).isEqualTo(new Outcome.Refused(Refusal.REVOKED));
    }

    /** Each credential of an award is suspended for itself, and what takes a place stands as the last did. */
    @Test
    void leavesOfALineWhatIsSuspendedToItself() {
        HeldCredential suspended = first(UNTIL).suspension(SuspendDecisionTest.since(1, NOW));
        HeldCredential renewed = next(B, A, ReissueReason.RENEWED);

        Again corrected = again(correct(A, "Anna", suspended, renewed));

        assertThat(corrected.former()).isEqualTo(renewed);
        assertThat(corrected.former().suspendedNow()).isNull();
        assertThat(corrected.revoked()).containsExactly(suspended, renewed);
        assertThat(renew(A, suspended, renewed)).isEqualTo(new Outcome.AlreadyThere(B));
        assertThat(again(renew(B, suspended, renewed)).former()).isEqualTo(renewed);
    }

    @Test
    void knowsNothingThatIsNotThere() {
        Refusal unknown = Refusal.UNKNOWN;

        assertThat(renew(B, first(UNTIL))).isEqualTo(new Outcome.Refused(unknown));
        assertThat(correct(B, "Anna", first(UNTIL))).isEqualTo(new Outcome.Refused(unknown));
        assertThat(ReissueDecision.correct(
                        Line.of(List.of(first(UNTIL))), A, new Known(null, Fixtures.validFor(24), issuer(), false)))
                .isEqualTo(new Outcome.Refused(unknown));
    }

    @Test
    void correctsTheNewestAndRevokesAllThatStands() {
        HeldCredential renewed = next(B, A, ReissueReason.RENEWED);

        Again again = again(correct(A, "Anna", first(UNTIL), renewed));

        assertThat(again.former()).isEqualTo(renewed);
        assertThat(again.reason()).isEqualTo(ReissueReason.CORRECTED);
        assertThat(again.revoked()).extracting(HeldCredential::id).containsExactly(A, B);
        assertThat(again.until()).isEqualTo(renewed.validUntil());
        assertThat(again.from()).isEqualTo(ReissuedDocument.from(renewed.document()));
    }

    @Test
    void revokesNothingTwiceWhenItCorrects() {
        HeldCredential renewed = next(B, A, ReissueReason.RENEWED);

        assertThat(again(correct(A, "Anna", first(UNTIL).revoked(NOW), renewed)).revoked())
                .containsExactly(renewed);
    }

    @Test
    void correctsWhatDoesNotEndAsWell() {
        assertThat(again(correct(A, "Anna", first(null))).until()).isNull();
    }

    @Test
    void correctsNothingThatIsRight() {
        assertThat(correct(A, NAME, first(UNTIL))).isEqualTo(new Outcome.Refused(Refusal.NAME_IS_RIGHT));
    }

    @Test
    void correctsNothingTwice() {
        assertThat(correct(A, NAME, first(UNTIL).revoked(NOW), next(B, A, ReissueReason.CORRECTED)))
                .isEqualTo(new Outcome.AlreadyThere(B));
    }

    @Test
    void correctsNothingThatIsRevoked() {
        assertThat(correct(A, "Anna", first(UNTIL).revoked(NOW))).isEqualTo(new Outcome.Refused(Refusal.REVOKED));
    }

    @Test
    void ordersALineWhateverTheOrderOfItsCredentials() {
        HeldCredential second = next(B, A, ReissueReason.RENEWED);
        HeldCredential third = next(C, B, ReissueReason.CORRECTED);

        Line line = Line.of(List.of(third, first(UNTIL), second));

        assertThat(line.credentials()).extracting(HeldCredential::id).containsExactly(A, B, C);
        assertThat(line.shown()).containsExactly(third);
    }

    private static Outcome renew(UUID asked, HeldCredential... line) {
        return ReissueDecision.renew(Line.of(List.of(line)), asked, known(NAME, false), NOW);
    }

    private static Outcome correct(UUID asked, String name, HeldCredential... line) {
        return ReissueDecision.correct(Line.of(List.of(line)), asked, known(name, false));
    }

    private static Again again(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Again.class);
        return (Again) outcome;
    }

    private static Known known(String name, boolean withdrawn) {
        Profile person = new Profile("northgate", Fixtures.conferred().learner(), name, null, Instant.EPOCH);
        return new Known(person, Fixtures.validFor(24), issuer(), withdrawn);
    }

    private static SigningIssuer issuer() {
        return new SigningIssuer(Fixtures.NORTHGATE, Map.of(), List.of(Securing.EDDSA_RDFC_2022));
    }

    private static HeldCredential first(@Nullable Instant until) {
        return credential(A, null, until);
    }

    private static HeldCredential next(UUID id, UUID former, ReissueReason reason) {
        return credential(id, new Reissue(former, reason), UNTIL.plusSeconds(9));
    }

    private static HeldCredential credential(UUID id, @Nullable Reissue reissue, @Nullable Instant until) {
        return SignedFixture.held(id, "zProof", reissue, until);
    }
}
