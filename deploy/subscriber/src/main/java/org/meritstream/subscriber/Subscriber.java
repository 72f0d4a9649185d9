package org.meritstream.subscriber;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.meritstream.subscriber.Subscription.Start;

/** Prints the feed of a tenant, a line per entry, until it is stopped. */
public final class Subscriber {
    private static final int USAGE = 64;
    private static final int UNAVAILABLE = 69;
    /** Held, so that its level is not collected with it. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Subscriber() {}

    /** Arguments: bootstrap servers, tenant, and optionally {@code --from-beginning} and a file with properties of the Kafka client. */
    public static void main(String[] line) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(line));
        Start start = arguments.remove("--from-beginning") ? Start.THE_BEGINNING : Start.WHERE_IT_STOPPED;
        if (arguments.size() < 2 || arguments.size() > 3) {
            System.err.println("Usage: Subscriber <bootstrap> <tenant> [--from-beginning] [client.properties]");
            System.exit(USAGE);
        }
        KAFKA.setLevel(Level.WARNING);
        Properties settings = settings(arguments.get(0), arguments.get(1));
        if (arguments.size() == 3) {
            try (Reader file = Files.newBufferedReader(Path.of(arguments.get(2)))) {
                settings.load(file);
            }
        }
        System.exit(follow(settings, arguments.get(1), start));
    }

    /** What a subscriber has to set; a file may add to it. */
    static Properties settings(String bootstrap, String tenant) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "bootstrap.servers", bootstrap,
                "group.id", "subscriber-" + tenant,
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"));
        return settings;
    }

    private static int follow(Properties settings, String tenant, Start start) {
        String topic = "meritstream.feed." + tenant + ".credentials";
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            if (!consumer.listTopics(PATIENCE).containsKey(topic)) {
                System.err.printf("There is no feed of %s yet (topic %s).%n", tenant, topic);
                return UNAVAILABLE;
            }
            Subscription subscription =
                    new Subscription(consumer, topic, start, System.out::println, System.err::println);
            Runtime.getRuntime().addShutdownHook(new Thread(subscription::stop));
            subscription.run();
            return 0;
        } catch (KafkaException e) {
            System.err.printf("The broker at %s: %s%n", settings.getProperty("bootstrap.servers"), reason(e));
            return UNAVAILABLE;
        }
    }

    /** The client wraps what it has to say of a setting in a fault that says nothing. */
    private static @Nullable String reason(KafkaException fault) {
        Throwable cause = fault.getCause();
        return cause == null ? fault.getMessage() : cause.getMessage();
    }
}
