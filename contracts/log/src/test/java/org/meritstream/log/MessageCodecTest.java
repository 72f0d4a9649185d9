package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;

class MessageCodecTest {
    private static final Message MESSAGE = new Message("topic", "key/é", Map.of("ce_id", "1"), new byte[] {0, -1, 7});

    @Test
    void givesBackWhatItTook() {
        List<Message> back = MessageCodec.decodeAll(MessageCodec.encodeAll(List.of(MESSAGE, MESSAGE)));

        assertThat(back).hasSize(2);
        assertThat(back.get(1)).usingRecursiveComparison().isEqualTo(MESSAGE);
    }

    @Test
    void givesBackNothingForNothing() {
        assertThat(MessageCodec.decodeAll(MessageCodec.encodeAll(List.of()))).isEmpty();
    }

    @Test
    void refusesBytesThatAreCutShort() {
        byte[] whole = MessageCodec.encodeAll(List.of(MESSAGE));

        assertThatThrownBy(() -> MessageCodec.decodeAll(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherVersion() {
        byte[] other = MessageCodec.encodeAll(List.of());
        other[0] = 9;

        assertThatThrownBy(() -> MessageCodec.decodeAll(other)).hasMessageContaining("version 9");
    }
}
