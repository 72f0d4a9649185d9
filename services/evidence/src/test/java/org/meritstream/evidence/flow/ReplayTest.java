package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.EventFormat;
import org.meritstream.evidence.dossiers.Dossier;
import org.meritstream.log.Inbound;

/** Whoever reads a learner's history from the topics again, record by record, comes to the same dossiers and says the same. */
class ReplayTest {
    private static final int WORLDS = 12;
    /** Members by name: equal dossiers are equal bytes. */
    private static final JsonMapper CANONICAL = ((JsonMapper) EventFormat.JSON)
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    static LongStream seeds() {
        return LongStream.range(500, 525);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rebuildsEqualDossiersFromTheRecordsOnTheTopics(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        int rebuilt = 0;
        for (int world = 0; world < WORLDS; world++) {
            List<Inbound> history = RandomWorld.anything(random).shuffled(random);

            List<String> first = dossiers(history);
            rebuilt += first.size();
            assertThat(dossiers(replayed(history))).isEqualTo(first);
        }
        assertThat(rebuilt).as("the worlds are not empty of dossiers").isPositive();
    }

    /** The records as bytes, read as another service instance reads them. */
    private static List<Inbound> replayed(List<Inbound> history) {
        return history.stream()
                .map(event -> new Inbound(
                        event.position(),
                        EventFormat.read(
                                event.message().headers(), event.message().body()),
                        event.message()))
                .toList();
    }

    private static List<String> dossiers(List<Inbound> history) throws JsonProcessingException {
        MemoryStore evidence = new MemoryStore();
        history.forEach(event -> evidence.handle(List.of(event)));
        List<String> dossiers = new ArrayList<>();
        for (Dossier dossier : evidence.dossiers()) {
            dossiers.add(CANONICAL.writeValueAsString(dossier));
        }
        return dossiers;
    }
}
