package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;

class TurnsTest {
    private final MemoryJournal journal = new MemoryJournal();
    private final Echo work = new Echo();
    private final Turns<List<Inbound>, String> turns = new Turns<>(work, journal);

    @Test
    void emitsWhatAFreshEventCaused() {
        assertThat(bodies(turns.handle(List.of(Inbounds.at("a", 1))))).containsExactly("a decided 1 times");
    }

    @Test
    void emitsTheStoredBytesAgainForTheSamePosition() {
        turns.handle(List.of(Inbounds.at("a", 1)));

        assertThat(bodies(turns.handle(List.of(Inbounds.at("a", 1))))).containsExactly("a decided 1 times");
        assertThat(work.decisions).isEqualTo(1);
    }

    @Test
    void emitsNothingForTheSameEventElsewhere() {
        turns.handle(List.of(Inbounds.at("a", 1)));

        assertThat(turns.handle(List.of(Inbounds.at("a", 2)))).isEmpty();
    }

    @Test
    void emitsOnceForADuplicateWithinABatch() {
        List<Message> caused = turns.handle(List.of(Inbounds.at("a", 1), Inbounds.at("a", 2)));

        assertThat(bodies(caused)).containsExactly("a decided 1 times");
    }

    @Test
    void keepsTheOrderOfTheLogWhenSomeWereHandledBefore() {
        turns.handle(List.of(Inbounds.at("b", 2)));

        List<Message> caused = turns.handle(List.of(Inbounds.at("a", 1), Inbounds.at("b", 2), Inbounds.at("c", 3)));

        assertThat(bodies(caused)).containsExactly("a decided 2 times", "b decided 1 times", "c decided 3 times");
    }

    @Test
    void decidesAgainWhenAnotherReplicaWasFaster() {
        journal.contended = 2;

        assertThat(bodies(turns.handle(List.of(Inbounds.at("a", 1))))).containsExactly("a decided 3 times");
    }

    @Test
    void storesWhereEachPartitionGoesOn() {
        turns.handle(List.of(Inbounds.at("a", 4), Inbounds.at("a", 6), Inbounds.at("b", 5)));

        assertThat(turns.next()).containsExactly(new Position("meritstream.evidence.commands", 0, 7));
    }

    @Test
    void callsAFailedDecisionTheRecordsFault() {
        assertThatThrownBy(() -> turns.handle(List.of(Inbounds.at("poison", 1))))
                .isInstanceOf(RecordFault.class)
                .hasMessage("the decision failed: IllegalArgumentException");
    }

    @Test
    void letsAFaultOfTheStoreTravel() {
        work.loadFails = true;

        assertThatThrownBy(() -> turns.handle(List.of(Inbounds.at("a", 1)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void insistsThatATurnSeesToEveryEvent() {
        work.forgetful = true;

        assertThatThrownBy(() -> turns.handle(List.of(Inbounds.at("a", 1)))).isInstanceOf(IllegalStateException.class);
    }

    private static List<String> bodies(List<Message> messages) {
        return messages.stream()
                .map(message -> new String(message.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private static final class MemoryJournal implements Journal<String> {
        private final Map<String, Handled> handled = new HashMap<>();
        private final List<Position> next = new ArrayList<>();
        private int contended;

        @Override
        public Map<String, Handled> known(Collection<Inbound> events) {
            Map<String, Handled> known = new HashMap<>(handled);
            known.keySet().retainAll(events.stream().map(Inbound::id).toList());
            return known;
        }

        @Override
        public List<Position> next() {
            return next;
        }

        @Override
        public int forget(String topic, Instant handledBefore, int most) {
            throw new UnsupportedOperationException("a turn forgets nothing");
        }

        @Override
        public void commit(Turn<String> turn) {
            if (contended-- > 0) {
                throw new Contended("raced");
            }
            next.addAll(turn.next());
            turn.handled().forEach(h -> handled.put(h.id(), h));
        }
    }

    private static final class Echo implements Work<List<Inbound>, String> {
        private int decisions;
        private boolean loadFails;
        private boolean forgetful;

        @Override
        public String service() {
            return "evidence";
        }

        @Override
        public List<String> topics() {
            return List.of();
        }

        @Override
        public List<Inbound> load(List<Inbound> fresh) {
            if (loadFails) {
                throw new IllegalStateException("store away");
            }
            return new ArrayList<>(fresh);
        }

        @Override
        public Turn<String> decide(List<Inbound> state, List<Inbound> fresh) {
            Turn<String> turn = new Turn<>();
            for (Inbound event : forgetful ? List.<Inbound>of() : fresh) {
                decisions++;
                if (event.id().equals("poison")) {
                    throw new IllegalArgumentException("a value that must not be quoted");
                }
                byte[] body = (event.id() + " decided " + decisions + " times").getBytes(StandardCharsets.UTF_8);
                turn.handled(event, List.of(new Message("t", "k", Map.of(), body)));
            }
            return turn;
        }
    }
}
