package org.meritstream.assessment.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.meritstream.events.SourceKind;

class SourceDirectoryTest {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private long now;
    private int readings;
    private Uni<List<Source>> stored = Uni.createFrom().item(List.of(source("northgate", "moodle")));
    private final SourceDirectory directory = new SourceDirectory(
            () -> {
                readings++;
                return stored;
            },
            FRESH,
            () -> now);

    @Test
    void answersFromMemoryWhileWhatItKnowsIsFresh() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(find("northgate", "moodle")).isPresent();
            assertThat(find("northgate", "guess-" + i)).isEmpty();
        }

        assertThat(readings).isEqualTo(1);
    }

    @Test
    void findsNoSourceOfAnotherTenant() {
        assertThat(find("southbank", "moodle")).isEmpty();
    }

    @Test
    void readsAgainOnceWhatItKnowsIsOld() {
        find("northgate", "moodle");
        stored = Uni.createFrom().item(List.of(source("northgate", "moodle"), source("southbank", "moodle")));
        now += FRESH.toNanos();

        assertThat(find("southbank", "moodle")).isPresent();
    }

    @Test
    void keepsAnsweringWhileTheDatabaseIsAway() {
        find("northgate", "moodle");
        stored = Uni.createFrom().failure(new IllegalStateException("down"));
        now += FRESH.toNanos() * 100;

        assertThat(find("northgate", "moodle")).isPresent();
        assertThat(find("northgate", "other")).isEmpty();
    }

    @Test
    void failsOnlyWhenNothingCouldEverBeRead() {
        stored = Uni.createFrom().failure(new IllegalStateException("down"));

        assertThatThrownBy(() -> find("northgate", "moodle")).hasMessage("down");
    }

    @Test
    void readsAgainAfterAChangeMadeHere() {
        find("northgate", "moodle");
        stored = Uni.createFrom().item(List.of());
        directory.forget();

        assertThat(find("northgate", "moodle")).isEmpty();
    }

    private Optional<Source> find(String tenant, String id) {
        return directory.find(tenant, id).await().atMost(Duration.ofSeconds(1));
    }

    private static Source source(String tenant, String id) {
        return new Source(
                tenant, id, SourceKind.MOODLE_XAPI, JoinBy.STUDENT_NUMBER, null, null, null, "moodle", "secret", false);
    }
}
