package org.meritstream.evidence.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.evidence.judgement.Fixtures.COURSE;
import static org.meritstream.evidence.judgement.Fixtures.completed;
import static org.meritstream.evidence.judgement.Fixtures.completion;
import static org.meritstream.evidence.judgement.Fixtures.mark;
import static org.meritstream.evidence.judgement.Fixtures.withdrawal;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CriterionStanding.Standing;
import org.meritstream.events.Fact;
import org.meritstream.events.Rule;
import org.meritstream.events.WithdrawalReason;

class CompletionDecisionTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void takesACompletionThatStands() {
        assertThat(standing(completion(COURSE), completed(COURSE).as("f"))).isEqualTo(MET);
    }

    @Test
    void takesNoMarkForACompletion() {
        assertThat(standing(completion(COURSE), mark("f", COURSE, "100", "100")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void takesNoCompletionThatWasFailed() {
        assertThat(standing(completion(COURSE), completed(COURSE).passed(false).as("f")))
                .isEqualTo(NOT_MET);
    }

    @Test
    void forgetsACompletionThatWasUndone() {
        assertThat(standing(
                        completion(COURSE),
                        completed(COURSE).as("f"),
                        withdrawal("w", COURSE, WithdrawalReason.UNCOMPLETED, NOON)))
                .isEqualTo(NOT_MET);
    }

    @Test
    void keepsACompletionWhoseMarkWasCleared() {
        assertThat(standing(
                        completion(COURSE),
                        completed(COURSE).as("f"),
                        withdrawal("w", COURSE, WithdrawalReason.CLEARED, NOON)))
                .isEqualTo(MET);
    }

    private static Standing standing(Rule rule, Fact... facts) {
        return Fixtures.finding(rule, facts).standing();
    }
}
