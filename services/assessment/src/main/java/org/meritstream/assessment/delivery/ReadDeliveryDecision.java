package org.meritstream.assessment.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.meritstream.assessment.canvas.ReadLiveEventDecision;
import org.meritstream.assessment.moodle.ReadStatementDecision;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Parked;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.assessment.reading.SenderJson;
import org.meritstream.events.DeliveryAccepted;

/** Decides what the events of a delivery say, by the kind of its sender. */
public final class ReadDeliveryDecision {
    private ReadDeliveryDecision() {}

    /** One reading for every event, in their order. */
    public static List<Reading> decide(DeliveryAccepted delivery) {
        Optional<JsonNode> body = SenderJson.read(delivery.body());
        return switch (delivery.kind()) {
            case CANVAS_LIVE ->
                List.of(body.map(ReadLiveEventDecision::decide)
                        .orElseGet(() -> new Parked("unknown", Reason.NOT_A_LIVE_EVENT)));
            case MOODLE_XAPI ->
                body.map(tree -> statements(tree, delivery))
                        .orElseGet(() -> List.of(new Parked("unknown", Reason.NOT_A_STATEMENT)));
        };
    }

    private static List<Reading> statements(JsonNode tree, DeliveryAccepted delivery) {
        if (!tree.isArray()) {
            return List.of(ReadStatementDecision.decide(tree, delivery.receivedAt()));
        }
        return StreamSupport.stream(tree.spliterator(), false)
                .map(statement -> ReadStatementDecision.decide(statement, delivery.receivedAt()))
                .toList();
    }
}
