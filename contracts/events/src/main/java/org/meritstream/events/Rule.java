package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;

/** What meets a criterion. Rules are data: the same facts and the same rule always give the same standing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.ScoreAtLeast.class, name = "score"),
    @JsonSubTypes.Type(value = Rule.Completed.class, name = "completion"),
    @JsonSubTypes.Type(value = Rule.All.class, name = "all"),
    @JsonSubTypes.Type(value = Rule.Any.class, name = "any"),
    @JsonSubTypes.Type(value = Rule.AtLeast.class, name = "atLeast")
})
public sealed interface Rule {

    /**
     * A final result of the activity reaches the threshold.
     *
     * @param source the source's name within the tenant
     * @param activity {@link ActivityRef#id()}
     * @param threshold share of the scale (0 to 1) for {@link Measure#SHARE}, marks for {@link Measure#RAW}
     * @param attempt which attempt counts
     */
    record ScoreAtLeast(
            String source,
            String activity,

            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal threshold,

            Measure measure,
            CountingAttempt attempt)
            implements Rule {
        public ScoreAtLeast {
            Limits.decimal("threshold", threshold);
        }
    }

    /** The activity or course was completed and the completion stands. */
    record Completed(String source, String activity) implements Rule {}

    /** Every one of the rules. */
    record All(List<Rule> of) implements Rule {
        public All {
            Limits.that(!of.isEmpty(), "of is empty: nothing would meet every rule");
        }
    }

    /** One of the rules. */
    record Any(List<Rule> of) implements Rule {
        public Any {
            Limits.that(!of.isEmpty(), "of is empty");
        }
    }

    /** At least {@code count} of the rules. */
    record AtLeast(int count, List<Rule> of) implements Rule {
        public AtLeast {
            Limits.that(count >= 1 && count <= of.size(), "count is not between 1 and the number of rules");
        }
    }

    /** What a threshold is a number of. */
    enum Measure {
        SHARE,
        RAW
    }

    /** Which of several attempts counts. */
    enum CountingAttempt {
        BEST,
        LATEST,
        FIRST
    }
}
