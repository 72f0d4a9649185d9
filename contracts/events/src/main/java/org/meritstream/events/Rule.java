package org.meritstream.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What meets a criterion. Rules are data: the same facts and the same rule always give the same standing. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Rule.ScoreAtLeast.class, name = "score"),
    @JsonSubTypes.Type(value = Rule.Completed.class, name = "completion"),
    @JsonSubTypes.Type(value = Rule.Outcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = Rule.Artifact.class, name = "artifact"),
    @JsonSubTypes.Type(value = Rule.Review.class, name = "review"),
    @JsonSubTypes.Type(value = Rule.Credential.class, name = "credential"),
    @JsonSubTypes.Type(value = Rule.Weighted.class, name = "weighted"),
    @JsonSubTypes.Type(value = Rule.Credits.class, name = "credits"),
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

    /**
     * A learning outcome was rated high enough by the platform.
     *
     * @param activity the id of the outcome
     * @param level the least level of the criterion's rubric, by its points; null where the sender's own word (mastered or not) decides
     */
    record Outcome(String source, String activity, @Nullable String level, CountingAttempt attempt) implements Rule {}

    /**
     * A piece of work was handed in.
     *
     * @param artifact what it is (a slug within the achievement)
     * @param mediaTypes which kinds of file will do; every one where it is empty
     */
    record Artifact(String artifact, List<String> mediaTypes) implements Rule {
        public Artifact {
            Limits.present("artifact", artifact);
        }
    }

    /**
     * Persons looked at it and found it good enough.
     *
     * @param level the least level of the criterion's rubric; null where they pass or fail
     * @param reviewers how many must look at it
     * @param distance by how many levels two reviewers may differ before a moderator decides
     */
    record Review(@Nullable String level, int reviewers, int distance, CountingAttempt attempt) implements Rule {
        public Review {
            Limits.that(reviewers == 1 || reviewers == 2, "reviewers is not 1 or 2");
            Limits.that(distance >= 0 && distance <= 100, "distance is not 0 to 100");
        }
    }

    /**
     * The learner holds a credential, and it is valid.
     *
     * @param achievement a slug of this tenant, or the address of an achievement of another issuer
     * @param issuer null where it is this tenant
     */
    record Credential(String achievement, @Nullable String issuer) implements Rule {
        public Credential {
            Limits.present("achievement", achievement);
        }
    }

    /**
     * Marks of several activities, each with its weight, reach the threshold together.
     *
     * @param threshold share of all weights, 0 to 1
     */
    record Weighted(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal threshold, List<Part> parts) implements Rule {
        public Weighted {
            Limits.decimal("threshold", threshold);
            Limits.that(!parts.isEmpty(), "parts is empty");
        }

        /**
         * One activity; without a mark it counts as nothing.
         *
         * @param weight any positive number; what counts is its share of all weights
         */
        public record Part(
                String source,
                String activity,

                @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal weight,

                CountingAttempt attempt) {
            public Part {
                Limits.decimal("weight", weight);
            }
        }
    }

    /**
     * Credentials that the learner holds count ECTS credits, and these reach a number together.
     *
     * @param least how many credits are needed
     * @param of the credentials that count; one that is not held counts as nothing
     */
    record Credits(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal least, List<Counted> of) implements Rule {
        public Credits {
            Limits.decimal("least", least);
            Limits.that(!of.isEmpty(), "of is empty");
        }

        /**
         * A credential that counts.
         *
         * @param achievement a slug of this tenant, or the address of an achievement of another issuer
         * @param issuer null where it is this tenant
         * @param ects how many credits the credential of another issuer counts here; null where it is this tenant's, because then it
         *     counts what the version that is held states
         */
        public record Counted(
                String achievement,
                @Nullable String issuer,

                @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
                BigDecimal ects) {
            public Counted {
                Limits.present("achievement", achievement);
                if (ects != null) {
                    Limits.decimal("ects", ects);
                }
            }
        }
    }

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
