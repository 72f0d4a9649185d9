package org.meritstream.log.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How an edge appends: an answer is a promise, so all replicas in sync have the record before it is given. */
class EdgeProducerTest {
    private static final String LOG = "mp.messaging.outgoing.log.";
    /** Of the sender that gives up first, Canvas. */
    private static final Duration SENDERS_WAIT = Duration.ofSeconds(15);

    private static final Properties SETTINGS = new Properties();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = EdgeProducerTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            SETTINGS.load(in);
        }
    }

    @Test
    void waitsForEveryReplicaInSync() {
        assertThat(SETTINGS)
                .containsEntry(LOG + "acks", "all")
                .containsEntry(LOG + "enable.idempotence", "true")
                .containsEntry(LOG + "waitForWriteCompletion", "true");
    }

    /** It may wait for the topic first, and for the record then. */
    @Test
    void answersBeforeASenderGivesUp() {
        Duration longest = millis("max.block.ms").plus(millis("delivery.timeout.ms"));

        assertThat(longest).isLessThan(SENDERS_WAIT);
    }

    private static Duration millis(String setting) {
        return Duration.ofMillis(Long.parseLong(SETTINGS.getProperty(LOG + setting)));
    }
}
