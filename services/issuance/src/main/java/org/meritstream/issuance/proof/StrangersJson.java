package org.meritstream.issuance.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import org.meritstream.events.EventFormat;

/** How JSON is read that strangers wrote: as events are, and no more of it than a document has that somebody meant. */
public final class StrangersJson {
    /**
     * Names, values, and beginnings and ends of what holds others. Each becomes an object or several, so two million letters could fill a process's
     * memory. A learner record with five hundred credentials of four thousand letters has 125,000.
     */
    private static final long MOST_TOKENS = 200_000;

    private static final ObjectReader READER = EventFormat.JSON.reader().with(counting(EventFormat.JSON.getFactory()));

    private StrangersJson() {}

    /**
     * What a text holds.
     *
     * @throws JsonProcessingException when it is not JSON, too deep, too much, or names a member twice
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        return READER.readTree(text);
    }

    /** Counted while it is read: afterwards it would be there. */
    private static JsonFactory counting(JsonFactory factory) {
        return factory.rebuild()
                .streamReadConstraints(factory.streamReadConstraints()
                        .rebuild()
                        .maxTokenCount(MOST_TOKENS)
                        .build())
                .build();
    }
}
