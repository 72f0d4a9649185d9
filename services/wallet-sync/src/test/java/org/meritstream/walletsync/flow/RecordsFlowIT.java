package org.meritstream.walletsync.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventType;
import org.meritstream.events.Message;
import org.meritstream.events.RecordRequested;
import org.meritstream.events.RequestRecord;
import org.meritstream.events.Topics;
import org.meritstream.events.Visibility;
import org.meritstream.log.BatchHandler;
import org.meritstream.log.Inbound;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.Topic;
import org.meritstream.walletsync.document.Documents;
import org.meritstream.walletsync.learnerrecord.RequestDecision;
import org.meritstream.walletsync.wallet.Facts;
import org.meritstream.walletsync.wallet.LearnerRecord;
import org.meritstream.walletsync.wallet.Records;
import org.meritstream.walletsync.wallet.Wallet;
import org.meritstream.walletsync.wallet.Wallets;

/** Records of two universities' learners, from what their browser appended to what their page shows: real broker, real store (or its emulator). */
@QuarkusTest
@WithTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "wallet-sync"))
class RecordsFlowIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REQUESTED = EventType.RECORD_REQUESTED.ceType();

    @Inject
    BatchHandler work;

    @Inject
    Wallets wallets;

    @Inject
    Documents documents;

    private final UUID person = UUID.randomUUID();

    @Test
    void asksIssuanceOnceForEachRequestOfEachTenant() {
        List<Message> asked = List.of(asked(Facts.NORTHGATE), asked(Facts.SOUTHFIELD));

        append(Topics.WALLET_COMMANDS, asked);
        append(Topics.WALLET_COMMANDS, asked);
        requested(2);
        append(Topics.WALLET_COMMANDS, List.of(asked(Facts.NORTHGATE), asked(Facts.SOUTHFIELD)));

        assertThat(requested(4)).hasSize(4).doesNotHaveDuplicates();
        assertThat(wallet(Facts.NORTHGATE).records().requests()).hasSize(2);
        assertThat(wallet(Facts.SOUTHFIELD).records().requests()).hasSize(2);
    }

    @Test
    void tellsTheSameBytesAgainWhenACrashCameBetweenStoreAndLog() {
        Inbound command = Facts.inbound(
                UUID.randomUUID().toString(),
                Instant.now(),
                new RequestRecord(Facts.NORTHGATE, person, null),
                7_100_001);

        List<Message> first = work.handle(List.of(command));
        List<Message> again = work.handle(List.of(command));
        List<Message> elsewhere =
                work.handle(List.of(Facts.inbound(command.id(), command.time(), command.data(), 7_100_002)));

        assertThat(first).hasSize(1);
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
        assertThat(elsewhere).isEmpty();
    }

    /** Decided in the wallet, so that two browsers of one person do not get past it together. */
    @Test
    void keepsToTheBoundOfADayThoughAllComeAtOnce() {
        List<Inbound> batch = java.util.stream.IntStream.range(0, RequestDecision.A_DAY + 3)
                .mapToObj(n -> Facts.inbound(
                        UUID.randomUUID().toString(),
                        Facts.NOON,
                        new RequestRecord(Facts.NORTHGATE, person, null),
                        7_200_000 + n))
                .toList();

        assertThat(work.handle(batch)).hasSize(RequestDecision.A_DAY);
        assertThat(wallet(Facts.NORTHGATE).records().requests()).hasSize(RequestDecision.A_DAY);
    }

    @Test
    void keepsWhatIssuanceSaysOfThem() {
        UUID record = UUID.randomUUID();
        append(
                Topics.CREDENTIAL_DOCUMENT,
                List.of(message(Facts.recordDocument(Facts.NORTHGATE, person, record, "{\"signed\":1}", Facts.NOON))));
        append(
                Topics.CREDENTIAL,
                List.of(
                        message(new org.meritstream.events.RecordVisibilityChanged(
                                Facts.NORTHGATE, person, record, Visibility.PUBLIC, Facts.NOON)),
                        message(Facts.recordIssued(Facts.NORTHGATE, person, record, null, List.of(Facts.CREDENTIAL)))));

        LearnerRecord held = until(record);

        assertThat(held.sharing().visibility()).isEqualTo(Visibility.PUBLIC);
        assertThat(requireNonNull(held.made()).credentials()).containsExactly(Facts.CREDENTIAL);
        var document = documents.of(Facts.NORTHGATE, record).await().atMost(PATIENCE);
        assertThat(requireNonNull(requireNonNull(document).copy())
                        .forms()
                        .getFirst()
                        .document())
                .isEqualTo("{\"signed\":1}");
        assertThat(documents.of(Facts.SOUTHFIELD, record).await().atMost(PATIENCE))
                .isNull();
    }

    /** Once all that was appended of a record is heard of. */
    private LearnerRecord until(UUID record) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Records records = wallet(Facts.NORTHGATE).records();
            boolean there = records.knows(record)
                    && records.record(record).made() != null
                    && documents.of(Facts.NORTHGATE, record).await().atMost(PATIENCE) != null;
            if (there) {
                return records.record(record);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("the record was not heard of");
    }

    private Wallet wallet(String tenant) {
        Wallet wallet = wallets.of(tenant, person).await().atMost(PATIENCE);
        return wallet == null ? Wallet.blank(tenant, person) : wallet;
    }

    private Message asked(String tenant) {
        return message(new RequestRecord(tenant, person, null));
    }

    private static Message message(EventData data) {
        return Facts.inbound(UUID.randomUUID().toString(), Instant.now(), data, 0)
                .message();
    }

    private static void append(String topic, List<Message> messages) {
        new Topic(RealServers.kafka(), topic).append(messages);
    }

    /** The requests of this person that issuance was told of. */
    private List<UUID> requested(int number) {
        return ours(new Topic(RealServers.kafka(), Topics.WALLET)
                .readUntil(seen -> ours(seen).size() >= number, PATIENCE));
    }

    private List<UUID> ours(List<ConsumerRecord<String, byte[]>> seen) {
        return seen.stream()
                .filter(message -> Topic.header(message, "ce_type").equals(REQUESTED))
                .map(message -> (RecordRequested) EventFormat.data(EventType.RECORD_REQUESTED, message.value()))
                .filter(asked -> asked.learner().equals(person))
                .map(RecordRequested::request)
                .toList();
    }
}
