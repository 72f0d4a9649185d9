package org.meritstream.assessment.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meritstream.assessment.learner.JoinDecision.Join;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.assessment.source.JoinBy;

class JoinDecisionTest {
    private static final UUID BY_NUMBER = new UUID(0, 1);
    private static final UUID ACCOUNT = new UUID(0, 2);
    private static final UUID EMAIL = new UUID(0, 3);
    private static final UUID LINKED = new UUID(0, 4);
    private static final UUID FOUND = new UUID(0, 5);
    private static final LearnerIds.Of ALL = new LearnerIds.Of(BY_NUMBER, ACCOUNT, EMAIL);
    private static final LearnerIds.Of ACCOUNT_ONLY = new LearnerIds.Of(null, ACCOUNT, null);

    @Test
    void takesTheStudentNumberThoughTheRosterDoesNotKnowIt() {
        assertThat(decide(JoinBy.STUDENT_NUMBER, ALL, LINKED)).isEqualTo(new Join.Joined(BY_NUMBER));
    }

    @Test
    void takesThePersonTheAccountIsKnownToBelongToWhereTheIdentifierIsMissing() {
        for (JoinBy joinBy : JoinBy.values()) {
            assertThat(decide(joinBy, ACCOUNT_ONLY, LINKED)).isEqualTo(new Join.Joined(LINKED));
        }
    }

    @Test
    void givesAnUnknownAccountAProvisionalId() {
        for (JoinBy joinBy : JoinBy.values()) {
            assertThat(decide(joinBy, ACCOUNT_ONLY, null)).isEqualTo(new Join.Provisional(ACCOUNT));
        }
    }

    @Test
    void takesTheOneLearnerWithTheAddress() {
        assertThat(decide(JoinBy.EMAIL, ALL, null, FOUND)).isEqualTo(new Join.Joined(FOUND));
    }

    @Test
    void awaitsTheRosterForAnAddressOfNobodyOrOfSeveral() {
        assertThat(decide(JoinBy.EMAIL, ALL, LINKED)).isEqualTo(new Join.Awaited(EMAIL, Reason.UNKNOWN_EMAIL));
        assertThat(decide(JoinBy.EMAIL, ALL, LINKED, FOUND, LINKED))
                .isEqualTo(new Join.Awaited(EMAIL, Reason.SHARED_EMAIL));
    }

    @Test
    void looksAtNothingButTheAccountWhereTheSourceSaysSo() {
        assertThat(decide(JoinBy.ACCOUNT, ALL, null, FOUND)).isEqualTo(new Join.Provisional(ACCOUNT));
    }

    @Test
    void findsNobodyWhereTheOnlyIdentifierMayNotBeUsed() {
        assertThat(decide(JoinBy.ACCOUNT, new LearnerIds.Of(BY_NUMBER, null, EMAIL), null))
                .isEqualTo(new Join.Nobody());
    }

    private static Join decide(JoinBy joinBy, LearnerIds.Of ids, @Nullable UUID linked, UUID... withEmail) {
        return JoinDecision.decide(joinBy, ids, linked, Set.of(withEmail));
    }
}
