package org.meritstream.log;

import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.meritstream.events.TopicSettings;

/**
 * Forgets handled events once neither their record nor a repetition of it can come any more (docs/adr/0024): a margin after the retention of
 * the topic they came from. Of a compacted topic nothing is forgotten, for its records may stay for ever.
 */
final class Forgetting {
    /** Small steps, and a bounded number in a round, so that the loops beside it do not notice. */
    static final int STEP = 1_000;

    static final int STEPS = 20;
    private static final Logger LOG = Logger.getLogger(Forgetting.class);

    private Forgetting() {}

    /** One round over the topics of a service. */
    static void round(BatchHandler handler, Duration margin, Instant now) {
        for (String topic : handler.topics()) {
            TopicSettings.retention(topic)
                    .ifPresent(kept -> forget(handler, topic, now.minus(kept).minus(margin)));
        }
    }

    private static void forget(BatchHandler handler, String topic, Instant handledBefore) {
        int forgotten = 0;
        for (int step = 0; step < STEPS; step++) {
            int gone = handler.forget(topic, handledBefore, STEP);
            forgotten += gone;
            if (gone < STEP) {
                break;
            }
        }
        if (forgotten > 0) {
            LOG.infof("log.forgot service=%s topic=%s events=%d", handler.service(), topic, forgotten);
        }
    }
}
