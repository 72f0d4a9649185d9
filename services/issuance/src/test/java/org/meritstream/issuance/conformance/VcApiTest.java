package org.meritstream.issuance.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.proof.BouncyCastleEd25519;
import org.meritstream.issuance.verification.Registries;
import org.meritstream.issuance.verification.Verifier;

class VcApiTest {
    private static final Instant NOW = Instant.parse("2026-11-29T10:15:30Z");
    private static final String ID = "urn:uuid:6a1c1c0e-3c8f-4f36-9f0b-8f52fe42500e";
    private static final Documents NOTHING = (address, wanted) -> new Fetched.Missing("There is no network.");
    private static final URI LIST = URI.create("https://localhost:8443/vc-api/status/1");
    private static final VcApi API = new VcApi(
            ConformanceIssuers.fresh(new BouncyCastleEd25519()),
            SignedFixture.SUITE,
            new Verifier(SignedFixture.SUITE, SignedFixture.JOSE, new Registries(Map.of())),
            new ConformanceList.Place(LIST, NOTHING, () -> NOW));

    @ParameterizedTest
    @EnumSource(Securing.class)
    void verifiesWhatItIssues(Securing way) {
        Answer answer = verify(issued(way, "request"));

        assertThat(answer).isEqualTo(new Answer(200, "application/json", "{\"verified\":true,\"problemDetails\":[]}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Securing.class,
            names = {"EDDSA_RDFC", "ECDSA_RDFC_P256", "ECDSA_RDFC_P384", "EDDSA_JCS"})
    void verifiesWhatItIssuesOfTheDataModelOfBefore(Securing way) {
        assertThat(verify(issued(way, "request-older")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(value = Securing.class, names = "JWT", mode = EnumSource.Mode.EXCLUDE)
    void refusesWhatWasChanged(Securing way) {
        ObjectNode credential = issued(way, "request");
        ((ObjectNode) credential.path("credentialSubject")).put("name", "Anima");

        assertThat(refusal(verify(credential))).isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
    }

    @Test
    void entersEachInItsListOnce() {
        JsonNode one = issued(Securing.LISTED, "request").path("credentialStatus");
        JsonNode other = issued(Securing.LISTED, "request").path("credentialStatus");

        assertThat(one.path("type").textValue()).isEqualTo("BitstringStatusListEntry");
        assertThat(one.path("statusListCredential").textValue()).isEqualTo(LIST.toString());
        assertThat(one.path("statusListIndex")).isNotEqualTo(other.path("statusListIndex"));
        assertThat(verify((ObjectNode) json(API.list(null))).status()).isEqualTo(200);
        assertThat(API.list("application/vc").type()).isEqualTo("application/vc");
        assertThat(API.list("application/ld+json, application/json").type()).isEqualTo("application/json");
    }

    @Test
    void refusesAnEntryThatSomebodyElseGave() {
        ObjectNode request = Case.object("request");
        ((ObjectNode) request.path("credential")).putObject("credentialStatus").put("type", "BitstringStatusListEntry");

        assertThat(refusal(issue(Securing.LISTED, request))).isEqualTo(FaultType.MALFORMED_VALUE_ERROR.uri());
    }

    @Test
    void refusesATokenThatWasChanged() {
        ObjectNode envelope = issued(Securing.JWT, "request");
        envelope.put("id", envelope.path("id").asText().replaceFirst("\\.[^.]*$", ".AAAA"));

        assertThat(refusal(verify(envelope))).isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
    }

    @Test
    void saysByWhichSuiteItSigned() {
        JsonNode proof =
                issued(Securing.ECDSA_RDFC_P384, "request").path("proof").path(0);

        assertThat(proof.path("cryptosuite").asText()).isEqualTo("ecdsa-rdfc-2019");
        assertThat(proof.path("verificationMethod").asText()).startsWith("did:key:z82L");
    }

    @ParameterizedTest
    @EnumSource(Securing.class)
    void signsNothingThatASignatureWouldNotCover(Securing way) {
        ObjectNode request = Case.object("request");
        ((ObjectNode) request.path("credential").path("credentialSubject")).put("undefinedTerm", "lost");

        Answer answer = issue(way, request);

        assertThat(refusal(answer)).isEqualTo(FaultType.DATA_LOSS_DETECTION_ERROR.uri());
        assertThat(answer.type()).isEqualTo("application/problem+json");
        assertThat(json(answer).path("type").asText()).isEqualTo(FaultType.DATA_LOSS_DETECTION_ERROR.uri());
    }

    @Test
    void signsNothingUnderAContextThatRedefinesAProtectedTerm() {
        ObjectNode request = Case.object("request");
        ((ObjectNode) request.path("credential"))
                .withArray("@context")
                .addObject()
                .put("VerifiableCredential", "https://example.org/#Another");

        assertThat(issue(Securing.EDDSA_JCS, request).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "null"})
    void refusesWhatIsNoRequest(String body) {
        assertThat(refusal(API.issue(Securing.EDDSA_RDFC, body, ID, NOW))).isEqualTo(FaultType.PARSING_ERROR.uri());
        assertThat(refusal(API.verifyCredential(body, NOW))).isEqualTo(FaultType.PARSING_ERROR.uri());
        assertThat(refusal(API.verifyPresentation(body, NOW))).isEqualTo(FaultType.PARSING_ERROR.uri());
    }

    @Test
    void refusesACredentialSentAsText() {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put(
                "verifiableCredential", issued(Securing.EDDSA_RDFC, "request").toString());

        assertThat(refusal(API.verifyCredential(request.toString(), NOW))).isEqualTo(FaultType.PARSING_ERROR.uri());
    }

    @Test
    void refusesOneWithoutAProof() {
        ObjectNode none = issued(Securing.EDDSA_RDFC, "request");
        none.remove("proof");
        ObjectNode nothing = issued(Securing.EDDSA_RDFC, "request");
        nothing.putNull("proof");

        assertThat(refusal(verify(none))).isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
        assertThat(refusal(verify(nothing))).isEqualTo(FaultType.PROOF_VERIFICATION_ERROR.uri());
    }

    @Test
    void refusesATermThatWasAddedAndMeansNothing() {
        ObjectNode credential = issued(Securing.EDDSA_RDFC, "request");
        ((ObjectNode) credential.path("credentialSubject")).put("undefinedTerm", "added");

        assertThat(refusal(verify(credential))).isEqualTo(FaultType.DATA_LOSS_DETECTION_ERROR.uri());
    }

    @Test
    void doesNotPassOffAsVerifiedWhatCouldNotBeChecked() {
        ObjectNode request = Case.object("request");
        ((ObjectNode) request.path("credential"))
                .putObject("credentialStatus")
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", "1")
                .put("statusListCredential", "https://northgate.example/status/1");

        Answer answer =
                verify((ObjectNode) json(issue(Securing.EDDSA_RDFC, request)).path("verifiableCredential"));

        assertThat(refusal(answer)).isEqualTo(FaultType.STATUS_RETRIEVAL_ERROR.uri());
    }

    @Test
    void namesAnIssuerOfItsOwnForEachWay() {
        JsonNode issuers = json(API.issuers());

        assertThat(issuers.size()).isEqualTo(Securing.values().length);
        assertThat(issuers.path("ecdsa-rdfc-2019-p256").asText()).startsWith("did:key:zDna");
        assertThat(issuers.path("eddsa-jcs-2022")).isNotEqualTo(issuers.path("eddsa-rdfc-2022"));
    }

    static ObjectNode issued(Securing way, String request) {
        Answer answer = issue(way, Case.object(request));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return (ObjectNode) json(answer).path("verifiableCredential");
    }

    static String present(ObjectNode request) {
        Answer answer = API.verifyPresentation(request.toString(), NOW);
        return answer.status() == 200 ? "verified" : refusal(answer);
    }

    private static Answer issue(Securing way, ObjectNode request) {
        return API.issue(way, request.toString(), ID, NOW);
    }

    private static Answer verify(ObjectNode credential) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.set("verifiableCredential", credential);
        return API.verifyCredential(request.toString(), NOW);
    }

    private static String refusal(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return json(answer).path("problemDetails").path(0).path("type").asText();
    }

    private static JsonNode json(Answer answer) {
        try {
            return EventFormat.JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}
