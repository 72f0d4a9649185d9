package org.meritstream.issuance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IssuanceDecisionTest {
    private static final String ISSUER = "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final String ID = "urn:uuid:6a1c1c0e-3c8f-4f36-9f0b-8f52fe42500e";
    private static final String DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2";
    private static final Instant NOW = Instant.parse("2026-11-29T10:15:30.123Z");

    @Test
    void signsInItsOwnNameWhereNobodyIsNamed() {
        assertThat(signable(Case.object("request"), Securing.EDDSA_RDFC)
                        .path("issuer")
                        .asText())
                .isEqualTo(ISSUER);
    }

    @Test
    void givesItsIdToAnIssuerThatHasNone() {
        ObjectNode request = Case.object("request");
        credential(request).putObject("issuer").put("name", "Northgate");

        assertThat(signable(request, Securing.EDDSA_RDFC)
                        .path("issuer")
                        .path("id")
                        .asText())
                .isEqualTo(ISSUER);
    }

    @Test
    void addsNothingElseForAnEmbeddedProof() {
        ObjectNode request = Case.object("request");
        credential(request).put("issuer", ISSUER);

        assertThat(signable(request, Securing.EDDSA_JCS)).isEqualTo(request.path("credential"));
    }

    @Test
    void addsTheTermsOfAProofToTheDataModelOfBefore() {
        var contexts =
                signable(Case.object("request-older"), Securing.ECDSA_RDFC_P256).path("@context");

        assertThat(contexts.size()).isEqualTo(2);
        assertThat(contexts.path(1).asText()).isEqualTo(DATA_INTEGRITY);
    }

    @Test
    void addsThemOnce() {
        ObjectNode request = Case.object("request-older");
        credential(request).withArray("@context").add(DATA_INTEGRITY);

        assertThat(signable(request, Securing.EDDSA_RDFC).path("@context").size())
                .isEqualTo(2);
    }

    @Test
    void addsWhatATokenRepeats() {
        ObjectNode document = signable(Case.object("request"), Securing.JWT);

        assertThat(document.path("id").asText()).isEqualTo(ID);
        assertThat(document.path("validFrom").asText()).isEqualTo("2026-11-29T10:15:30Z");
    }

    @Test
    void datesTheDataModelOfBeforeWhichMustSayIt() {
        ObjectNode request = Case.object("request-older");
        credential(request).remove("issuanceDate");

        assertThat(signable(request, Securing.EDDSA_RDFC).path("issuanceDate").asText())
                .isEqualTo("2026-11-29T10:15:30Z");
    }

    @Test
    void refusesToSignInAnothersName() {
        ObjectNode request = Case.object("request");
        credential(request).put("issuer", "did:web:northgate.example");

        assertThat(refused(request)).isEqualTo(FaultType.PROOF_GENERATION_ERROR);
    }

    @ParameterizedTest
    @EnumSource(Securing.class)
    void refusesAnIssuerThatIsNull(Securing way) {
        ObjectNode request = Case.object("request");
        credential(request).putNull("issuer");

        assertThat(decide(request, way)).isInstanceOf(IssuanceDecision.Decided.Refused.class);
    }

    @Test
    void refusesOneThatIsSignedAlready() {
        ObjectNode request = Case.object("request");
        credential(request).putObject("proof");

        assertThat(refused(request)).isEqualTo(FaultType.PROOF_GENERATION_ERROR);
    }

    @Test
    void refusesARequestWithoutACredential() {
        ObjectNode request = Case.object("request");
        request.put("credential", "text");

        assertThat(refused(request)).isEqualTo(FaultType.PARSING_ERROR);
    }

    @Test
    void refusesOptionsThatAreNone() {
        ObjectNode request = Case.object("request");
        request.put("options", "none");

        assertThat(refused(request)).isEqualTo(FaultType.PARSING_ERROR);
    }

    private static ObjectNode credential(ObjectNode request) {
        return (ObjectNode) request.path("credential");
    }

    private static ObjectNode signable(ObjectNode request, Securing way) {
        return ((IssuanceDecision.Decided.Signable) decide(request, way)).document();
    }

    private static FaultType refused(ObjectNode request) {
        return ((IssuanceDecision.Decided.Refused) decide(request, Securing.EDDSA_RDFC))
                .faults()
                .getFirst()
                .type();
    }

    private static IssuanceDecision.Decided decide(ObjectNode request, Securing way) {
        return IssuanceDecision.decide(request, way, new IssuanceDecision.Own(ISSUER, ID, NOW));
    }
}
