package org.meritstream.issuance.adoption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialState;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Form;
import org.meritstream.events.IssuanceEvent;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;

class RecollectionTest {
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
    private static final AwardConferred AWARD = Fixtures.conferred();

    @Test
    void keepsTheSuspensionOfTheHighestNumberInWhateverOrderTheyAreRead() {
        Recollection first = said(suspended(1));
        Recollection second = said(suspended(2));

        assertThat(first.and(second).suspended()).isEqualTo(suspended(2));
        assertThat(second.and(first).suspended()).isEqualTo(suspended(2));
    }

    @Test
    void keepsTheReinstatementOfTheHighestNumberInWhateverOrderTheyAreRead() {
        Recollection first = said(reinstated(1));
        Recollection second = said(reinstated(2));

        assertThat(first.and(second).reinstated()).isEqualTo(reinstated(2));
        assertThat(second.and(first).reinstated()).isEqualTo(reinstated(2));
    }

    @ParameterizedTest
    @CsvSource({"ISSUED,1,ISSUED,2", "ISSUED,2,REVOKED,1", "REVOKED,1,REVOKED,2"})
    void keepsTheDocumentThatCameToBeLastInWhateverOrderTheyAreRead(
            CredentialState former, int at, CredentialState last, int later) {
        Recollection first = said(document(former, at, "first"));
        Recollection second = said(document(last, later, "second"));

        assertThat(first.and(second).document()).isEqualTo(second.document());
        assertThat(second.and(first).document()).isEqualTo(second.document());
    }

    @Test
    void keepsOfTwoDocumentsOfOneTimeTheOneThatIsReadLast() {
        Recollection first = said(document(CredentialState.ISSUED, 1, "first"));
        Recollection second = said(document(CredentialState.ISSUED, 1, "second"));

        assertThat(first.and(second).document()).isEqualTo(second.document());
    }

    @Test
    void keepsWhatIsSaidOfBoth() {
        Recollection both = said(suspended(1)).and(said(reinstated(1)));

        assertThat(both.suspended()).isEqualTo(suspended(1));
        assertThat(both.reinstated()).isEqualTo(reinstated(1));
    }

    private static Recollection said(IssuanceEvent event) {
        return new Recollection(SignedFixture.ID, "northgate", event);
    }

    private static CredentialDocument document(CredentialState state, int second, String form) {
        return new CredentialDocument(
                "northgate",
                SignedFixture.ID,
                AWARD.learner(),
                state,
                "Northgate University",
                "Data Literacy",
                "https://credentials.northgate.example/1",
                List.of(new Form("application/vc", form)),
                AT.plusSeconds(second),
                null);
    }

    private static CredentialSuspended suspended(int number) {
        return new CredentialSuspended(
                "northgate",
                SignedFixture.ID,
                AWARD.award(),
                AWARD.learner(),
                AWARD.achievement(),
                1,
                number,
                SuspensionReason.UNDER_REVIEW,
                AT.plusSeconds(number));
    }

    private static CredentialReinstated reinstated(int number) {
        return new CredentialReinstated(
                "northgate",
                SignedFixture.ID,
                AWARD.award(),
                AWARD.learner(),
                AWARD.achievement(),
                1,
                number,
                AT.plusSeconds(number));
    }
}
