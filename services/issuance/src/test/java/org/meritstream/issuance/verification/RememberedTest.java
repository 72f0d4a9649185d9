package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Remembered<Integer> remembered = new Remembered<>(2);

    @Test
    void asksOnceForTheSameTextAndKey() {
        assertThat(answer("text", "key")).isEqualTo(answer("text", "key"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAnewForAnotherTextAndForAnotherKey() {
        assertThat(answer("text", "key")).isNotEqualTo(answer("texts", "key")).isNotEqualTo(answer("text", "other"));
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        int first = answer("first", "");
        int second = answer("second", "");
        answer("first", "");
        answer("third", "");

        assertThat(answer("first", "")).isEqualTo(first);
        assertThat(answer("second", "")).isNotEqualTo(second);
    }

    @Test
    void asksAnewForAnAnswerThatMayBeAnotherTheNextTime() {
        Remembered<Integer> odd = new Remembered<>(2, answer -> answer % 2 == 1);

        assertThat(List.of(
                        odd.of("text", "", () -> 2),
                        odd.of("text", "", () -> 4),
                        odd.of("text", "", () -> 5),
                        odd.of("text", "", () -> 6)))
                .containsExactly(2, 4, 5, 5);
    }

    private int answer(String text, String key) {
        return remembered.of(text, key, asked::incrementAndGet);
    }
}
