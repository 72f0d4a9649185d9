package org.meritstream.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.meritstream.events.TopicSettings;

/**
 * Opens the loop's consumer and producer.
 *
 * <p>Values are bytes: parsing is the loop's own, so no deserialiser can fail inside a poll. The replica's name is stable: a restarted
 * replica takes up its own transactions and its own partitions at once.
 */
public final class KafkaClients {
    /** A fetch with so much to bring does not wait for more. */
    private static final String ENOUGH_BYTES = "131072";

    /** What a turn says to a partition goes in one request and is compressed together; of the client's own 16 KiB two documents are too much. */
    private static final String A_TURN_OF_A_PARTITION = "131072";

    /** Somebody waits for the answer: the clients' own patience, a minute or two, is for nobody. */
    private static final String A_REQUEST_WAITS_MS = "5000";

    private static final String A_TRY_WAITS_MS = "2000";

    private final String service;
    private final String replica;
    private final Batching batching;
    private final Map<String, String> connection;

    /**
     * What makes a batch.
     *
     * @param records at most so many at once, 1 to 10,000: a turn is one transaction, and held in memory
     * @param gather how long a fetch waits for more than it has, in whole milliseconds: a second at most, and 0 for not at all
     */
    public record Batching(int records, Duration gather) {
        private static final Duration MOST = Duration.ofSeconds(1);
        private static final int MOST_RECORDS = 10_000;

        public Batching {
            if (records < 1 || records > MOST_RECORDS) {
                throw new IllegalArgumentException(
                        "meritstream.log.batch is " + records + ": it is 1 to " + MOST_RECORDS + ", such as 500");
            }
            if (gather.isNegative() || gather.compareTo(MOST) > 0) {
                throw new IllegalArgumentException(
                        "meritstream.log.gather is " + gather + ": it is 0 to 1 s, such as 50ms");
            }
        }
    }

    /**
     * @param connection client settings that say where the broker is and how to be let in ({@code bootstrap.servers}, security)
     */
    public KafkaClients(String service, String replica, Batching batching, Map<String, String> connection) {
        this.service = service;
        this.replica = replica;
        this.batching = batching;
        this.connection = Map.copyOf(connection);
    }

    /** The clients of this service, which reach the broker as its connector does. */
    static KafkaClients of(LogConfig config, Map<String, Object> connector) {
        Batching batching = new Batching(config.log().batch(), config.log().gather());
        return new KafkaClients(config.service(), config.replica(), batching, connection(connector));
    }

    /** The settings among a connector's that belong to the connection rather than to one kind of client. */
    static Map<String, String> connection(Map<String, Object> connector) {
        Map<String, String> connection = new HashMap<>();
        connector.forEach((name, value) -> {
            if (name.equals(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                    || name.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)
                    || name.startsWith("sasl.")
                    || name.startsWith("ssl.")) {
                connection.put(name, String.valueOf(value));
            }
        });
        return connection;
    }

    /** A consumer of no group, to look at a topic. */
    KafkaConsumer<String, byte[]> reader() {
        return reader("read_committed");
    }

    /** The ends of partitions, with what stands in transactions that are still open. */
    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        try (KafkaConsumer<String, byte[]> reader = reader("read_uncommitted")) {
            reader.assign(partitions);
            return reader.endOffsets(partitions);
        }
    }

    private KafkaConsumer<String, byte[]> reader(String isolation) {
        return new KafkaConsumer<>(reading(isolation), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer of no group that reads the broker's own records, also those in a transaction that is still open. */
    KafkaConsumer<byte[], byte[]> rawReader() {
        return new KafkaConsumer<>(
                reading("read_uncommitted"), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Properties reading(String isolation) {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, A_REQUEST_WAITS_MS);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, A_TRY_WAITS_MS);
        return settings;
    }

    /** To look at what the broker holds. */
    Admin admin() {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, A_REQUEST_WAITS_MS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, A_TRY_WAITS_MS);
        return Admin.create(settings);
    }

    /** The group of all replicas. */
    String group() {
        return "meritstream-" + service;
    }

    /** A producer outside any transaction, for a single record. */
    KafkaProducer<String, byte[]> appender() {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(TopicSettings.MAX_MESSAGE_BYTES));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, A_REQUEST_WAITS_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, A_REQUEST_WAITS_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, A_TRY_WAITS_MS);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Of this replica, and of nobody else. */
    String transactionalId() {
        return group() + "-" + replica;
    }

    KafkaConsumer<String, byte[]> consumer() {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group());
        settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, service + "-" + replica);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-" + replica);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, String.valueOf(batching.records()));
        if (batching.gather().toMillis() > 0) {
            settings.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, ENOUGH_BYTES);
            settings.put(
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                    String.valueOf(batching.gather().toMillis()));
        }
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1500");
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "10000");
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    KafkaProducer<String, byte[]> producer() {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-" + replica + "-log");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId());
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, A_TURN_OF_A_PARTITION);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(TopicSettings.MAX_MESSAGE_BYTES));
        // The delivery timeout stays below the transaction's, or a late send could outlive the transaction it belongs
        // to.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, "10000");
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "9000");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "9000");
        // The broker says "concurrent transactions" while it still writes the markers of the one before, which takes
        // milliseconds.
        settings.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, "10");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
