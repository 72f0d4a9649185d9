package org.meritstream.walletsync.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.proving.Settled;
import org.meritstream.walletsync.InMemory;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.LoopInTest;
import org.meritstream.walletsync.wallet.Facts;

@QuarkusTest
@WithTestResource(InMemory.class)
@TestSecurity(user = "registrar@northgate", roles = "registrar")
@JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
class VisibilityResourceTest {

    @Inject
    LoopInTest loop;

    @Test
    void sharesACredential() {
        UUID credential = issued(Facts.NORTHGATE);

        String outcome = Learner.judged()
                .filter(new Settled())
                .contentType("application/json")
                .body(Map.of("visibility", "PUBLIC"))
                .post(address(credential))
                .then()
                .statusCode(202)
                .header("Location", startsWith("http"))
                .body("state", equalTo("done"))
                .extract()
                .path("id");

        assertThat(loop.emitted(credential)).hasAtLeastOneElementOfType(VisibilityChanged.class);
        Learner.judged()
                .get("/api/wallet-sync/commands/" + outcome)
                .then()
                .statusCode(200)
                .body("state", equalTo("done"));
    }

    @Test
    void saysWhyItDoesNotShareWhatWasRevoked() {
        UUID credential = UUID.randomUUID();
        UUID learner = UUID.randomUUID();
        loop.issue(Facts.NORTHGATE, learner, credential, "Ada Example");
        loop.tell(Facts.revoked(Facts.NORTHGATE, learner, credential));

        Learner.judged()
                .filter(new Settled())
                .contentType("application/json")
                .body(Map.of("visibility", "PUBLIC"))
                .post(address(credential))
                .then()
                .statusCode(202)
                .body("state", equalTo("refused"))
                .body("problem.type", equalTo("https://meritstream.org/problems/credential-revoked"));
    }

    @Test
    void doesNotShareAnotherTenantsCredential() {
        UUID credential = issued(Facts.SOUTHFIELD);

        Learner.judged()
                .contentType("application/json")
                .body(Map.of("visibility", "PUBLIC"))
                .post(address(credential))
                .then()
                .statusCode(404);

        assertThat(loop.commands(credential)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"visibility\":\"public\"}", "{\"visibility\":", "[]", "null", "{\"visibility\":{}}"})
    void refusesABodyThatSaysNothingItKnows(String body) {
        UUID credential = issued(Facts.NORTHGATE);

        Learner.judged()
                .contentType("application/json")
                .body(body)
                .post(address(credential))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private UUID issued(String tenant) {
        UUID credential = UUID.randomUUID();
        loop.issue(tenant, UUID.randomUUID(), credential, "Ada Example");
        return credential;
    }

    private static String address(UUID credential) {
        return "/api/wallet/offers/" + credential + "/visibility";
    }
}
