package org.meritstream.walletsync.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CredentialState.ISSUED;
import static org.meritstream.events.CredentialState.REVOKED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialState;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.walletsync.wallet.Facts;

class CopyDecisionTest {

    @Test
    void takesTheFirstDocument() {
        assertThat(CopyDecision.decide(null, Facts.document(ISSUED))).isInstanceOf(CopyDecision.Result.Taken.class);
    }

    @Test
    void takesTheRevokedDocumentAfterTheIssuedOne() {
        assertThat(CopyDecision.decide(held(ISSUED), Facts.document(REVOKED)))
                .isInstanceOf(CopyDecision.Result.Taken.class);
    }

    @Test
    void keepsTheRevokedDocumentWhenTheIssuedOneArrivesAfterIt() {
        assertThat(CopyDecision.decide(held(REVOKED), Facts.document(ISSUED)))
                .isEqualTo(new CopyDecision.Result.Outdated());
    }

    @Test
    void keepsTheLaterOfTwoIssuedDocuments() {
        CredentialDocument heard = Facts.document(ISSUED);
        SignedDocument.Copy later = new SignedDocument.Copy(
                ISSUED, "Northgate", "Data literacy", heard.address(), heard.forms(), Facts.NOON.plusSeconds(1));

        assertThat(CopyDecision.decide(later, heard)).isEqualTo(new CopyDecision.Result.Outdated());
    }

    @Test
    void keepsTheOneThatWasSignedLaterOfTwoOfOneMoment() {
        SignedDocument.Copy former = signed("former", "2026-11-23T12:00:00Z");
        SignedDocument.Copy again = signed("again", "2026-11-24T09:00:00Z");

        assertThat(CopyDecision.decide(former, again)).isEqualTo(new CopyDecision.Result.Taken(again));
        assertThat(CopyDecision.decide(again, former)).isEqualTo(new CopyDecision.Result.Outdated());
    }

    /** The store keeps whole milliseconds of a time, so of the same moment the one that is heard seems later. */
    @Test
    void goesByNoMoreOfATimeThanTheStoreKeeps() {
        SignedDocument.Copy kept = signed("again", "2026-11-24T09:00:00Z");
        SignedDocument.Copy former = signed("former", "2026-11-23T12:00:00Z");
        SignedDocument.Copy heard = new SignedDocument.Copy(
                ISSUED,
                former.issuerName(),
                former.achievementName(),
                former.address(),
                former.forms(),
                former.updatedAt().plusNanos(700));

        assertThat(CopyDecision.decide(kept, heard)).isEqualTo(new CopyDecision.Result.Outdated());
    }

    @Test
    void keepsTheSameOfTwoThatNothingElseOrders() {
        SignedDocument.Copy one = signed("one", "2026-11-23T12:00:00Z");
        SignedDocument.Copy other = signed("other", "2026-11-23T12:00:00Z");

        assertThat(CopyDecision.decide(one, other)).isEqualTo(new CopyDecision.Result.Taken(other));
        assertThat(CopyDecision.decide(other, one)).isEqualTo(new CopyDecision.Result.Outdated());
        assertThat(CopyDecision.decide(one, one)).isEqualTo(new CopyDecision.Result.Taken(one));
    }

    @Test
    void keepsOneThatSaysWhenItWasSignedBeforeOneThatDoesNot() {
        SignedDocument.Copy unread = new SignedDocument.Copy(
                ISSUED, "Northgate", "Data literacy", "https://credentials.example", List.of(), Facts.NOON);
        SignedDocument.Copy signed = signed("signed", "2026-11-23T12:00:00Z");
        SignedDocument.Copy odd = signed("odd", "yesterday");

        assertThat(CopyDecision.decide(unread, signed)).isEqualTo(new CopyDecision.Result.Taken(signed));
        assertThat(CopyDecision.decide(signed, odd)).isEqualTo(new CopyDecision.Result.Outdated());
    }

    private static SignedDocument.Copy signed(String name, String created) {
        String document = EventFormat.JSON
                .createObjectNode()
                .put("id", name)
                .set(
                        "proof",
                        EventFormat.JSON
                                .createArrayNode()
                                .add(EventFormat.JSON.createObjectNode().put("created", created)))
                .toString();
        return new SignedDocument.Copy(
                ISSUED,
                "Northgate",
                "Data literacy",
                "https://credentials.example",
                List.of(new Form("application/vc", document), new Form("application/vc+jwt", "e30.e30.e30")),
                Facts.NOON);
    }

    private static SignedDocument.Copy held(CredentialState state) {
        return switch (CopyDecision.decide(null, Facts.document(state))) {
            case CopyDecision.Result.Taken(var copy) -> copy;
            case CopyDecision.Result.Outdated() -> throw new AssertionError("nothing was held before");
        };
    }
}
