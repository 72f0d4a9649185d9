package org.meritstream.evidence.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meritstream.events.CriterionStanding.Standing.MET;
import static org.meritstream.events.CriterionStanding.Standing.NOT_MET;
import static org.meritstream.events.CriterionStanding.Standing.UNDETERMINED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meritstream.events.CriterionStanding;
import org.meritstream.evidence.dossiers.Dossier.Outcome;

class EffectDecisionTest {

    @Test
    void isNoneWhereNothingChanges() {
        Effect effect = EffectDecision.decide(notYet(MET, NOT_MET), notYet(MET, NOT_MET));

        assertThat(effect).isEqualTo(new Effect(List.of(), List.of(), false, false));
        assertThat(effect.gains()).isFalse();
        assertThat(effect.loses()).isFalse();
    }

    @Test
    void gainsWhatWasNotMetBefore() {
        Effect effect = EffectDecision.decide(notYet(NOT_MET, NOT_MET), notYet(NOT_MET, MET));

        assertThat(effect.gained()).containsExactly("c2");
        assertThat(effect.gains()).isTrue();
        assertThat(effect.loses()).isFalse();
    }

    @Test
    void gainsACriterionThatTheLaterVersionAddsAndFindsMet() {
        assertThat(EffectDecision.decide(notYet(MET), notYet(MET, MET)).gained())
                .containsExactly("c2");
    }

    @Test
    void losesWhatIsNoLongerMet() {
        Effect effect = EffectDecision.decide(notYet(MET, MET), notYet(UNDETERMINED, MET));

        assertThat(effect.lost()).containsExactly("c1");
        assertThat(effect.gains()).isFalse();
    }

    @Test
    void losesNothingByWhatNobodyAsksForAnyMore() {
        assertThat(EffectDecision.decide(notYet(MET, MET), notYet(MET)).loses()).isFalse();
    }

    @Test
    void mayGainAndLoseAtOnce() {
        Effect effect = EffectDecision.decide(notYet(MET, NOT_MET), notYet(NOT_MET, MET));

        assertThat(effect.gains()).isTrue();
        assertThat(effect.loses()).isTrue();
    }

    @Test
    void gainsWhereTheSameCriteriaAreEnoughNow() {
        Effect effect = EffectDecision.decide(notYet(MET, NOT_MET), standing(Outcome.EARNED, MET, NOT_MET));

        assertThat(effect.earns()).isTrue();
        assertThat(effect.gains()).isTrue();
        assertThat(effect.gained()).isEmpty();
    }

    @Test
    void losesWhereTheSameCriteriaAreNotEnoughAnyMore() {
        Effect effect = EffectDecision.decide(standing(Outcome.EARNED, MET), notYet(MET, NOT_MET));

        assertThat(effect.forfeits()).isTrue();
        assertThat(effect.loses()).isTrue();
        assertThat(effect.lost()).isEmpty();
    }

    private static Standing notYet(CriterionStanding.Standing... criteria) {
        return standing(Outcome.NOT_YET, criteria);
    }

    private static Standing standing(Outcome outcome, CriterionStanding.Standing... criteria) {
        List<CriterionStanding> standings = new ArrayList<>();
        for (CriterionStanding.Standing standing : criteria) {
            standings.add(new CriterionStanding("c" + (standings.size() + 1), standing, List.of()));
        }
        return new Standing(outcome, standings);
    }
}
