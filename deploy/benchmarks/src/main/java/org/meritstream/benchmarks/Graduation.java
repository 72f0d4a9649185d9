package org.meritstream.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardResult;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.events.Score;
import org.meritstream.quickstart.client.Json;

/** Learners of a tenant who are all conferred one award, as the other services tell of it. */
final class Graduation {
    static final String TENANT = "northgate";
    private static final String ACHIEVEMENT = "data-literacy";
    private static final Instant BEGAN = Instant.parse("2026-11-01T08:00:00Z");
    private static final String GROUP = "meritstream-issuance";

    private final String kafka;

    Graduation(String kafka) {
        this.kafka = kafka;
    }

    /** The achievement, and learners {@code from} (inclusive) to {@code to} (exclusive) as the roster has them. */
    Target enrol(int from, int to) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = producer(Map.of("acks", "all"))) {
            // Again with every part of them, which is one publication.
            send(producer, message(new AchievementPublished(TENANT, ACHIEVEMENT, 1, achievement(), BEGAN), 0));
            return appended(producer, from, to, Graduation::profile);
        }
    }

    /** Their awards, in one transaction: all of them stand there at once, so that nobody begins while they are still being appended. */
    Target confer(int from, int to) throws ExecutionException, InterruptedException {
        Map<String, String> settings =
                Map.of("transactional.id", "graduation-" + from, "transaction.timeout.ms", "600000");
        try (KafkaProducer<String, byte[]> producer = producer(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            Target target = appended(producer, from, to, Graduation::award);
            producer.commitTransaction();
            return target;
        }
    }

    /** Events of every learner's. */
    Target append(int from, int to, IntFunction<EventData> fact) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer = producer(Map.of("acks", "all"))) {
            return appended(producer, from, to, fact);
        }
    }

    /**
     * Records that are to be seen to.
     *
     * @param next by partition, behind the last of them
     */
    record Target(Map<TopicPartition, Long> first, Map<TopicPartition, Long> next) {

        /** How many of them were seen to, what they caused committed with it. */
        long reached(Map<TopicPartition, OffsetAndMetadata> committed) {
            return next.entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata at = committed.get(end.getKey());
                        long begin = first.getOrDefault(end.getKey(), 0L);
                        return at == null ? 0 : Math.max(0, Math.min(end.getValue(), at.offset()) - begin);
                    })
                    .sum();
        }
    }

    /** How many of these records issuance has seen to. */
    static long reached(Admin admin, Target target) throws ExecutionException, InterruptedException {
        return target.reached(admin.listConsumerGroupOffsets(Map.of(GROUP, new ListConsumerGroupOffsetsSpec()))
                .partitionsToOffsetAndMetadata(GROUP)
                .get());
    }

    /** What was not appended is missed at the end, so no send's own future is watched. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private Target appended(KafkaProducer<String, byte[]> producer, int from, int to, IntFunction<EventData> fact)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> first = new HashMap<>();
        Map<TopicPartition, Long> next = new HashMap<>();
        for (int n = from; n < to; n++) {
            producer.send(record(message(fact.apply(n), n)), (sent, failure) -> {
                if (failure == null) {
                    TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
                    first.merge(partition, sent.offset(), Math::min);
                    next.merge(partition, sent.offset() + 1, Math::max);
                }
            });
        }
        producer.flush();
        Target target = new Target(first, next);
        long sent = next.entrySet().stream()
                .mapToLong(end -> end.getValue() - first.getOrDefault(end.getKey(), 0L))
                .sum();
        if (sent != to - from) {
            throw new IllegalStateException("Of " + (to - from) + " records " + sent + " were appended");
        }
        return target;
    }

    private static void send(KafkaProducer<String, byte[]> producer, Message message)
            throws ExecutionException, InterruptedException {
        producer.send(record(message)).get();
    }

    /** Their issuer, as its staff put it. */
    static JsonNode issuer() {
        return Json.object().put("name", "Northgate University").put("url", "https://www.northgate.example");
    }

    private static UUID learner(int n) {
        return UUID.nameUUIDFromBytes(("learner " + n).getBytes(StandardCharsets.UTF_8));
    }

    private static UUID award(String learner) {
        return UUID.nameUUIDFromBytes(("award of " + learner).getBytes(StandardCharsets.UTF_8));
    }

    private static LearnerProfiled profile(int n) {
        String number = String.format("S%07d", n);
        return new LearnerProfiled(
                TENANT,
                learner(n),
                number,
                (n % 8 == 0 ? "Łukasz “Luk” Ōno " : "Zoë Østergård ") + number,
                "learner." + number + "@northgate.example",
                "en",
                BEGAN);
    }

    private static AwardConferred award(int n) {
        UUID learner = learner(n);
        return new AwardConferred(
                TENANT,
                award(learner.toString()),
                learner,
                ACHIEVEMENT,
                1,
                1,
                List.of(
                        new AwardResult("data-report", score(60 + n % 41, 100), null),
                        new AwardResult("presentation", score(n % 2 + 2, 3), n % 2 == 0 ? "good" : "excellent")),
                null,
                null,
                BEGAN.plusSeconds(n),
                null);
    }

    private static Score score(int raw, int max) {
        return new Score(BigDecimal.valueOf(raw), BigDecimal.ZERO, BigDecimal.valueOf(max));
    }

    private static Achievement achievement() {
        try {
            return EventFormat.JSON.readValue(
                    Json.resource(Graduation.class, "graduation.json").toString(), Achievement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message message(EventData data, int n) {
        String subject = data.tenant() + "/" + data.aggregate();
        String id = UUID.nameUUIDFromBytes(
                        (data.getClass().getSimpleName() + "/" + subject).getBytes(StandardCharsets.UTF_8))
                .toString();
        EventHeader header = new EventHeader(id, "/meritstream/benchmark", subject, BEGAN.plusSeconds(n), null);
        return EventFormat.write(new Event<>(header, data));
    }

    private static ProducerRecord<String, byte[]> record(Message message) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(message.topic(), message.key(), message.body());
        message.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private KafkaProducer<String, byte[]> producer(Map<String, String> more) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", kafka);
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", "20");
        settings.put("batch.size", "131072");
        settings.putAll(more);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
