package org.meritstream.issuance.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.issuance.flow.OverHttp.judged;
import static org.meritstream.issuance.flow.OverHttp.putIssuer;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Settled;

/** What a tenant's admin opens and chooses over HTTP, on a real broker and a real PostgreSQL: the issuer, how it secures, by which keys, what its credentials may become. */
@QuarkusTest
@TestProfile(OnTheLog.class)
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "issuance"))
class IssuerSettingsIT {
    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "securing"))
    void choosesSecuringsAndRotatesAKey() {
        assertThat(putIssuer("securing").jsonPath().getList("securings")).containsExactly("EDDSA_RDFC_2022");

        Response chosen = command("securings", Map.of("securings", List.of("VC_JWT_ES256", "EDDSA_RDFC_2022")));
        Response rotated = command("keys", Map.of("kind", "P256"));
        Response refused = command("keys", Map.of("kind", "RSA"));

        assertThat(List.of(chosen, rotated))
                .extracting(answer -> answer.jsonPath().getString("state"))
                .containsOnly("done");
        assertThat(refused.jsonPath().getString("state")).isEqualTo("refused");
        assertThat(judged().get("/api/issuers/securing").jsonPath().getList("securings"))
                .containsExactly("EDDSA_RDFC_2022", "VC_JWT_ES256");
        assertThat(judged().get("/api/issuers/securing/keys").jsonPath().getList("keys.kind"))
                .containsExactly("P256", "P256", "ED25519");
        assertThat(command("securings", Map.of("securings", List.of("VC_JWT_ES256")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(command("keys", Map.of("kind", "DSA")).statusCode()).isEqualTo(400);
        assertThat(judged().get("/api/issuers/flow/keys").statusCode()).isEqualTo(403);
    }

    /** Marked where it is chosen and wherever it is asked; no tenant has it unasked. */
    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "suspending"))
    void choosesWhatCredentialsMayBecomeAndSaysWhatDeviates() {
        String deviation = "credentialStatus is a list of two entries; 1EdTech's schema allows one";
        JsonPath before = putIssuer("suspending").jsonPath();

        Response chosen = profile("REVOCATION_AND_SUSPENSION");

        assertThat(before.getString("statusProfile")).isEqualTo("REVOCATION");
        assertThat(before.getList("deviations")).isEmpty();
        assertThat(chosen.statusCode()).isEqualTo(202);
        assertThat(chosen.jsonPath().getString("state")).isEqualTo("done");
        assertThat(chosen.jsonPath().getList("deviations")).containsExactly(deviation);
        JsonPath after = judged().get("/api/issuers/suspending").jsonPath();
        assertThat(after.getString("statusProfile")).isEqualTo("REVOCATION_AND_SUSPENSION");
        assertThat(after.getList("deviations")).containsExactly(deviation);
        assertThat(profile("REVOCATION").jsonPath().getList("deviations")).isEmpty();
        assertThat(judged().get("/api/issuers/suspending").jsonPath().getList("deviations"))
                .isEmpty();
        assertThat(profile("SUSPENSION").statusCode()).isEqualTo(400);
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "opened"))
    void opensAnIssuerThatSecuresInSeveralWays() {
        Map<String, Object> wanted = Map.of(
                "name",
                "Opened",
                "url",
                "https://opened.example",
                "securings",
                List.of("EDDSA_RDFC_2022", "VC_JWT_RS256"));

        assertThat(put("opened", wanted).statusCode()).isEqualTo(201);
        assertThat(put("opened", wanted).statusCode()).isEqualTo(200);
        assertThat(judged().get("/api/issuers/opened/keys").jsonPath().getList("keys.kind"))
                .containsExactlyInAnyOrder("ED25519", "RSA");
        assertThat(put(
                                "opened",
                                Map.of(
                                        "name",
                                        "O",
                                        "url",
                                        "https://o.example",
                                        "securings",
                                        List.of("EDDSA_RDFC_2022")))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @TestSecurity(user = "it", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = "flow"))
    void refusesAnIssuerWithoutNameOrAddress() {
        Response refused = judged().contentType("application/json")
                .body(Map.of("url", "javascript:alert(1)"))
                .put("/api/issuers/flow");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.pointer")).containsExactly("/name", "/url");
    }

    private static Response put(String tenant, Map<String, Object> body) {
        return judged().contentType("application/json").body(body).put("/api/issuers/" + tenant);
    }

    private static Response command(String which, Map<String, Object> body) {
        return judged().contentType("application/json")
                .filter(new Settled())
                .body(body)
                .post("/api/issuers/securing/" + which);
    }

    private static Response profile(String chosen) {
        return judged().contentType("application/json")
                .filter(new Settled())
                .body(Map.of("profile", chosen))
                .post("/api/issuers/suspending/status-profile");
    }
}
