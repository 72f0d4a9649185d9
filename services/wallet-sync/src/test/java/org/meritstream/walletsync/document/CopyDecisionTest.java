package org.meritstream.walletsync.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CredentialState.ISSUED;
import static org.meritstream.events.CredentialState.REVOKED;

import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialState;
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

    private static SignedDocument.Copy held(CredentialState state) {
        return switch (CopyDecision.decide(null, Facts.document(state))) {
            case CopyDecision.Result.Taken(var copy) -> copy;
            case CopyDecision.Result.Outdated() -> throw new AssertionError("nothing was held before");
        };
    }
}
