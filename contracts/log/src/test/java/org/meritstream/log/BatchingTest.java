package org.meritstream.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.log.KafkaClients.Batching;

class BatchingTest {
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.05S", "PT1S"})
    void gathersForAsLongAsASecond(Duration gather) {
        assertThat(new Batching(500, gather).gather()).isEqualTo(gather);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT1.001S", "PT50S"})
    void refusesWhatWouldStandStill(Duration gather) {
        assertThatThrownBy(() -> new Batching(500, gather))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("meritstream.log.gather is " + gather);
    }

    @Test
    void namesAnExampleOfWhatItTakes() {
        assertThatThrownBy(() -> new Batching(500, Duration.ofMinutes(1))).hasMessageContaining("such as 50ms");
    }
}
