package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;

class ForgettingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Store store = new Store();

    @Test
    void keepsAnEventAMarginLongerThanItsTopicKeepsItsRecord() {
        Forgetting.round(store, Duration.ofDays(30), NOW);

        assertThat(store.asked)
                .contains(
                        Topics.INTAKE + " before " + NOW.minus(Duration.ofDays(14 + 30)),
                        Topics.AWARD + " before " + NOW.minus(Duration.ofDays(400 + 30)),
                        Topics.ISSUANCE_COMMANDS + " before " + NOW.minus(Duration.ofDays(30 + 30)));
    }

    @Test
    void forgetsNothingOfATopicThatMayBeReadAgainFromItsBeginning() {
        Forgetting.round(store, Duration.ofDays(30), NOW);

        assertThat(store.asked).noneMatch(asked -> asked.startsWith(Topics.LEARNER));
    }

    @Test
    void stopsWhereNoMoreAreLeft() {
        store.left = Forgetting.STEP + 1;

        Forgetting.round(store, Duration.ZERO, NOW);

        assertThat(store.left).isZero();
        assertThat(store.asked)
                .filteredOn(asked -> asked.startsWith(Topics.INTAKE))
                .hasSize(2);
    }

    @Test
    void leavesTheRestToTheNextRoundWhereThereIsMuch() {
        store.left = Integer.MAX_VALUE;

        Forgetting.round(store, Duration.ZERO, NOW);

        assertThat(store.asked)
                .filteredOn(asked -> asked.startsWith(Topics.INTAKE))
                .hasSize(Forgetting.STEPS);
    }

    /** Has a number of events to forget, and writes down what it is asked. */
    private static final class Store implements BatchHandler {
        private final List<String> asked = new ArrayList<>();
        private int left;

        @Override
        public String service() {
            return "issuance";
        }

        @Override
        public List<String> topics() {
            return List.of(Topics.INTAKE, Topics.LEARNER, Topics.AWARD, Topics.ISSUANCE_COMMANDS);
        }

        @Override
        public int forget(String topic, Instant handledBefore, int most) {
            asked.add(topic + " before " + handledBefore);
            int gone = Math.min(most, left);
            left -= gone;
            return gone;
        }

        @Override
        public List<Position> next() {
            throw new UnsupportedOperationException("forgetting reads nothing");
        }

        @Override
        public List<Message> handle(List<Inbound> batch) {
            throw new UnsupportedOperationException("forgetting handles nothing");
        }
    }
}
