package org.meritstream.issuance.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventFormat;
import org.meritstream.events.RenewStatusList;
import org.meritstream.issuance.Fixtures;

class StatusListCredentialTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:15:31.987654321Z");

    @Test
    void runsOutAWeekAfterItWasSigned() throws JsonProcessingException {
        JsonNode list = document();

        assertThat(list.path("validFrom").asText()).isEqualTo("2026-11-20T10:15:31Z");
        assertThat(list.path("validUntil").asText()).isEqualTo("2026-11-27T10:15:31Z");
    }

    @Test
    void isSignedAnewADayAfterItWas() {
        assertThat(Renewal.of("northgate", 3, AT).dueAt()).isEqualTo(AT.plus(Duration.ofDays(1)));
        assertThat(Renewal.of("northgate", 3, AT).command()).isEqualTo(new RenewStatusList("northgate", 3));
    }

    @Test
    void isATokenOfTheSameMomentAndTheSameEnd() throws JsonProcessingException {
        JsonNode token = EventFormat.JSON.readTree(
                StatusListToken.claims(Fixtures.NORTHGATE, "northgate-1", ListBits.empty(false), AT));

        assertThat(token.path("iat").asLong())
                .isEqualTo(Instant.parse(document().path("validFrom").asText()).getEpochSecond());
        assertThat(token.path("exp").asLong())
                .isEqualTo(Instant.parse(document().path("validUntil").asText()).getEpochSecond());
        assertThat(token.path("sub")).isEqualTo(document().path("id"));
        assertThat(token.path("ttl").asLong() * 1000)
                .isEqualTo(document().at("/credentialSubject/ttl").asLong());
    }

    private static JsonNode document() throws JsonProcessingException {
        return EventFormat.JSON.readTree(
                StatusListCredential.document(Fixtures.NORTHGATE, "northgate-1", Bitstring.empty(), AT));
    }
}
