package org.meritstream.issuance.flow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Form;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.Securing;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.Visibility;
import org.meritstream.issuance.disclosure.SdJwt;
import org.meritstream.issuance.proof.DataIntegrity;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.KeyLookup;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.proof.StatedProof;
import org.meritstream.issuance.proof.VerificationKey;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.KeyedIds;
import org.meritstream.proving.OpenApi;
import org.meritstream.proving.RealServers;

/** Credentials secured in the ways that a tenant chose, with the keys that its document lists. */
@QuarkusTest
@TestProfile(ByHand.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class SecuringsIT {
    private static final ProofVerdict VALID = new ProofVerdict.Valid();

    @Inject
    BatchHandler handler;

    @Inject
    Founding founding;

    @Inject
    KeyedIds ids;

    @Inject
    DataIntegrity suites;

    @Inject
    JoseSecuring jose;

    private final Deliveries log = new Deliveries();

    @ParameterizedTest
    @EnumSource(names = {"VC_JWT_EDDSA", "VC_JWT_ES256", "VC_JWT_RS256"})
    void securesInEveryWayAtOnce(Securing token) {
        String tenant =
                "every-" + token.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Story story = begun(tenant);
        handler.handle(log.deliver(List.of(story.chosen(
                2,
                Securing.EDDSA_RDFC_2022,
                Securing.ECDSA_RDFC_2019_P256,
                Securing.ECDSA_RDFC_2019_P384,
                Securing.EDDSA_JCS_2022,
                token))));

        CredentialDocument told = issue(story, 1);

        UUID id = told.credential();
        String document = read(id, "application/vc").asString();
        assertThat(DataIntegrity.proofs(document))
                .extracting(StatedProof::cryptosuite)
                .containsExactly("eddsa-rdfc-2022", "ecdsa-rdfc-2019", "ecdsa-rdfc-2019", "eddsa-jcs-2022");
        assertThat(suites.verify(document, listed(tenant))).isEqualTo(VALID);
        String jwt = read(id, "application/vc+jwt").asString();
        assertThat(jose.verify(jwt, listed(tenant))).isEqualTo(VALID);
        assertThat(read(id, "text/plain").asString()).isEqualTo(jwt);
        assertThat(read(id, "text/plain").contentType()).startsWith("text/plain");
        assertThat(told.forms())
                .containsExactly(new Form("application/vc", document), new Form("application/vc+jwt", jwt));
        assertThat(given().header("Accept", "text/html")
                        .get("/credentials/" + id)
                        .asString())
                .contains("This credential is valid");
    }

    @ParameterizedTest
    @EnumSource(names = {"SD_JWT_VC_EDDSA", "SD_JWT_VC_ES256"})
    void securesAsATokenThatDisclosesPartsOfItself(Securing token) {
        String tenant =
                "parts-" + token.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Story story = begun(tenant);
        handler.handle(log.deliver(List.of(story.chosen(2, Securing.EDDSA_RDFC_2022, token))));

        CredentialDocument told = issue(story, 1);

        String form = read(told.credential(), "application/dc+sd-jwt").asString();
        assertThat(told.forms()).contains(new Form("application/dc+sd-jwt", form));
        JsonNode signed = json(JoseSecuring.read(SdJwt.of(form).jwt()).credential());
        assertThat(judged().get(URI.create(signed.path("vct").asText()).getPath())
                        .jsonPath()
                        .getString("vct"))
                .isEqualTo(signed.path("vct").asText());
        JsonNode verified = verified(form);
        assertThat(verified.at("/credential/name").asText()).isEqualTo("Data Literacy");
        assertThat(verified.path("verified").asBoolean())
                .as(verified.toString())
                .isTrue();
        assertThat(read(told.credential(), "application/vc+jwt").statusCode()).isEqualTo(406);
    }

    @Test
    void revokesATokenThatDisclosesPartsOfItselfByTheSameEntry() {
        Story story = begun("parts-revoked");
        handler.handle(log.deliver(List.of(story.chosen(2, Securing.EDDSA_RDFC_2022, Securing.SD_JWT_VC_ES256))));
        UUID id = issue(story, 1).credential();
        String form = read(id, "application/dc+sd-jwt").asString();

        handler.handle(log.deliver(List.of(story.revoke(id, 1, RevocationReason.ISSUED_IN_ERROR, 30))));

        JsonNode verified = verified(form);
        assertThat(verified.path("verified").asBoolean(true))
                .as(verified.toString())
                .isFalse();
        assertThat(verified.at("/checks/6/reason").asText()).isEqualTo("Its issuer revoked it.");
        Response list = judged().header("Accept", "application/statuslist+jwt").get("/status/parts-revoked-1");
        assertThat(list.contentType()).startsWith("application/statuslist+jwt");
        assertThat(judged().get("/status/parts-revoked-1").contentType()).startsWith("application/vc");
    }

    private static JsonNode verified(String form) {
        return json(judged().contentType("application/dc+sd-jwt")
                .body(form.getBytes(StandardCharsets.US_ASCII))
                .post("/api/verify")
                .asString());
    }

    @Test
    void keepsVerifyingWhatAFormerKeySigned() {
        Story story = begun("rotated");
        handler.handle(log.deliver(List.of(
                story.chosen(2, Securing.EDDSA_RDFC_2022, Securing.ECDSA_RDFC_2019_P256, Securing.VC_JWT_ES256))));
        UUID before = issue(story, 1).credential();

        handler.handle(log.deliver(
                List.of(story.rotated(SigningKeyKind.P256, 30), story.rotated(SigningKeyKind.ED25519, 31))));
        UUID after = issue(story, 2).credential();

        KeyLookup listed = listed("rotated");
        for (UUID id : List.of(before, after)) {
            assertThat(suites.verify(read(id, "application/vc").asString(), listed))
                    .isEqualTo(VALID);
            assertThat(jose.verify(read(id, "application/vc+jwt").asString(), listed))
                    .isEqualTo(VALID);
        }
        assertThat(methods(before)).doesNotContainAnyElementsOf(methods(after));
        assertThat(did("rotated").at("/assertionMethod"))
                .as("two of each kind, each in two forms")
                .hasSize(8);
        assertThat(given().header("Accept", "text/html")
                        .get("/credentials/" + before)
                        .asString())
                .contains("This credential is valid");
    }

    @Test
    void leavesWhatIsSignedAsItIsWhenAnotherChoiceIsMade() {
        Story story = begun("changed");
        handler.handle(log.deliver(List.of(story.chosen(2, Securing.EDDSA_RDFC_2022, Securing.VC_JWT_EDDSA))));
        UUID before = issue(story, 1).credential();
        String jwt = read(before, "application/vc+jwt").asString();

        handler.handle(log.deliver(List.of(story.chosen(40, Securing.EDDSA_RDFC_2022))));
        UUID after = issue(story, 2).credential();

        assertThat(read(before, "application/vc+jwt").asString()).isEqualTo(jwt);
        assertThat(read(after, "application/vc+jwt").statusCode()).isEqualTo(406);
        assertThat(read(after, "application/vc+jwt, application/vc;q=0.5")
                        .contentType()
                        .split(";", -1)[0])
                .isEqualTo("application/vc");
    }

    @Test
    void hasNoTokenWhereNoneWasChosen() {
        UUID id = issue(begun("plain"), 1).credential();
        assertThat(read(id, "text/plain").statusCode()).isEqualTo(406);

        Response refused = read(id, "application/vc+jwt");

        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(read(UUID.randomUUID(), "application/vc+jwt").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAKeyThatTheIssuerDoesNotHave() {
        Story story = begun("keyed");

        handler.handle(log.deliver(List.of(story.rotated(SigningKeyKind.RSA, 30))));

        assertThat(did("keyed").at("/verificationMethod")).hasSize(2);
    }

    private Story begun(String tenant) {
        Story story = new Story(tenant);
        founding.found(tenant);
        handler.handle(log.deliver(List.of(story.published(1))));
        return story;
    }

    /** Issues a credential that its holder shares, and gives what the other services are told of it. */
    private CredentialDocument issue(Story story, int n) {
        UUID id = ids.of(story.tenant(), "credential", story.learner(n).toString(), "data-literacy", "1");
        List<Message> told = handler.handle(log.deliver(List.of(
                story.profiled(n, "Amina Yilmaz", 3),
                story.conferred(n, 10 + n),
                story.shared(id, n, Visibility.PUBLIC, 20))));
        return told.stream()
                .map(message ->
                        EventFormat.read(message.headers(), message.body()).data())
                .filter(CredentialDocument.class::isInstance)
                .map(CredentialDocument.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<String> methods(UUID id) {
        List<String> methods = new ArrayList<>(List.of(String.valueOf(
                JoseSecuring.read(read(id, "application/vc+jwt").asString()).key())));
        DataIntegrity.proofs(read(id, "application/vc").asString())
                .forEach(proof -> methods.add(String.valueOf(proof.verificationMethod())));
        return methods;
    }

    /** As a verifier of somebody else would find a key: in the issuer's document, listed for assertions. */
    private static KeyLookup listed(String tenant) {
        JsonNode did = did(tenant);
        return method -> StreamSupport.stream(did.at("/verificationMethod").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(method))
                .filter(one -> StreamSupport.stream(did.at("/assertionMethod").spliterator(), false)
                        .anyMatch(listed -> listed.asText().equals(method)))
                .findFirst()
                .<KeyLookup.Answer>map(one -> new KeyLookup.Answer.Found(
                        one.has("publicKeyJwk")
                                ? VerificationKey.ofJwk(one.path("publicKeyJwk").toString())
                                : VerificationKey.ofMultikey(
                                        one.path("publicKeyMultibase").asText())))
                .orElse(new KeyLookup.Answer.Refused("Not listed."));
    }

    private static JsonNode did(String tenant) {
        return json(judged().get("/issuers/" + tenant + "/did.json").asString());
    }

    private static JsonNode json(String text) {
        try {
            return EventFormat.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("What is served as JSON is JSON", e);
        }
    }

    private static Response read(UUID id, String accept) {
        return judged().header("Accept", accept).get("/credentials/" + id);
    }

    private static io.restassured.specification.RequestSpecification judged() {
        return given().filter(new OpenApi("issuance"));
    }
}
