package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** Whoever reads a learner's history from the topics again, record by record, comes to the same dossiers and says the same. */
class ReplayTest {
    private static final int WORLDS = 12;

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

    @ParameterizedTest
    @MethodSource("seeds")
    void rebuildsWhatStaffRuledFromTheFactsThatWereTold(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        int filed = 0;
        for (int world = 0; world < WORLDS; world++) {
            List<Inbound> history = RandomWorld.anything(random).shuffled(random);
            MemoryStore first = new MemoryStore();
            history.forEach(event -> first.handle(List.of(event)));
            RandomWorld.rulings(random).forEach(ruling -> first.handle(List.of(ruling)));
            List<Inbound> told = told(first);
            filed += told.size();

            MemoryStore again = new MemoryStore();
            replayed(history).forEach(event -> again.handle(List.of(event)));
            Collections.shuffle(told, random);
            told.forEach(record -> again.rebuild((FactFiled) record.data(), record));

            assertThat(CanonicalDossiers.judged(again)).isEqualTo(CanonicalDossiers.judged(first));
        }
        assertThat(filed).as("something was ruled").isPositive();
    }

    private static List<Inbound> told(MemoryStore evidence) {
        List<Inbound> told = new ArrayList<>();
        for (Message message : evidence.emitted()) {
            Event<?> event = EventFormat.read(message.headers(), message.body());
            if (event.data() instanceof FactFiled) {
                told.add(new Inbound(new Position(message.topic(), 0, told.size()), event, message));
            }
        }
        return told;
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
        return CanonicalDossiers.whole(evidence);
    }
}
