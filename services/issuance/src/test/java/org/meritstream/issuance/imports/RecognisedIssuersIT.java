package org.meritstream.issuance.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EventData;
import org.meritstream.events.ImportRefusal;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.RecogniseIssuer;
import org.meritstream.issuance.flow.OnTheLog;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;

/** A registrar says whose credentials count, and it holds for what is handed in from then on: nobody deploys anything. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
@WithTestResource(value = ForeignServer.class, initArgs = @ResourceArg(name = "tenants", value = "rec-listed"))
class RecognisedIssuersIT {
    private static final String LIST = "/api/issuers/{tenant}/recognised";

    private final ForeignUniversity southfield = ForeignUniversity.running();

    @Inject
    Database database;

    @Inject
    RecognisedIssuers registrars;

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "rec-own"))
    void countsWhomARegistrarRecognisesUntilTheyRecogniseThemNoMore() {
        HandedIn learner = known("rec-own");
        HandedIn other = known("rec-other");
        assertThat(handedIn(learner, 1, 21)).isEqualTo(ImportRefusal.ISSUER_NOT_RECOGNISED);

        asked("rec-own", LIST, southfield.did()).statusCode(202).body("state", equalTo("done"));

        given().get(LIST, "rec-own")
                .then()
                .statusCode(200)
                .body("issuers", hasSize(1))
                .body("issuers[0].issuer", equalTo(southfield.did()))
                .body("issuers[0].by", contains("REGISTRAR"))
                .body("issuers[0].since", notNullValue());
        assertThat(handedIn(learner, 2, 22)).isNull();
        assertThat(handedIn(other, 1, 23)).as("another tenant's").isEqualTo(ImportRefusal.ISSUER_NOT_RECOGNISED);

        asked("rec-own", LIST + "/withdrawals", southfield.did())
                .statusCode(202)
                .body("state", equalTo("done"));

        given().get(LIST, "rec-own").then().body("issuers", hasSize(0));
        assertThat(handedIn(learner, 3, 24)).isEqualTo(ImportRefusal.ISSUER_NOT_RECOGNISED);
        assertThat(state(learner, 2)).as("what is held stays").isEqualTo("HELD");
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "rec-listed"))
    void withdrawsNothingThatTheOperatorLists() {
        asked("rec-listed", LIST + "/withdrawals", southfield.did())
                .statusCode(409)
                .body("type", endsWith("/listed-by-operator"));
        asked("rec-listed", LIST, southfield.did()).statusCode(202).body("state", equalTo("done"));

        given().get(LIST, "rec-listed")
                .then()
                .body("issuers.issuer", contains(southfield.did()))
                .body("issuers[0].by", contains("OPERATOR", "REGISTRAR"));
    }

    /** Whatever arrives last: what was said last counts. */
    @Test
    void countsWhatWasSaidLast() {
        Instant noon = Instant.parse("2026-11-28T12:00:00Z");
        say("rec-order", true, noon);
        say("rec-order", false, noon.plusSeconds(60));
        say("rec-order", true, noon.minusSeconds(60));
        assertThat(registrars.of("rec-order")).isEmpty();

        say("rec-order", true, noon.plusSeconds(120));
        assertThat(registrars.of("rec-order")).containsOnlyKeys("https://lake.example");
        assertThat(registrars.of("rec-order-too")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "southfield", "http://south.example", "did:web:", "did:web:a b", "https://a\u0000b"})
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "rec-own"))
    void takesNothingThatIsNoIssuersId(String issuer) {
        asked("rec-own", LIST, issuer).statusCode(400).body("errors[0].pointer", equalTo("/issuer"));
    }

    @Test
    @TestSecurity(
            user = "it",
            roles = {"admin", "designer", "auditor"})
    @JwtSecurity(claims = @Claim(key = "tenant", value = "rec-roles"))
    void isSaidByRegistrarsAloneAndReadByStaff() {
        asked("rec-roles", LIST, "https://lake.example").statusCode(403);
        asked("rec-roles", LIST + "/withdrawals", "https://lake.example").statusCode(403);
        given().get(LIST, "rec-roles").then().statusCode(200).body("issuers", hasSize(0));
    }

    @Test
    @TestSecurity(user = "it", roles = "registrar")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "rec-mine"))
    void isSaidForOnesOwnTenantAlone() {
        asked("rec-yours", LIST, "https://lake.example").statusCode(403);
        given().get(LIST, "rec-yours").then().statusCode(403);
        assertThat(registrars.of("rec-yours")).isEmpty();
    }

    private void say(String tenant, boolean recognised, Instant at) {
        Write write = RecognisedIssuers.say(new RecogniseIssuer(tenant, "https://lake.example", recognised), at);
        database.query(write.sql(), write.params());
    }

    private static ValidatableResponse asked(String tenant, String path, String issuer) {
        return given().filter(new Settled())
                .contentType("application/json")
                .body(Map.of("issuer", issuer))
                .post(path, tenant)
                .then();
    }

    /** Why it does not count, or null where it does. */
    private @Nullable ImportRefusal handedIn(HandedIn learner, int request, int place) {
        HandedIn.append(List.of(learner.request(request, southfield.credential(place, HandedIn.AMINA))));
        EventData said = learner.told(request).getLast();
        if (said instanceof ImportRefused refused) {
            return refused.reason();
        }
        assertThat(said).isInstanceOf(CredentialVerified.class);
        return null;
    }

    private String state(HandedIn learner, int request) {
        return database.query("select state from foreign_credential where request = $1", Tuple.of(learner.id(request)))
                .iterator()
                .next()
                .getString("state");
    }

    private static HandedIn known(String tenant) {
        HandedIn learner = new HandedIn(tenant);
        HandedIn.append(List.of(learner.profiled(HandedIn.AMINA)));
        return learner;
    }
}
