package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventFormat;
import org.meritstream.events.Securing;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.SignedFixture;
import org.meritstream.issuance.disclosure.RevealedClaims;
import org.meritstream.issuance.disclosure.SdJwt;
import org.meritstream.issuance.proof.JoseSecuring;

class AchievementTokenTest {
    private static final String SAMPLE =
            String.valueOf(new SecuredSamples().files().get("sd-jwt-vc-es256.txt"));
    private final SdJwt token = SdJwt.of(SAMPLE);
    private final JsonNode signed = json(JoseSecuring.read(token.jwt()).credential());
    private final JsonNode revealed = RevealedClaims.of(signed, token.disclosures());

    @Test
    void showsNothingOfThePersonOrTheAwardUntilItIsDisclosed() {
        List<String> open = new ArrayList<>();
        signed.fieldNames().forEachRemaining(open::add);

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "iss", "iat", "nbf", "jti", "vct", "vct#integrity", "status", "_sd", "_sd_alg");
        assertThat(signed.path("_sd")).hasSize(16);
    }

    @Test
    void saysWhatTheDocumentSays() {
        assertThat(revealed.path("name").asText()).isEqualTo("Amina Yilmaz");
        assertThat(revealed.path("title").asText())
                .isEqualTo(Fixtures.dataLiteracy().definition().name());
        assertThat(revealed.path("awardingBody").asText()).isEqualTo("Northgate University");
        assertThat(revealed.path("issuanceDate").asText()).isEqualTo("2026-11-20");
        assertThat(revealed.path("results")).isNotEmpty();
        assertThat(revealed.at("/results/0/title").asText()).isNotEmpty();
        assertThat(revealed.at("/status/status_list/idx").asInt()).isEqualTo(SignedFixture.INDEX);
        assertThat(revealed.path("nbf").asLong()).isEqualTo(SignedFixture.AT.getEpochSecond() - 1);
        assertThat(revealed.path("jti").asText()).endsWith(SignedFixture.ID.toString());
    }

    @Test
    void isAsItsTypeDescribesIt() {
        Set<String> described = new HashSet<>();
        for (JsonNode claim :
                json(AchievementType.of(Fixtures.NORTHGATE).metadata()).path("claims")) {
            String name = claim.at("/path/0").asText();
            described.add(name);
            assertThat(claim.path("sd").asText()).isEqualTo("always");
            assertThat(revealed.has(name) || !claim.path("mandatory").asBoolean())
                    .as(name)
                    .isTrue();
        }
        revealed.fieldNames()
                .forEachRemaining(name -> assertThat(signed.has(name) || described.contains(name))
                        .as(name)
                        .isTrue());
    }

    @Test
    void hasOtherSaltsEachTime() {
        Salts salts = new Salts();

        assertThat(salts.get()).hasSize(22).isNotEqualTo(salts.get());
    }

    @Test
    void namesTheKeyAndNoSubject() {
        assertThat(JoseSecuring.read(token.jwt()).key()).startsWith(Fixtures.NORTHGATE.did() + "#");
        assertThat(revealed.has("sub")).isFalse();
        assertThat(Securing.SD_JWT_VC_ES256).isGreaterThan(Securing.VC_JWT_RS256);
    }

    private static JsonNode json(String text) {
        try {
            return EventFormat.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
