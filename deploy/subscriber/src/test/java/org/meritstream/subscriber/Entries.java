package org.meritstream.subscriber;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.Topics;

/** Entries of the feed, from the examples of the contract. */
final class Entries {
    static final String TOPIC = Topics.feed("northgate");
    private static final Path EXAMPLES = Path.of("../../contracts/examples").resolve(EventType.FEED_ENTRY.schemaName());

    private Entries() {}

    static ConsumerRecord<String, byte[]> issued(long offset) throws IOException {
        return entry(offset, bytes("minimal"));
    }

    static ConsumerRecord<String, byte[]> revoked(long offset) throws IOException {
        return entry(offset, bytes("full"));
    }

    static ConsumerRecord<String, byte[]> suspended(long offset) throws IOException {
        return entry(offset, bytes("full-suspended"));
    }

    static String id(String example) throws IOException {
        return feedEntry(example).id().toString();
    }

    static FeedEntry feedEntry(String example) throws IOException {
        return (FeedEntry) EventFormat.data(EventType.FEED_ENTRY, bytes(example));
    }

    static ConsumerRecord<String, byte[]> entry(long offset, byte[] value) {
        ConsumerRecord<String, byte[]> entry = new ConsumerRecord<>(TOPIC, 0, offset, "northgate/1", value);
        entry.headers().add("ce_type", EventType.FEED_ENTRY.ceType().getBytes(StandardCharsets.UTF_8));
        return entry;
    }

    private static byte[] bytes(String example) throws IOException {
        return Files.readAllBytes(EXAMPLES.resolve(example + ".json"));
    }
}
