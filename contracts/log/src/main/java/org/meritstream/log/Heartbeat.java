package org.meritstream.log;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;

/** Whether the group coordinator still answers: the only sign of a broker's death that an idle consumer shows. */
final class Heartbeat {
    private static final String AGE = "last-heartbeat-seconds-ago";
    private static final double TOO_OLD_SECONDS = 5;

    private Heartbeat() {}

    /** True when the last answer is older than a few seconds; false before the first one. */
    static boolean missing(KafkaConsumer<String, byte[]> consumer) {
        for (Metric metric : consumer.metrics().values()) {
            if (metric.metricName().name().equals(AGE) && metric.metricValue() instanceof Double age) {
                return age > TOO_OLD_SECONDS;
            }
        }
        return false;
    }
}
