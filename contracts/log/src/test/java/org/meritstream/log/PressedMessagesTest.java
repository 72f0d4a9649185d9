package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Message;

class PressedMessagesTest {
    private static final Message MESSAGE = new Message(
            "topic",
            "key/é",
            Map.of("ce_id", "1"),
            "what is said, and said again, ".repeat(20).getBytes(StandardCharsets.UTF_8));

    @Test
    void givesBackWhatItTookInLessRoom() {
        byte[] pressed = PressedMessages.press(Collections.nCopies(3, MESSAGE));

        List<Message> back = PressedMessages.release(pressed);

        assertThat(back).hasSize(3);
        assertThat(back).usingRecursiveFieldByFieldElementComparator().containsOnly(MESSAGE);
        assertThat(pressed).hasSizeLessThan(MESSAGE.body().length);
    }

    @Test
    void givesBackNothingForNothing() {
        assertThat(PressedMessages.release(PressedMessages.press(List.of()))).isEmpty();
    }

    @Test
    void readsTheRowsOfBefore() {
        byte[] before = MessageCodec.encodeAll(List.of(MESSAGE));

        assertThat(PressedMessages.release(before))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(MESSAGE);
    }

    @Test
    void refusesBytesThatAreCutShortOrDamaged() {
        byte[] whole = PressedMessages.press(List.of(MESSAGE));
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, 1, 5, (byte) -1);

        assertThatThrownBy(() -> PressedMessages.release(Arrays.copyOf(whole, whole.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PressedMessages.release(damaged)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnotherVersion() {
        byte[] other = PressedMessages.press(List.of(MESSAGE));
        other[0] = 9;

        assertThatThrownBy(() -> PressedMessages.release(other)).hasMessageContaining("version 9");
    }
}
