package org.meritstream.evidence.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.MORNING;
import static org.meritstream.evidence.judgement.Fixtures.achievement;
import static org.meritstream.evidence.judgement.Fixtures.raw;
import static org.meritstream.evidence.judgement.Fixtures.share;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardRule;
import org.meritstream.events.PublishAchievement;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Release;
import org.meritstream.evidence.catalogue.PublishDecision.Fault;
import org.meritstream.evidence.catalogue.PublishDecision.Publication;
import org.meritstream.evidence.judgement.Fixtures;

class PublishDecisionTest {
    private static final Rule SOUND = share(ESSAY, "0.6", CountingAttempt.BEST);

    @Test
    void publishesTheNextVersion() {
        assertThat(PublishDecision.decide(asked(3, SOUND), 2, MORNING)).isInstanceOf(Publication.Publish.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void refusesAnyOtherVersion(int version) {
        assertThat(PublishDecision.decide(asked(version, SOUND), 2, MORNING)).isEqualTo(new Publication.NotNext(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.01", "-0.1", "60", "0.0000000000001"})
    void refusesAShareThatIsNone(String threshold) {
        assertThat(faults(share(ESSAY, threshold, CountingAttempt.BEST)))
                .extracting(Fault::pointer)
                .containsExactly("/criteria/0/rule/threshold");
    }

    @Test
    void refusesMarksBelowNothing() {
        assertThat(faults(raw(ESSAY, "-1"))).extracting(Fault::pointer).containsExactly("/criteria/0/rule/threshold");
    }

    @Test
    void refusesAnActivityWithoutName() {
        assertThat(faults(share(" ", "0.6", CountingAttempt.BEST)))
                .extracting(Fault::pointer)
                .containsExactly("/criteria/0/rule/activity");
    }

    @Test
    void refusesRulesNestedDeeperThanAnybodyReads() {
        Rule deep = SOUND;
        for (int i = 0; i < 8; i++) {
            deep = new Rule.All(List.of(deep));
        }

        assertThat(faults(deep))
                .singleElement()
                .satisfies(f -> assertThat(f.detail()).contains("deeper than 8"));
    }

    @Test
    void refusesMoreRulesThanAnybodyReads() {
        assertThat(faults(new Rule.Any(Collections.nCopies(500, SOUND)))).hasSize(1);
    }

    @Test
    void refusesADateWhereNothingWaitsForOne() {
        assertThat(released(ReleasePolicy.AT_ONCE, MORNING))
                .extracting(Fault::pointer)
                .containsExactly("/releaseAt");
    }

    @Test
    void refusesToReleaseOnADateThatIsNotSaid() {
        assertThat(released(ReleasePolicy.ON_DATE, null))
                .extracting(Fault::pointer)
                .containsExactly("/releaseAt");
    }

    @Test
    void refusesADateInNoCalendar() {
        assertThat(released(ReleasePolicy.ON_DATE, Instant.MAX))
                .extracting(Fault::pointer)
                .containsExactly("/releaseAt");
    }

    @Test
    void takesADateWithAndWithoutApproval() {
        assertThat(released(ReleasePolicy.ON_DATE, MORNING)).isEmpty();
        assertThat(released(ReleasePolicy.AFTER_APPROVAL, MORNING)).isEmpty();
        assertThat(released(ReleasePolicy.AFTER_APPROVAL, null)).isEmpty();
    }

    private static List<Fault> released(ReleasePolicy release, @Nullable Instant at) {
        Achievement definition = Fixtures.version("northgate", 1, new Release(release, at), AwardRule.ALL, SOUND)
                .definition();
        PublishAchievement asked = new PublishAchievement("northgate", "data-literacy", 1, definition);
        Publication publication = PublishDecision.decide(asked, 0, MORNING);
        return publication instanceof Publication.Faulty faulty ? faulty.faults() : List.of();
    }

    private static List<Fault> faults(Rule rule) {
        Publication publication = PublishDecision.decide(asked(1, rule), 0, MORNING);
        return publication instanceof Publication.Faulty faulty ? faulty.faults() : List.of();
    }

    private static PublishAchievement asked(int version, Rule rule) {
        return new PublishAchievement(
                "northgate",
                "data-literacy",
                version,
                achievement(AwardRule.ALL, rule).definition());
    }
}
