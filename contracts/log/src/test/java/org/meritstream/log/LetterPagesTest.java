package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.log.DeadLetters.Letter;
import org.meritstream.log.DeadLetters.Page;

/** Pages of dead letters from a log that gives them, gives only some, or hangs. */
class LetterPagesTest {
    private static final String TOPIC = "meritstream.evidence.dead-letters";
    private static final TopicPartition FIRST = new TopicPartition(TOPIC, 0);
    private static final TopicPartition SECOND = new TopicPartition(TOPIC, 1);
    private static final Remit OURS = new Remit("northgate", false);

    @Test
    void isTheLastPageWhenEveryPartitionWasReadToItsEnd() {
        Page page = page(List.of(given(FIRST, "northgate", "southbank"), given(SECOND, "northgate")), null);

        assertThat(ids(page)).containsExactly("0-0", "1-0");
        assertThat(page.next()).isNull();
    }

    @Test
    void goesOnBehindThePageBefore() {
        List<Partition> letters =
                List.of(given(FIRST, "northgate", "northgate"), given(SECOND, "southbank", "northgate"));

        Page first = page(letters, null);
        Page second = page(letters, place(first));

        assertThat(ids(first)).containsExactly("0-0", "0-1");
        assertThat(ids(second)).containsExactly("1-1");
        assertThat(second.next()).isNull();
    }

    @Test
    void saysWhereToGoOnWhenTheTimeWasOverInBetween() {
        Page page = page(List.of(given(FIRST, "northgate", "southbank"), hanging(SECOND)), null);

        assertThat(ids(page)).containsExactly("0-0");
        assertThat(page.next()).as("the last that was looked at").isEqualTo("0-1");
    }

    @Test
    void passesNothingOffAsTheWholeWhenTheLogHangs() {
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> page(List.of(hanging(FIRST), given(SECOND, "northgate")), null));
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> page(List.of(given(FIRST, "northgate"), hanging(SECOND)), new Position(TOPIC, 0, 0)));
    }

    @Test
    void isEmptyBehindTheLastPlaceThereIs() {
        Page page = page(List.of(given(FIRST, "northgate")), new Position(TOPIC, 0, Long.MAX_VALUE));

        assertThat(page).isEqualTo(new Page(List.of(), null));
    }

    @Test
    void findsALetterOrSaysThatTheLogDidNotGiveIt() {
        assertThat(pages(List.of(given(FIRST, "northgate", "southbank"))).record(FIRST, 1))
                .extracting(ConsumerRecord::key)
                .isEqualTo("southbank/a-1");
        assertThat(pages(List.of(given(FIRST, "northgate"))).record(FIRST, 1)).isNull();
        assertThatExceptionOfType(KafkaException.class)
                .isThrownBy(() -> pages(List.of(hanging(FIRST))).record(FIRST, 0));
    }

    /**
     * A partition as the log gives it.
     *
     * @param end behind what it says that it has
     */
    private record Partition(TopicPartition name, long end, List<ConsumerRecord<String, byte[]>> gives) {}

    private static Partition given(TopicPartition partition, String... tenants) {
        return new Partition(
                partition,
                tenants.length,
                IntStream.range(0, tenants.length)
                        .mapToObj(offset -> letter(partition, offset, tenants[offset]))
                        .toList());
    }

    /** Says that it has a record and never gives it. */
    private static Partition hanging(TopicPartition partition) {
        return new Partition(partition, 1, List.of());
    }

    private static ConsumerRecord<String, byte[]> letter(TopicPartition partition, long offset, String tenant) {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, tenant + "/a-1", body);
    }

    private static Page page(List<Partition> partitions, @Nullable Position after) {
        return pages(partitions).page(partitions.stream().map(Partition::name).toList(), OURS, after);
    }

    /** Of two letters each. */
    private static LetterPages pages(List<Partition> partitions) {
        MockConsumer<String, byte[]> log = new MockConsumer<>("none");
        log.updateBeginningOffsets(partitions.stream().collect(Collectors.toMap(Partition::name, one -> 0L)));
        log.updateEndOffsets(partitions.stream().collect(Collectors.toMap(Partition::name, Partition::end)));
        partitions.forEach(turn -> log.schedulePollTask(() -> give(log, partitions)));
        return new LetterPages(log, Duration.ofMillis(300), 2);
    }

    /** What the assigned partition has from where it is read. */
    private static void give(MockConsumer<String, byte[]> log, List<Partition> partitions) {
        partitions.stream()
                .filter(partition -> log.assignment().contains(partition.name()))
                .flatMap(partition ->
                        partition.gives().stream().filter(record -> record.offset() >= log.position(partition.name())))
                .forEach(log::addRecord);
    }

    private static Position place(Page page) {
        String[] next = String.valueOf(page.next()).split("-", -1);
        return new Position(TOPIC, Integer.parseInt(next[0]), Long.parseLong(next[1]));
    }

    private static List<String> ids(Page page) {
        return page.letters().stream().map(Letter::id).toList();
    }
}
