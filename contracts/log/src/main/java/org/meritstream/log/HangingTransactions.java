package org.meritstream.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/**
 * Ends transactions of this service that partitions hold open and no coordinator knows any more (docs/adr/0058). While they hang, offsets
 * in them stay pending, readers of the topics stand before them, and what their producer commits next would commit them as well. Nothing of them was
 * ever seen; whoever reads their records again tells from the store what they told.
 *
 * <p>Of the loop's thread. Where the broker is away or the service lacks a right, all stays as it is, and the log says so.
 */
final class HangingTransactions {
    private static final Logger LOG = Logger.getLogger(HangingTransactions.class);
    private static final String OFFSETS = "__consumer_offsets";
    private static final String COORDINATORS = "__transaction_state";
    private static final String OURS = "meritstream.";
    private static final Duration FIRST_RECORD = Duration.ofSeconds(5);

    /** The last version of the keys of offsets. */
    private static final short OFFSET_KEY = 1;

    private final String service;
    private final KafkaClients clients;
    private Set<OpenTransaction> seen = Set.of();

    HangingTransactions(String service, KafkaClients clients) {
        this.service = service;
        this.clients = clients;
    }

    /** What Kafka's admin is asked; its faults are the broker's. */
    private interface Question {
        void ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    /**
     * Ends what this replica left, once its producer is ready again: by then the coordinator has ended all that it knows of, and nobody else
     * may go on with it.
     */
    void endOwn() {
        asked(admin -> {
            String own = clients.transactionalId();
            TransactionDescription known =
                    admin.describeTransactions(Set.of(own)).description(own).get();
            end(admin, Set.of(known.producerId()), List.of(known));
        });
    }

    /**
     * For when the group's offsets stay pending: looks for what other replicas left, or this one before the broker forgot it, and ends what the look
     * before has found as well. Between two looks lies half a minute: a coordinator that was just ending it has done so, and one
     * that was moving to another broker is there.
     */
    void look() {
        asked(admin -> {
            List<OpenTransaction> open = open(admin, List.of(offsets(admin)));
            Collection<TransactionDescription> known = known(admin, open);
            Set<OpenTransaction> found = new HashSet<>();
            for (OpenTransaction one : open) {
                if (one.hangs(known) && ours(one)) {
                    found.add(one);
                    LOG.warnf("log.hanging service=%s %s", service, one.told());
                }
            }
            Set<Long> again = found.stream()
                    .filter(seen::contains)
                    .map(OpenTransaction::producer)
                    .collect(Collectors.toSet());
            seen = found;
            if (!again.isEmpty()) {
                end(admin, again, known);
            }
        });
    }

    /** A broker that is new has no topic of offsets yet, and nothing hangs. */
    private void asked(Question question) {
        try (Admin admin = clients.admin()) {
            question.ask(admin);
        } catch (ExecutionException | KafkaException fault) {
            if (fault.getCause() instanceof UnknownTopicOrPartitionException) {
                return;
            }
            LOG.warnf("log.hanging-left service=%s fault=%s", service, Faults.kind(fault));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends what hangs of these producers: what was sent first and the offsets last, for pending offsets bring the loop here, and after a crash
     * it comes again. Where a marker stands in one partition already it was decided, and may be seen there; then nobody but an operator can
     * tell which way.
     */
    private void end(Admin admin, Set<Long> producers, Collection<TransactionDescription> known)
            throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(OURS))
                .collect(Collectors.toSet());
        List<TopicPartition> partitions = new ArrayList<>(partitions(admin, topics));
        partitions.add(offsets(admin));
        Map<TopicPartition, PartitionProducerState> there =
                admin.describeProducers(partitions).all().get();
        List<OpenTransaction> hanging = open(there).stream()
                .filter(one -> producers.contains(one.producer()) && one.hangs(known))
                .sorted(Comparator.comparing(one -> one.partition().topic().equals(OFFSETS)))
                .toList();
        for (OpenTransaction one : hanging) {
            if (there.values().stream()
                    .flatMap(at -> at.activeProducers().stream())
                    .anyMatch(one::decided)) {
                LOG.warnf("log.hanging-decided service=%s %s", service, one.told());
            } else {
                admin.abortTransaction(one.marker()).all().get();
                LOG.warnf("log.hanging-ended service=%s %s", service, one.told());
            }
        }
    }

    private static List<OpenTransaction> open(Admin admin, List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException {
        return open(admin.describeProducers(partitions).all().get());
    }

    private static List<OpenTransaction> open(Map<TopicPartition, PartitionProducerState> there) {
        List<OpenTransaction> open = new ArrayList<>();
        there.forEach((partition, state) -> state.activeProducers().stream()
                .filter(producer -> producer.currentTransactionStartOffset().isPresent())
                .forEach(producer -> open.add(OpenTransaction.of(partition, producer))));
        return open;
    }

    /** What coordinators know of these producers. What one that is away knows is not among it, so all must be there. */
    private static Collection<TransactionDescription> known(Admin admin, List<OpenTransaction> open)
            throws ExecutionException, InterruptedException {
        partitions(admin, Set.of(COORDINATORS));
        Set<Long> producers = open.stream().map(OpenTransaction::producer).collect(Collectors.toSet());
        List<String> names =
                admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers)).all().get().stream()
                        .map(TransactionListing::transactionalId)
                        .toList();
        return admin.describeTransactions(names).all().get().values();
    }

    /** Where the broker keeps the group's offsets, by its own rule. */
    private TopicPartition offsets(Admin admin) throws ExecutionException, InterruptedException {
        int partitions = partitions(admin, Set.of(OFFSETS)).size();
        return new TopicPartition(OFFSETS, Math.absExact(clients.group().hashCode()) % partitions);
    }

    /** The partitions of these topics, all of which have a leader. */
    private static List<TopicPartition> partitions(Admin admin, Set<String> topics)
            throws ExecutionException, InterruptedException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(HangingTransactions::led)
                .toList();
    }

    private static Stream<TopicPartition> led(TopicDescription topic) {
        return topic.partitions().stream().map(partition -> {
            if (partition.leader() == null || partition.leader().isEmpty()) {
                throw new LeaderNotAvailableException("of " + topic.name());
            }
            return new TopicPartition(topic.name(), partition.partition());
        });
    }

    /**
     * Whether it holds an offset of our group. Then it is a replica's of this service, and coordinators tell us what they know of it; what they
     * know of others they may keep from us, which would look the same as knowing nothing.
     */
    private boolean ours(OpenTransaction one) {
        try (KafkaConsumer<byte[], byte[]> reader = clients.rawReader()) {
            reader.assign(Set.of(one.partition()));
            reader.seek(one.partition(), one.start());
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(FIRST_RECORD)) {
                if (record.offset() == one.start()) {
                    return group(record.key()).equals(clients.group());
                }
            }
            return false;
        }
    }

    /** The group in the key of an offset, as the broker writes it (its schema OffsetCommitKey); empty for any other record. */
    static String group(byte[] key) {
        ByteBuffer from = ByteBuffer.wrap(key);
        if (from.getShort() > OFFSET_KEY) {
            return "";
        }
        byte[] group = new byte[from.getShort()];
        from.get(group);
        return new String(group, StandardCharsets.UTF_8);
    }
}
