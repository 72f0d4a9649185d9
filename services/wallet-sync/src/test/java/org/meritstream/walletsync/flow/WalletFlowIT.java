package org.meritstream.walletsync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.jwt.Claim;
import io.quarkus.test.security.jwt.JwtSecurity;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CredentialState;
import org.meritstream.events.EventData;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;
import org.meritstream.walletsync.Learner;
import org.meritstream.walletsync.offer.Held;
import org.meritstream.walletsync.offer.Offers;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.OfferState;

/** The whole loop: real broker, real store (or its emulator), facts in on their topics and announcements out. */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "wallet-sync"))
class WalletFlowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SEED = 20261123;
    private static final String LETTERS = "/api/wallet-sync/dead-letters";

    @Inject
    BatchHandler work;

    @Inject
    Offers offers;

    @Test
    void announcesOneOfferForEachCredentialWhateverTheOrderAndHoweverOftenItIsTold() {
        Random random = new Random(SEED);
        List<UUID> credentials = credentials(300, random);
        List<Message> told = new ArrayList<>();
        for (UUID credential : credentials) {
            UUID learner = new UUID(0x8000L, random.nextInt(60) | 0x8000_0000_0000_0000L);
            String tenant = random.nextBoolean() ? Facts.NORTHGATE : Facts.SOUTHFIELD;
            told.add(message(Facts.issued(tenant, learner, credential), "issued-" + credential));
            told.add(message(
                    Facts.document(tenant, learner, credential, CredentialState.ISSUED), "document-" + credential));
            told.add(message(Facts.profiled(tenant, learner, "Somebody", Facts.NOON), "profile-" + tenant + learner));
        }
        told.addAll(List.copyOf(told).subList(0, told.size() / 5));
        Collections.shuffle(told, random);

        append(told);

        List<ConsumerRecord<String, byte[]>> announced = new Topic(RealServers.kafka(), Topics.WALLET)
                .readUntil(seen -> ours(seen, credentials).size() >= credentials.size(), PATIENCE);
        assertThat(ours(announced, credentials)).as("seed %d", SEED).hasSameSizeAs(credentials);
        assertThat(ours(announced, credentials)).doesNotHaveDuplicates();
    }

    @Test
    void emitsTheSameBytesAgainWhenACrashCameBetweenStoreAndLog() {
        Inbound event = event(Facts.issued(Facts.NORTHGATE, UUID.randomUUID(), UUID.randomUUID()), 7_000_001);

        List<Message> first = work.handle(List.of(event));
        List<Message> again = work.handle(List.of(event));

        assertThat(first).hasSize(1);
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void emitsNothingForTheSameEventAtAnotherPosition() {
        Inbound event = event(Facts.issued(Facts.NORTHGATE, UUID.randomUUID(), UUID.randomUUID()), 7_000_002);
        work.handle(List.of(event));

        List<Message> elsewhere =
                work.handle(List.of(Facts.inbound(event.id(), event.time(), event.data(), 7_000_003)));

        assertThat(elsewhere).isEmpty();
    }

    @Test
    void revokesAnOfferThroughTheLog() {
        UUID credential = UUID.randomUUID();
        UUID learner = UUID.randomUUID();
        append(List.of(
                message(Facts.revoked(Facts.NORTHGATE, learner, credential), "revoked-" + credential),
                message(Facts.issued(Facts.NORTHGATE, learner, credential), "issued-" + credential)));

        UUID last = UUID.randomUUID();
        append(List.of(message(Facts.issued(Facts.NORTHGATE, learner, last), "issued-" + last)));
        new Topic(RealServers.kafka(), Topics.WALLET)
                .readUntil(seen -> !ours(seen, List.of(last)).isEmpty(), PATIENCE);

        Held held = offers.of(Facts.NORTHGATE, credential).await().atMost(PATIENCE);
        assertThat(held).isNotNull();
        assertThat(held.offer().state()).isEqualTo(OfferState.REVOKED);
    }

    @Test
    @TestSecurity(user = "admin@northgate", roles = "admin")
    @JwtSecurity(claims = @Claim(key = "tenant", value = Facts.NORTHGATE))
    void setsARecordAsideThatNobodyCanReadAndReplaysItAtAnAdministratorsWord() {
        append(List.of(cut(Facts.SOUTHFIELD), cut(Facts.NORTHGATE)));

        JsonPath one = letters(1);
        String letter = one.getString("deadLetters[0].id");
        Learner.judged().post(LETTERS + "/" + letter + "/replays").then().statusCode(202);
        Learner.judged().post(LETTERS + "/0-999999/replays").then().statusCode(404);

        assertThat(letters(2).getList("deadLetters.origin", String.class))
                .as("the other tenant's is not shown")
                .anyMatch(origin -> origin.startsWith(Topics.CREDENTIAL))
                .anyMatch(origin -> origin.startsWith(Topics.WALLET_COMMANDS))
                .hasSize(2);
    }

    private static Message cut(String tenant) {
        Message whole = message(Facts.issued(tenant, UUID.randomUUID(), UUID.randomUUID()), "cut-" + tenant);
        byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
        return new Message(whole.topic(), whole.key(), whole.headers(), half);
    }

    /** The caller's dead letters, once there are as many. */
    private static JsonPath letters(int expected) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonPath letters = Learner.judged().get(LETTERS).jsonPath();
        while (letters.getList("deadLetters").size() < expected && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            letters = Learner.judged().get(LETTERS).jsonPath();
        }
        assertThat(letters.getList("deadLetters")).hasSize(expected);
        return letters;
    }

    private static List<UUID> credentials(int number, Random random) {
        List<UUID> credentials = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            credentials.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return credentials;
    }

    private static void append(List<Message> messages) {
        messages.stream()
                .map(Message::topic)
                .distinct()
                .forEach(topic -> new Topic(RealServers.kafka(), topic)
                        .append(messages.stream()
                                .filter(message -> message.topic().equals(topic))
                                .toList()));
    }

    private static Message message(EventData data, String id) {
        return Facts.inbound(id, Facts.NOON, data, 0).message();
    }

    private static Inbound event(EventData data, long offset) {
        return Facts.inbound(UUID.randomUUID().toString(), Instant.now(), data, offset);
    }

    /** The ids of what was announced about these credentials. */
    private static List<String> ours(List<ConsumerRecord<String, byte[]>> seen, List<UUID> credentials) {
        List<String> ids = credentials.stream().map(UUID::toString).toList();
        return seen.stream()
                .filter(message -> Topic.header(message, "ce_type").equals("org.meritstream.offer.created.v1"))
                .map(message -> org.meritstream.events.EventFormat.data(
                        org.meritstream.events.EventType.OFFER_CREATED, message.value()))
                .map(data -> ((org.meritstream.events.OfferCreated) data)
                        .credential()
                        .toString())
                .filter(ids::contains)
                .toList();
    }
}
