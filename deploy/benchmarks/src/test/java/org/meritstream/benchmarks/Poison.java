package org.meritstream.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.meritstream.events.EventType;
import org.meritstream.events.Topics;

/** Profiles that nobody can read, each with a person in the very place where a parser would quote from. All four services read them. */
final class Poison {
    /** What they begin with, where one must tell them from records that ought to have been read. */
    private static final String ID = "poison-";

    private final String kafka;

    Poison(String kafka) {
        this.kafka = kafka;
    }

    /** Whether this record is one of them, wherever it ended. */
    static boolean is(Subscriber.Seen record) {
        return record.id().startsWith(ID);
    }

    /** Appends them to the learner topic; how many there are. */
    int pour(String person) throws ExecutionException, InterruptedException {
        List<ProducerRecord<String, byte[]>> records = Stream.of(
                        person,
                        "{\"tenant\":\"northgate\",\"learner\":\"" + person + "\"}",
                        "{\"tenant\":\"" + person + "\",\"" + person + "\":")
                .map(body -> record(person, body))
                .toList();
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int n = 0; n < records.size(); n++) {
                records.get(n).headers().add("ce_id", (ID + n).getBytes(StandardCharsets.UTF_8));
                producer.send(records.get(n)).get();
            }
        }
        return records.size();
    }

    private static ProducerRecord<String, byte[]> record(String person, String body) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.LEARNER, "northgate/" + person, body.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", EventType.LEARNER_PROFILED.ceType(),
                        "ce_source", "/assessment",
                        "ce_subject", "northgate/" + person,
                        "ce_time", "2026-03-02T09:00:00Z")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
