package org.meritstream.assessment.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.SourceKind;

/** Events that come in. */
final class Deliver {
    static final Instant RECEIVED = Instant.parse("2026-11-01T10:00:00Z");

    private Deliver() {}

    static DeliveryAccepted canvas(String tenant, String source, JsonNode body, int number) {
        return delivery(tenant, source, SourceKind.CANVAS_LIVE, body, number);
    }

    static DeliveryAccepted moodle(String tenant, String source, JsonNode body, int number) {
        return delivery(tenant, source, SourceKind.MOODLE_XAPI, body, number);
    }

    private static DeliveryAccepted delivery(String tenant, String source, SourceKind kind, JsonNode body, int number) {
        UUID id = UUID.nameUUIDFromBytes((tenant + source + number).getBytes(StandardCharsets.UTF_8));
        return new DeliveryAccepted(
                tenant, id, source, kind, "application/json", "basic:x", RECEIVED.plusSeconds(number), body.toString());
    }

    static LearnerProfiled profiled(String tenant, String number, @Nullable String email, int minute) {
        return new LearnerProfiled(
                tenant,
                History.IDS.learner(tenant, number),
                number,
                "Name " + number + " as of " + minute,
                email,
                "en",
                RECEIVED.plusSeconds(60L * minute));
    }
}
