package org.meritstream.quickstart.servers;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;

/**
 * One Kafka node, broker and controller together, in this process. Its classes are public but no supported API, so the version is
 * pinned and this module keeps a class path of its own.
 */
final class Broker implements AutoCloseable {
    private static final int NODE = 1;

    private final KafkaRaftServer server;

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /** Formats the directory if it is new, starts the node and returns when the broker answers. */
    static Broker start(Path directory, int port, int controllerPort) throws Exception {
        Files.createDirectories(directory);
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties(directory, port, controllerPort), false), Time.SYSTEM);
        server.startup();
        return new Broker(server);
    }

    private static void format(Path directory) throws Exception {
        ByteArrayOutputStream unread = new ByteArrayOutputStream();
        try (PrintStream quiet = new PrintStream(unread, true, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(quiet)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .run();
        }
    }

    private static Map<String, String> properties(Path directory, int port, int controllerPort) {
        Map<String, String> properties = new HashMap<>(SMALL);
        properties.put("node.id", Integer.toString(NODE));
        properties.put("process.roles", "broker,controller");
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        properties.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "CLIENTS");
        properties.put("log.dirs", directory.toString());
        return properties;
    }

    /** A cluster of one: internal topics once, few partitions, few threads, small buffers; and quick to notice the dead. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A killed producer's open transaction is aborted this soon after its timeout (exactly once needs no wait
            // of 10 s).
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000"),
            // After SIGKILL the next start registers the same node again only when the old session has run out.
            Map.entry("broker.session.timeout.ms", "6000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            // Requests that were answered stay referenced until so many have gathered. A thousand, as by default, live
            // long enough to fill the old generation, and all wait while that is collected.
            Map.entry("fetch.purgatory.purge.interval.requests", "20"),
            Map.entry("producer.purgatory.purge.interval.requests", "20"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("log.cleaner.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20)),
            Map.entry("log.index.size.max.bytes", Integer.toString(1 << 20)));

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
