package org.meritstream.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meritstream.events.Criterion;
import org.meritstream.events.Rule;
import org.meritstream.events.Score;

class ResultScaleTest {
    private static final Rule SHARE = new Rule.ScoreAtLeast(
            "canvas", "assignment/1", new BigDecimal("0.6"), Rule.Measure.SHARE, Rule.CountingAttempt.BEST);

    @ParameterizedTest
    @CsvSource({"17.5,20,87.5", "20,20,100", "1,3,33.33", "22,20,110", "0,20,0"})
    void tellsAShareInPercent(String raw, String max, String percent) {
        assertThat(scale(SHARE).value(score(raw, max))).contains(percent);
    }

    @Test
    void tellsNoShareOfAZeroMaximum() {
        assertThat(scale(SHARE).value(score("3", "0"))).isEmpty();
    }

    @Test
    void tellsTheMarksWhereSeveralRulesAreCombined() {
        assertThat(scale(new Rule.Any(List.of(SHARE, SHARE))).value(score("12.50", "20")))
                .contains("12.5");
    }

    @Test
    void knowsNoMarkOfACompletion() {
        assertThat(scale(new Rule.Completed("moodle", "course/1")).value(score("1", "1")))
                .isEmpty();
    }

    @Test
    void asksForAShareInPercent() {
        assertThat(scale(SHARE).required()).contains("60");
    }

    private static ResultScale scale(Rule rule) {
        return ResultScale.of(new Criterion("c", "C", "Do it.", rule, null));
    }

    private static Score score(String raw, String max) {
        return new Score(new BigDecimal(raw), null, new BigDecimal(max));
    }
}
