package org.meritstream.assessment.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.nimbusds.jose.util.Base64URL;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.assessment.Fixture;
import org.meritstream.assessment.InMemory;
import org.meritstream.assessment.Tokens;
import org.meritstream.events.DeliveryAccepted;

/** What becomes of Live Events, as Canvas sends them. */
@QuarkusTest
@TestProfile(InMemory.class)
class CanvasIntakeResourceTest extends Intake {
    @Test
    void appendsASignedLiveEventAndAnswersWithItsDelivery() {
        String delivery = canvas("northgate", Tokens.sign(EVENT))
                .statusCode(200)
                .body(equalTo(""))
                .extract()
                .header("Meritstream-Delivery");

        DeliveryAccepted accepted = onlyAppended();
        assertThat(accepted.delivery()).hasToString(delivery);
        assertThat(accepted.tenant()).isEqualTo("northgate");
        assertThat(accepted.body()).isEqualTo(EVENT);
        assertThat(accepted.verifiedBy()).isEqualTo("jwt:canvas-2026-11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/jwt", "text/plain", "application/json", "application/octet-stream"})
    void looksAtNoContentTypeOfCanvas(String type) {
        given().contentType(type)
                .body(Tokens.sign(EVENT).getBytes(StandardCharsets.US_ASCII))
                .post("/intake/northgate/canvas")
                .then()
                .statusCode(200);
    }

    @Test
    void takesARetryAsAnotherDelivery() {
        String token = Tokens.sign(EVENT);
        String first = canvas("northgate", token).extract().header("Meritstream-Delivery");

        String second = canvas("northgate", token).statusCode(200).extract().header("Meritstream-Delivery");

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void takesAnUnknownEventForItIsAuthentic() {
        canvas("northgate", Tokens.sign(Fixture.text("canvas/attachment_created.json")))
                .statusCode(200);
    }

    @Test
    void refusesAWrongSignature() {
        refusedByCanvas(Tokens.sign(EVENT, Tokens.ROGUE, header -> header), 401, "not-authenticated");
    }

    @Test
    void refusesAnotherTenantsKey() {
        refusedByCanvas(Tokens.sign(EVENT, Tokens.OTHER, header -> header), 401, "not-authenticated");
        canvas("southbank", Tokens.sign(EVENT)).statusCode(401);
        canvas("southbank", Tokens.sign(EVENT, Tokens.OTHER, header -> header)).statusCode(401);
    }

    @Test
    void refusesAlgorithmNone() {
        String none =
                Base64URL.encode("{\"alg\":\"none\",\"kid\":\"canvas-2026-11\"}") + "." + Base64URL.encode(EVENT) + ".";

        refusedByCanvas(none, 401, "not-authenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a token", "{\"metadata\":{}}"})
    void refusesWhatIsNoToken(String body) {
        refusedByCanvas(body, 400, "malformed-delivery");
    }

    @Test
    void refusesTruncatedSignedContent() {
        refusedByCanvas(Tokens.sign(EVENT.substring(0, EVENT.length() / 2)), 400, "malformed-delivery");
    }
}
