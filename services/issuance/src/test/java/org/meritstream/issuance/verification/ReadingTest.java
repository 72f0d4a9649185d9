package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

class ReadingTest {
    private final Published web = new Published().with("https://a.example/", "{}");

    @Test
    void asksForEachAddressOnce() {
        Reading reading = new Reading(web, 9, Duration.ofSeconds(60));

        assertThat(read(reading, "https://a.example/")).isSameAs(read(reading, "https://a.example/"));
        assertThat(web.read()).hasSize(1);
    }

    @Test
    void asksForNoMoreThanSoMany() {
        Reading reading = new Reading(web, 2, Duration.ofSeconds(60));
        for (int i = 0; i < 100; i++) {
            read(reading, "https://b.example/" + i);
        }

        assertThat(web.read()).hasSize(2);
        assertThat(read(reading, "https://a.example/")).isInstanceOf(Fetched.Missing.class);
    }

    @Test
    void asksForNothingOnceItsTimeIsOver() {
        Reading reading = new Reading(web, 9, Duration.ZERO);

        assertThat(read(reading, "https://a.example/")).isInstanceOf(Fetched.Missing.class);
        assertThat(web.read()).isEmpty();
    }

    private static Fetched read(Reading reading, String address) {
        return reading.read(URI.create(address), Wanted.DOCUMENT);
    }
}
