package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AchievementRetired;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.RetireAchievement;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.catalogue.RetireDecision.Retirement;

class RetireDecisionTest {
    private static final Instant LATER = MORNING.plusSeconds(3600);
    private static final AchievementPublished FIRST = published(1);
    private static final AchievementPublished SECOND = published(2);

    @Test
    void retiresEveryVersion() {
        assertThat(decide(2, List.of(FIRST, SECOND), Set.of()))
                .isInstanceOfSatisfying(
                        Retirement.Retire.class,
                        retire -> assertThat(retire.versions())
                                .extracting(AchievementRetired::asPublished, AchievementRetired::retiredAt)
                                .containsExactly(tuple(FIRST, LATER), tuple(SECOND, LATER)));
    }

    @Test
    void retiresNothingTwice() {
        Set<AchievementKey> before = Set.of(AchievementKey.of(FIRST), AchievementKey.of(SECOND));

        assertThat(decide(2, List.of(FIRST, SECOND), before)).isEqualTo(new Retirement.Retire(List.of()));
    }

    @Test
    void retiresWhatWasOfferedAgainAfterARetirement() {
        assertThat(decide(2, List.of(FIRST, SECOND), Set.of(AchievementKey.of(FIRST))))
                .isInstanceOfSatisfying(
                        Retirement.Retire.class,
                        retire -> assertThat(retire.versions())
                                .extracting(AchievementRetired::version)
                                .containsExactly(2));
    }

    @Test
    void retiresNoVersionThatWhoeverAsksDidNotKnowOf() {
        assertThat(decide(1, List.of(FIRST, SECOND), Set.of())).isEqualTo(new Retirement.NotNewest(2));
    }

    @Test
    void retiresNothingThatWasNeverPublished() {
        assertThat(decide(1, List.of(), Set.of())).isEqualTo(new Retirement.Unknown());
    }

    private static Retirement decide(int asked, List<AchievementPublished> published, Set<AchievementKey> retired) {
        return RetireDecision.decide(
                new RetireAchievement(NORTHGATE, "data-literacy", asked), published, retired, LATER);
    }

    private static AchievementPublished published(int number) {
        return version(
                NORTHGATE, number, ReleasePolicy.AT_ONCE, AwardRule.ALL, share(ESSAY, "0.6", CountingAttempt.BEST));
    }
}
