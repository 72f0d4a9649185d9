package org.meritstream.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class FeedLineTest {

    @Test
    void saysWhenWhatStateWhichAchievementAndWhichCredential() throws IOException {
        assertThat(FeedLine.of(Entries.issued(7)))
                .isEqualTo("2026-05-05T10:00:01Z ISSUED data-literacy/1 " + Entries.id("minimal")
                        + " https://badges.northgate.example/achievements/northgate.data-literacy/1");
    }

    @Test
    void saysThatACredentialWasRevoked() throws IOException {
        assertThat(FeedLine.of(Entries.revoked(8))).startsWith("2026-06-01T00:00:00Z REVOKED data-literacy/12 ");
    }

    @Test
    void saysThatACredentialIsSuspended() throws IOException {
        assertThat(FeedLine.of(Entries.suspended(8))).startsWith("2026-06-01T00:00:00Z SUSPENDED data-literacy/12 ");
    }

    @Test
    void saysThatAnEntryWasErased() {
        assertThat(FeedLine.of(new ConsumerRecord<>(Entries.TOPIC, 0, 9, "northgate/1", null)))
                .isEqualTo("- ERASED northgate/1");
    }

    @Test
    void passesByATypeThatItDoesNotKnow() throws IOException {
        ConsumerRecord<String, byte[]> later = Entries.issued(10);
        later.headers().add("ce_type", "org.meritstream.feed.credential.v2".getBytes(StandardCharsets.UTF_8));

        assertThat(FeedLine.of(later)).isEqualTo("- SKIPPED partition 0 offset 10: of a type unknown to this example");
    }

    @Test
    void passesByWhatIsNotJson() {
        assertThat(FeedLine.of(Entries.entry(11, "half a {".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("- SKIPPED partition 0 offset 11: not JSON");
    }
}
