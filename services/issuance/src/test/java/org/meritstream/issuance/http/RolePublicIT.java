package org.meritstream.issuance.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.proof.Sha256;
import org.meritstream.log.postgres.Database;
import org.meritstream.openbadges.RecognitionContext;

/** Role public: no loop, no broker, no key, and nothing for staff. */
@QuarkusTest
@TestProfile(InRolePublic.class)
@WithTestResource(KeylessServers.class)
class RolePublicIT {
    private static final String TENANT = "public-role";
    private static final String KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    @Inject
    Database database;

    @SuppressWarnings("NullAway.Init") // Quarkus sets it.
    @TestHTTPResource(management = true)
    URI management;

    @BeforeEach
    void signedByAnotherProcess() {
        database.query("""
                insert into issuer (tenant, base, name, url, created_at, updated_at)
                values ($1, 'http://localhost:8080', 'Northgate', 'https://u.example', now(), now()) on conflict do nothing""", Tuple.of(TENANT));
        database.query("""
                insert into signing_key (multikey, tenant, purpose, wrapped, valid_from)
                values ($2, $1, 'assertion', ''::bytea, now()) on conflict do nothing""", Tuple.of(TENANT, KEY));
        database.query("""
                insert into status_list (id, tenant, number, bits, document, signed_at)
                values ($1 || '-1', $1, 1, ''::bytea, '{"signed":true}', now()) on conflict do nothing""", Tuple.of(TENANT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/issuers/public-role", "/issuers/public-role/did.json", "/status/public-role-1"})
    void answersTheWorld(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void servesTheContextOfRecognitionDataForEver() {
        String body = given().get(RecognitionContext.address(""))
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .header("Cache-Control", containsString("immutable"))
                .header("Access-Control-Allow-Origin", "*")
                .extract()
                .asString();

        assertThat(Sha256.of(body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(HexFormat.of().parseHex(RecognitionContext.CURRENT));
    }

    @ParameterizedTest
    @CsvSource({
        "/issuers/public-role, application/did+json, application/ld+json",
        "/issuers/public-role/did.json, application/vc, application/did+json",
        "/issuers/public-role/did.json, application/json, application/json",
        "/status/public-role-1, application/did+json, application/vc"
    })
    void servesADocumentAsNothingThatItIsNot(String path, String accept, String type) {
        given().accept(accept).get(path).then().statusCode(200).contentType(startsWith(type));
    }

    /** A script on a page of another origin may read what it is answered, refusals among it. */
    @ParameterizedTest
    @CsvSource({
        "GET, /issuers/public-role, 200",
        "GET, /issuers/nobody/did.json, 404",
        "GET, /status/nothing-1, 404",
        "GET, /credentials/00000000-0000-8000-8000-000000000001, 404",
        "GET, /records/00000000-0000-8000-8000-000000000001, 404",
        "POST, /api/verify, 400"
    })
    void answersScriptsOfOtherOrigins(String method, String path, int status) {
        given().header("Origin", "https://employer.example")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(status)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Expose-Headers", containsString("Retry-After"));
    }

    @Test
    void tellsAScriptThatItsBodyIsTooLarge() {
        given().header("Origin", "https://employer.example")
                .body("x".repeat(2 * 1024 * 1024 + 1))
                .post("/api/verify")
                .then()
                .statusCode(413)
                .header("Access-Control-Allow-Origin", "*");
    }

    @Test
    void letsAScriptHandInJson() {
        preflight("/api/verify")
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Content-Type"));
    }

    @Test
    void opensNothingForStaffToOtherOrigins() {
        assertThat(preflight("/api/issuers/public-role").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    private static Response preflight(String path) {
        return given().header("Origin", "https://employer.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type")
                .options(path);
    }

    @Test
    void knowsNoOtherContext() {
        given().get(RecognitionContext.PATH + "0".repeat(64))
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", endsWith("unknown-context"));
    }

    @Test
    void hidesACredentialAsEver() {
        given().get("/credentials/00000000-0000-8000-8000-000000000001")
                .then()
                .statusCode(404)
                .body("type", endsWith("unknown-credential"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vc", "text/html", "image/png", "image/svg+xml", "application/pdf"})
    void servesEveryFormOfACredentialThatAnotherProcessSigned(String type) {
        database.query("""
                insert into credential (id, tenant, award, learner, achievement, version, number, status_list, status_index, document,
                  conferred_at, issued_at)
                values ($2, $1, $2, $2, 'data-literacy', 1, 1, $1 || '-1', 7, $3, now(), now()) on conflict do nothing""", Tuple.of(TENANT, SignedFixture.ID, SignedFixture.document()));
        database.query("""
                insert into securing (credential, suite, created, verification_method, value)
                values ($1, 'eddsa-rdfc-2022', now(), 'did:web:x#' || $2, 'z1') on conflict do nothing""", Tuple.of(SignedFixture.ID, KEY));
        database.query("""
                insert into visibility (credential, tenant, visibility, changed_at) values ($2, $1, 'PUBLIC', now())
                on conflict do nothing""", Tuple.of(TENANT, SignedFixture.ID));

        given().accept(type)
                .get("/credentials/" + SignedFixture.ID)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/credentials", "/api/issuers/public-role", "/api/issuance/dead-letters"})
    @TestSecurity(
            user = "it",
            roles = {"admin", "registrar", "auditor"})
    void answersNoStaff(String path) {
        given().get(path).then().statusCode(404).body("type", endsWith("other-role"));
    }

    @Test
    void isReadyWithoutABroker() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void runsNoLoop() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("log-issuance");
    }
}
