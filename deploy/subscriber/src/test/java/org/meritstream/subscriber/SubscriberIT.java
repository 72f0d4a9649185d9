package org.meritstream.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meritstream.events.Event;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.proving.RealServers;

/** The subscriber at a real broker. */
@Timeout(120)
class SubscriberIT {
    private static final String TENANT = "subscribed";
    private static final String TOPIC = Topics.feed(TENANT);

    @BeforeAll
    static void feed() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", RealServers.kafka()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void tellsWhatWasCommittedOnceAndGoesOnWhereItStopped() throws Exception {
        append("given-up", false);
        append("first", true);
        try (Followed followed = new Followed()) {
            assertThat(followed.next()).contains(" ISSUED first/1 ");
        }

        append("second", true);

        try (Followed followed = new Followed()) {
            assertThat(followed.next()).contains(" ISSUED second/1 ");
            assertThat(followed.lines).isEmpty();
        }
        try (Followed again = new Followed(Subscription.Start.THE_BEGINNING)) {
            assertThat(List.of(again.next(), again.next()))
                    .anyMatch(line -> line.contains(" ISSUED first/1 "))
                    .anyMatch(line -> line.contains(" ISSUED second/1 "));
        }
    }

    /** A member that only vanishes keeps its partitions until its session is over, and whoever follows next is told nothing till then. */
    @Test
    void leavesItsGroupBeforeItsProcessEnds() throws Exception {
        try (Followed followed = new Followed();
                Admin admin = Admin.create(Map.of("bootstrap.servers", RealServers.kafka()))) {
            followed.assigned.await();
            assertThat(members(admin)).isEqualTo(1);

            followed.subscription.stop();

            assertThat(members(admin)).isZero();
        }
    }

    private static int members(Admin admin) throws Exception {
        String group = Subscriber.settings("", TENANT).getProperty("group.id");
        return admin.describeConsumerGroups(List.of(group))
                .all()
                .get(30, TimeUnit.SECONDS)
                .values()
                .iterator()
                .next()
                .members()
                .size();
    }

    private static void append(String achievement, boolean commit) throws Exception {
        Properties settings = new Properties();
        settings.putAll(
                Map.of("bootstrap.servers", RealServers.kafka(), "transactional.id", "subscriber-it", "acks", "all"));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(outbound(message(achievement))).get(30, TimeUnit.SECONDS);
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static ProducerRecord<String, byte[]> outbound(Message message) {
        ProducerRecord<String, byte[]> outbound = new ProducerRecord<>(message.topic(), message.key(), message.body());
        message.headers()
                .forEach((name, value) -> outbound.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return outbound;
    }

    private static Message message(String achievement) throws IOException {
        FeedEntry example = Entries.feedEntry("minimal");
        FeedEntry entry = new FeedEntry(
                TENANT,
                example.id(),
                achievement,
                1,
                example.achievementName(),
                example.achievementAddress(),
                example.state(),
                example.issuedAt(),
                example.updatedAt(),
                null,
                null,
                null);
        EventHeader header = new EventHeader(achievement, "/meritstream/issuance", TENANT + "/1", Instant.EPOCH, null);
        return EventFormat.write(new Event<>(header, entry));
    }

    /** A subscription on a thread of its own, stopped as a shutdown does. */
    private static final class Followed implements AutoCloseable {
        private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(10);
        private final CountDownLatch assigned = new CountDownLatch(1);
        private final KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Subscriber.settings(RealServers.kafka(), TENANT),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        private final Subscription subscription;
        private final Thread thread;

        Followed() {
            this(Subscription.Start.WHERE_IT_STOPPED);
        }

        Followed(Subscription.Start start) {
            subscription = new Subscription(consumer, TOPIC, start, lines::add, remark -> assigned.countDown());
            thread = new Thread(subscription);
            thread.start();
        }

        String next() throws InterruptedException {
            return String.valueOf(lines.poll(60, TimeUnit.SECONDS));
        }

        @Override
        public void close() throws InterruptedException {
            subscription.stop();
            thread.join(Duration.ofSeconds(60));
        }
    }
}
