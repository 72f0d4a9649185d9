package org.meritstream.issuance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.ImportRefusal;
import org.meritstream.issuance.imports.Looks.Look;

class FailedLookDecisionTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DAILY = Duration.ofHours(24);

    @ParameterizedTest
    @CsvSource({"0, PT2M", "1, PT4M", "2, PT8M", "8, PT8H32M", "9, PT17H4M", "10, PT24H", "11, PT24H", "1000000, PT24H"
    })
    void leavesItForTwiceAsLongEachTimeUpToADay(int faults, Duration pause) {
        Due due = due(faults, new Due.First(Buffer.buffer("{}"), NOW.minusSeconds(60)));

        assertThat(decide(due)).isEqualTo(new Look.Conclude(Looks.delay(due, NOW.plus(pause))));
    }

    @Test
    void givesItBackAfterTwoWeeks() {
        Due due = due(20, new Due.First(Buffer.buffer("{}"), NOW.minus(Duration.ofDays(14))));
        Due justBefore = due(
                20,
                new Due.First(
                        Buffer.buffer("{}"), NOW.minus(Duration.ofDays(14)).plusMillis(1)));

        assertThat(decide(due)).isEqualTo(new Look.Conclude(Looks.conclusion(due, ImportRefusal.NOT_CHECKABLE)));
        assertThat(decide(justBefore)).isEqualTo(new Look.Conclude(Looks.delay(justBefore, NOW.plus(DAILY))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, 2026-11-24T12:00:00Z",
                "2026-11-24T12:00:01Z, 2026-11-24T12:00:00Z",
                "2026-11-24T12:00:00Z, none"
            })
    void looksAgainAtWhatIsHeldWhenItWouldHaveAnyway(@Nullable Instant until, @Nullable Instant next) {
        assertThat(decide(due(3, new Due.Again("{}", until)))).isEqualTo(new Look.Later(next, "fault"));
    }

    @Test
    void givesUpWhatThreeLookedAtOfWhomNobodyCameBack() {
        Due.Kind handedIn = new Due.First(Buffer.buffer("{}"), NOW.minusSeconds(60));
        Due due = taken(4, handedIn);

        assertThat(FailedLookDecision.neverEnds(taken(3, handedIn))).isFalse();
        assertThat(FailedLookDecision.neverEnds(due)).isTrue();
        assertThat(FailedLookDecision.givenUp(due, NOW, DAILY))
                .isEqualTo(new Look.Conclude(Looks.conclusion(due, ImportRefusal.NOT_CHECKABLE)));
    }

    @Test
    void leavesWhatIsHeldForItsTimeWhereNobodyCameBack() {
        assertThat(FailedLookDecision.givenUp(taken(4, new Due.Again("{}", null)), NOW, DAILY))
                .isEqualTo(new Look.Later(NOW.plus(DAILY), "never-ended"));
    }

    private static Look decide(Due due) {
        return FailedLookDecision.decide(due, NOW, DAILY);
    }

    private static Due due(int faults, Due.Kind kind) {
        return new Due(new UUID(0x7000L, 1), "northgate", new UUID(0x8000L, 3), NOW, faults, 1, kind);
    }

    private static Due taken(int takings, Due.Kind kind) {
        return new Due(new UUID(0x7000L, 1), "northgate", new UUID(0x8000L, 3), NOW, 0, takings, kind);
    }
}
