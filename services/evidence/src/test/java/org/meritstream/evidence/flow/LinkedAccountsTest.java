package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.evidence.flow.Happenings.fact;
import static org.meritstream.evidence.flow.Happenings.linked;
import static org.meritstream.evidence.flow.Happenings.profiled;
import static org.meritstream.evidence.flow.Happenings.publish;
import static org.meritstream.evidence.judgement.Fixtures.AMINA;
import static org.meritstream.evidence.judgement.Fixtures.ESSAY;
import static org.meritstream.evidence.judgement.Fixtures.NORTHGATE;
import static org.meritstream.evidence.judgement.Fixtures.result;
import static org.meritstream.evidence.judgement.Fixtures.score;
import static org.meritstream.evidence.judgement.Fixtures.share;
import static org.meritstream.evidence.judgement.Fixtures.version;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AwardRule;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.Rule.CountingAttempt;
import org.meritstream.evidence.awards.Award;
import org.meritstream.log.Inbound;

/** An account without a person turns out to be a learner's: the facts move, and there is no second award. */
class LinkedAccountsTest {
    private static final UUID ACCOUNT = UUID.fromString("22222222-2222-8222-8222-222222222222");
    private static final AchievementPublished AT_ONCE =
            version(NORTHGATE, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, share(ESSAY, "0.6", CountingAttempt.BEST));

    private final MemoryStore evidence = new MemoryStore();

    @Test
    void movesAnAccountsFactsToTheLearnerItBelongsTo() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, ACCOUNT)));

        given(linked(NORTHGATE, ACCOUNT, AMINA));

        assertThat(award().learner().id()).isEqualTo(AMINA);
        assertThat(evidence.dossiers()).extracting(d -> d.learner().id()).containsExactly(AMINA);
    }

    @Test
    void countsFactsOfALinkedAccountForItsLearner() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA), linked(NORTHGATE, ACCOUNT, AMINA));

        given(fact(passing(NORTHGATE, ACCOUNT)));

        assertThat(award().learner().id()).isEqualTo(AMINA);
    }

    @Test
    void givesNoSecondAwardWhenAnAccountIsLinkedToAHolder() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA), fact(passing(NORTHGATE, AMINA)));

        given(fact(passing(NORTHGATE, ACCOUNT)), linked(NORTHGATE, ACCOUNT, AMINA));

        assertThat(evidence.awards()).hasSize(1);
    }

    @Test
    void leavesOneStandingAwardWhenTwoHoldersTurnOutToBeOne() {
        given(publish(AT_ONCE), profiled(NORTHGATE, AMINA), profiled(NORTHGATE, ACCOUNT));
        given(fact(passing(NORTHGATE, AMINA)), fact(passing(NORTHGATE, ACCOUNT)));

        given(linked(NORTHGATE, ACCOUNT, AMINA));

        assertThat(evidence.awards())
                .filteredOn(Award::stands)
                .singleElement()
                .satisfies(award -> assertThat(award.learner().id()).isEqualTo(AMINA));
    }

    private void given(Inbound... events) {
        List.of(events).forEach(event -> evidence.handle(List.of(event)));
    }

    private Award award() {
        return evidence.awards().iterator().next();
    }

    private static AssessmentCompleted passing(String tenant, UUID learner) {
        return result(ESSAY, score("80", "100")).of(tenant, learner).build();
    }
}
