package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.EventFormat;

/** Until when a key of an issuer is to be believed (Controlled Identifiers 1.0, section 2.2). */
class ControllerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String ID = "https://u.example";

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T12:00:00Z", "2025-01-01T00:00:00Z", "2026-11-23T12:30:00+01:00", "soon", ""})
    void takesNoKeyThatIsOver(String moment) {
        assertThat(key("expires", moment)).isInstanceOf(Controller.Key.Wrong.class);
        assertThat(key("revoked", moment)).isInstanceOf(Controller.Key.Wrong.class);
    }

    @Test
    void takesAKeyUntilItIsOver() {
        assertThat(key("expires", "2026-11-23T12:00:01Z")).isInstanceOf(Controller.Key.Found.class);
        assertThat(key("revoked", "2026-11-23T12:00:01Z")).isInstanceOf(Controller.Key.Found.class);
    }

    private static Controller.Key key(String member, String moment) {
        String listed = "{\"assertionMethod\":[{\"id\":\"#1\",\"" + member + "\":\"" + moment + "\"}]}";
        try {
            return new Controller(ID, EventFormat.JSON.readTree(listed)).key(ID + "#1", NOW);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
