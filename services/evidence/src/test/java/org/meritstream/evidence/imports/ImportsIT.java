package org.meritstream.evidence.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.meritstream.evidence.artifacts.HandingIn.learner;
import static org.meritstream.evidence.artifacts.HandingIn.staff;
import static org.meritstream.evidence.imports.ImportCalls.IMPORTS;
import static org.meritstream.evidence.imports.ImportCalls.ISSUER;
import static org.meritstream.evidence.imports.ImportCalls.MAPS;
import static org.meritstream.evidence.imports.ImportCalls.MORNING;
import static org.meritstream.evidence.imports.ImportCalls.NUMBER;
import static org.meritstream.evidence.imports.ImportCalls.eventually;
import static org.meritstream.evidence.imports.ImportCalls.handed;
import static org.meritstream.evidence.imports.ImportCalls.outcome;
import static org.meritstream.evidence.imports.ImportCalls.post;
import static org.meritstream.evidence.imports.ImportCalls.requested;
import static org.meritstream.evidence.imports.ImportCalls.say;
import static org.meritstream.evidence.imports.ImportCalls.state;
import static org.meritstream.evidence.imports.ImportCalls.verified;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.LapseReason;
import org.meritstream.evidence.artifacts.HandingIn;
import org.meritstream.evidence.artifacts.UploadFolder;
import org.meritstream.evidence.flow.Files;
import org.meritstream.evidence.signin.IdentityProvider;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/** Credentials of other issuers over the running service, by the API; the test says what issuance would. */
@QuarkusTest
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(UploadFolder.class)
@QuarkusTestResource(value = IdentityProvider.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ImportsIT {

    @Inject
    HandingIn handing;

    @Test
    void handsItToIssuanceAsItIsAndCountsItOnceItIsVerified() {
        UUID learner = enrolled("im-counts");

        UUID request = handed("im-counts", "{\"@context\": []}");
        ImportRequested asked = requested("im-counts", request);
        assertThat(new String(asked.handedIn(), StandardCharsets.UTF_8)).isEqualTo("{\"@context\": []}");
        assertThat(asked.learner()).isEqualTo(learner);
        state("im-counts", request, "PENDING");

        say(verified("im-counts", request, request, learner));

        state("im-counts", request, "VERIFIED")
                .body("issuer", equalTo(ISSUER))
                .body("achievement", equalTo(MAPS))
                .body("problem", nullValue());
        outcome("im-counts", request).body("state", equalTo("done")).body("link", equalTo(IMPORTS + "/" + request));
        eventually(
                () -> staff("im-counts", "registrar").get("/api/awards?learner=" + learner),
                answer -> answer.asString().contains("CONFERRED"));
    }

    @Test
    void saysThatWhatIsHeldAlreadyCounts() {
        UUID learner = enrolled("im-twice");
        UUID first = handed("im-twice", "{}");
        UUID second = handed("im-twice", "{ }");

        say(verified("im-twice", first, first, learner));
        say(verified("im-twice", second, first, learner));

        state("im-twice", second, "VERIFIED");
        say(new CredentialLapsed("im-twice", first, learner, ISSUER, MAPS, LapseReason.SUSPENDED, MORNING));
        state("im-twice", second, "LAPSED").body("lapse", equalTo("SUSPENDED"));
    }

    @ParameterizedTest
    @CsvSource({"PROOF_INVALID, proof-invalid", "ANOTHER_HOLDER, another-holder", "EXPIRED, expired"})
    void saysWhyItDoesNotCount(ImportRefusal reason, String problem) {
        String tenant = "im-" + problem;
        UUID learner = enrolled(tenant);
        UUID request = handed(tenant, "{}");

        say(new ImportRefused(tenant, request, learner, reason, MORNING));

        state(tenant, request, "REFUSED").body("problem.type", endsWith("/" + problem));
        outcome(tenant, request)
                .body("state", equalTo("refused"))
                .body("problem.type", endsWith("/" + problem))
                .body("problem.status", equalTo(422));
    }

    @Test
    void saysWhatIssuanceSaidFirst() {
        UUID learner = enrolled("im-order");
        UUID request = UUID.fromString("0199b0c0-0000-7000-8000-00000000f0f0");
        say(new CredentialLapsed("im-order", request, learner, ISSUER, MAPS, LapseReason.REVOKED, MORNING));
        say(verified("im-order", request, request, learner));

        state("im-order", request, "LAPSED");
    }

    @Test
    void takesNothingThatIsEmptyOrTooLarge() {
        enrolled("im-sizes");

        post("im-sizes", new byte[0]).then().statusCode(400).body("type", endsWith("/nothing-handed-in"));
        post("im-sizes", new byte[ImportEdge.LARGEST + 1])
                .then()
                .statusCode(413)
                .body("type", endsWith("/credential-too-large"));
    }

    @Test
    void takesNoMoreThanIsLookedAt() {
        enrolled("im-many");
        for (int i = 0; i < 5; i++) {
            state("im-many", handed("im-many", "{\"n\": " + i + "}"), "PENDING");
        }

        post("im-many", "{}".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(429)
                .body("type", endsWith("/too-many-imports"));
    }

    @Test
    void showsNothingOfAnotherLearnerOrTenant() {
        enrolled("im-mine");
        enrolled("im-theirs");
        UUID request = handed("im-mine", "{}");
        state("im-mine", request, "PENDING");

        learner("im-mine", "s-9999").get(IMPORTS + "/" + request).then().statusCode(404);
        learner("im-mine", "s-9999").get(IMPORTS).then().body("imports", hasSize(0));
        learner("im-theirs", NUMBER).get(IMPORTS + "/" + request).then().statusCode(404);
        learner("im-mine", "s-9999")
                .queryParam("studentNumber", NUMBER)
                .get(IMPORTS)
                .then()
                .statusCode(403);
        staff("im-mine", "registrar")
                .queryParam("studentNumber", NUMBER)
                .get(IMPORTS)
                .then()
                .body("imports", hasSize(1));
    }

    private UUID enrolled(String tenant) {
        return handing.enrolled(tenant, Files.read("drafts/foreign.json"));
    }
}
