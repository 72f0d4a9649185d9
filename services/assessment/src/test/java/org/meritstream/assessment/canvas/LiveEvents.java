package org.meritstream.assessment.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.meritstream.assessment.reading.Reading;
import org.meritstream.assessment.reading.Reading.Completed;
import org.meritstream.assessment.reading.Reading.Withdrawn;

/** How tests read a Live Event, and what they expect it to be. */
final class LiveEvents {
    private LiveEvents() {}

    static Reading read(JsonNode event) {
        return ReadLiveEventDecision.decide(event);
    }

    static Completed completed(JsonNode event) {
        assertThat(read(event)).isInstanceOf(Completed.class);
        return (Completed) read(event);
    }

    static Withdrawn withdrawn(JsonNode event) {
        assertThat(read(event)).isInstanceOf(Withdrawn.class);
        return (Withdrawn) read(event);
    }

    static String key(JsonNode event) {
        return completed(event).occurrence().dedupeKey();
    }
}
