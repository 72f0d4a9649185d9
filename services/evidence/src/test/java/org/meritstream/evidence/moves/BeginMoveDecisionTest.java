package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.MoveLearners;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.moves.BeginMoveDecision.Beginning;
import org.meritstream.evidence.moves.BeginMoveDecision.Shown;

class BeginMoveDecisionTest {
    private static final UUID ID = UUID.fromString("0197a3c4-5d6e-7f80-9a0b-1c2d3e4f5a6b");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AchievementKey FIRST = new AchievementKey("northgate", "data-literacy", 1);

    @Test
    void beginsAMoveToALaterVersion() {
        assertThat(decide(1, 3, null)).isEqualTo(new Beginning.Begin(new Move(ID, FIRST, 3, NOON)));
    }

    @Test
    void refusesAnAchievementThatWasNeverPublished() {
        Shown nothing = new Shown(Set.of(), Set.of(), null);

        assertThat(BeginMoveDecision.decide(asked(1, 2), nothing, ID, NOON))
                .isEqualTo(new Beginning.UnknownAchievement());
    }

    @Test
    void namesTheVersionThatIsNotThere() {
        assertThat(decide(1, 9, null)).isEqualTo(new Beginning.UnknownVersion(9));
        assertThat(decide(8, 1, null)).isEqualTo(new Beginning.UnknownVersion(8));
    }

    @Test
    void movesNobodyToTheSameVersionNorBack() {
        assertThat(decide(2, 2, null)).isEqualTo(new Beginning.SameVersion());
        assertThat(decide(3, 1, null)).isEqualTo(new Beginning.OlderVersion());
    }

    @Test
    void movesNobodyToARetiredVersionButAwayFromOne() {
        assertThat(decide(1, 2, null)).isEqualTo(new Beginning.Retired());
        assertThat(decide(2, 3, null)).isInstanceOf(Beginning.Begin.class);
    }

    @Test
    void waitsForTheMoveThatIsUnderWay() {
        Move other = new Move(UUID.fromString("0197a3c4-5d6e-7f80-9a0b-000000000000"), FIRST, 3, NOON);

        assertThat(decide(1, 3, other)).isEqualTo(new Beginning.UnderWay(other));
    }

    /** Of three versions the second is retired. */
    private static Beginning decide(int from, int to, @Nullable Move underWay) {
        return BeginMoveDecision.decide(asked(from, to), new Shown(Set.of(1, 2, 3), Set.of(2), underWay), ID, NOON);
    }

    private static MoveLearners asked(int from, int to) {
        return new MoveLearners("northgate", "data-literacy", from, to);
    }
}
