package org.meritstream.log;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Whether the broker still answers: an idle consumer's polls are merely empty when it is away. Two signs, for one alone is not enough: the
 * group coordinator's heartbeat grows old (it has no age before the first one), and no connection is open.
 */
final class Heartbeat {
    private static final String AGE = "last-heartbeat-seconds-ago";
    private static final String CONNECTIONS = "connection-count";
    private static final double TOO_OLD_SECONDS = 5;

    private Heartbeat() {}

    /** True when the broker does not answer. */
    static boolean missing(KafkaConsumer<String, byte[]> consumer) {
        return consumer.metrics().entrySet().stream().anyMatch(Heartbeat::saysSo);
    }

    private static boolean saysSo(Map.Entry<MetricName, ? extends Metric> metric) {
        if (!(metric.getValue().metricValue() instanceof Double value)) {
            return false;
        }
        return switch (metric.getKey().name()) {
            case AGE -> value > TOO_OLD_SECONDS;
            case CONNECTIONS -> value == 0;
            default -> false;
        };
    }
}
