package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HangingTransactionsTest {

    @Test
    void readsTheGroupInTheKeyOfAnOffset() {
        assertThat(HangingTransactions.group(key(1))).isEqualTo("meritstream-award");
    }

    @Test
    void readsNoGroupInOtherRecordsOfTheBroker() {
        assertThat(HangingTransactions.group(key(2))).isEmpty();
    }

    @Test
    void leavesAllAsItIsWhereTheBrokerIsAway() {
        KafkaClients clients = new KafkaClients(
                "award", "a", new KafkaClients.Batching(1, Duration.ZERO), Map.of("bootstrap.servers", "127.0.0.1:1"));

        assertThatCode(new HangingTransactions("award", clients)::look).doesNotThrowAnyException();
    }

    private static byte[] key(int version) {
        byte[] group = "meritstream-award".getBytes(StandardCharsets.UTF_8);
        byte[] topic = "meritstream.award".getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(64)
                .putShort((short) version)
                .putShort((short) group.length)
                .put(group)
                .putShort((short) topic.length)
                .put(topic)
                .putInt(3)
                .array();
    }
}
