package org.meritstream.issuance.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.issuance.Fixtures;
import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.credential.IssueDecision.Known;
import org.meritstream.issuance.credential.IssueDecision.Outcome;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learner.Profile;

class IssueDecisionTest {
    private static final UUID ID = UUID.fromString("0199b0c0-0000-8000-8000-00000000c001");
    private static final AwardConferred CONFERRED = Fixtures.conferred();
    private static final LearnerKey PERSON = new LearnerKey("northgate", CONFERRED.learner());
    private static final Profile PROFILE =
            new Profile("northgate", CONFERRED.learner(), "Amina Yilmaz", null, Instant.EPOCH);
    private static final Achievement ACHIEVEMENT = Fixtures.dataLiteracy().definition();

    @Test
    void issuesWhenEverythingIsThere() {
        assertThat(decide(PROFILE, ACHIEVEMENT, Fixtures.NORTHGATE, false))
                .isEqualTo(new Outcome.Issue(ID, CONFERRED, PROFILE, ACHIEVEMENT, Fixtures.NORTHGATE));
    }

    @Test
    void awaitsTheLearner() {
        assertThat(decide(null, ACHIEVEMENT, Fixtures.NORTHGATE, false))
                .isEqualTo(new Outcome.Await(new Missing.Learner(PERSON)));
    }

    @Test
    void awaitsTheAchievementVersion() {
        assertThat(decide(PROFILE, null, Fixtures.NORTHGATE, false))
                .isEqualTo(new Outcome.Await(
                        new Missing.AchievementVersion(new AchievementKey("northgate", "data-literacy", 1))));
    }

    @Test
    void awaitsTheIssuer() {
        assertThat(decide(PROFILE, ACHIEVEMENT, null, false))
                .isEqualTo(new Outcome.Await(new Missing.TenantIssuer("northgate")));
    }

    @Test
    void issuesNothingTwice() {
        assertThat(decide(PROFILE, ACHIEVEMENT, Fixtures.NORTHGATE, true)).isEqualTo(new Outcome.AlreadyIssued(ID));
    }

    private static Outcome decide(
            @Nullable Profile profile, @Nullable Achievement achievement, @Nullable Issuer issuer, boolean issued) {
        return IssueDecision.decide(ID, CONFERRED, new Known(PERSON, profile, achievement, issuer, issued));
    }
}
