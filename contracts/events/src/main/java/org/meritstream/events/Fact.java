package org.meritstream.events;

import static java.util.Comparator.comparing;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Something known of a learner, that a rule may rest on: what the judgement reads, without whom and by which delivery. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Completed.class, name = "completed"),
    @JsonSubTypes.Type(value = Fact.Withdrawn.class, name = "withdrawn"),
    @JsonSubTypes.Type(value = Fact.Artifact.class, name = "artifact"),
    @JsonSubTypes.Type(value = Fact.Review.class, name = "review"),
    @JsonSubTypes.Type(value = Fact.Held.class, name = "held"),
    @JsonSubTypes.Type(value = Fact.Lost.class, name = "lost"),
    @JsonSubTypes.Type(value = Fact.Accommodation.class, name = "accommodation"),
    @JsonSubTypes.Type(value = Fact.Misconduct.class, name = "misconduct"),
    @JsonSubTypes.Type(value = Fact.Cleared.class, name = "cleared"),
    @JsonSubTypes.Type(value = Moved.class, name = "moved"),
    @JsonSubTypes.Type(ReviewStep.class)
})
public sealed interface Fact {

    /**
     * The order of facts: by their own time, never by arrival. Total, so that equal times lead to one result as well.
     */
    Comparator<Fact> ORDER =
            comparing(Fact::ownTime).thenComparing(Fact::arrivedAt).thenComparing(Fact::id);

    /** The id of the event that said it. */
    String id();

    /** When it became true: graded, else occurred. */
    Instant ownTime();

    /** When it was received; breaks ties. */
    default Instant arrivedAt() {
        return ownTime();
    }

    /** What the evidence service itself establishes, within one achievement. */
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Artifact.class, name = "artifact"),
        @JsonSubTypes.Type(value = Review.class, name = "review"),
        @JsonSubTypes.Type(value = Accommodation.class, name = "accommodation"),
        @JsonSubTypes.Type(value = Misconduct.class, name = "misconduct"),
        @JsonSubTypes.Type(value = Cleared.class, name = "cleared"),
        @JsonSubTypes.Type(value = Moved.class, name = "moved"),
        @JsonSubTypes.Type(ReviewStep.class)
    })
    sealed interface OfAchievement extends Fact
            permits Artifact, Review, Accommodation, Misconduct, Cleared, Moved, ReviewStep {}

    /** What a learning platform said of an activity. */
    sealed interface OfActivity extends Fact permits Completed, Withdrawn {

        /** The sender's name within the tenant. */
        String source();

        /** What it is about, as the sender names it. */
        String activity();

        /** Which try it is about, as far as the sender says. */
        Attempt attempt();
    }

    /**
     * A result, completion or mastery; the members are those of {@link AssessmentCompleted}.
     *
     * @param receivedAt null where nothing received it, as in a simulation
     */
    record Completed(
            String id,
            String source,
            String activity,
            AssessmentKind assessment,
            Attempt attempt,
            @Nullable Score score,
            @Nullable Boolean passed,
            ResultStatus status,
            Instant completedAt,
            @Nullable Instant gradedAt,
            Instant occurredAt,
            @Nullable Instant receivedAt)
            implements OfActivity {

        /** When the learner finished, as far as the sender says. */
        public Instant finishedAt() {
            Instant submitted = attempt.submittedAt();
            return submitted == null ? completedAt : submitted;
        }

        @Override
        public Instant ownTime() {
            return gradedAt == null ? occurredAt : gradedAt;
        }

        @Override
        public Instant arrivedAt() {
            return receivedAt == null ? ownTime() : receivedAt;
        }
    }

    /** What was said before of the activity and attempt no longer stands; the members are those of {@link AssessmentWithdrawn}. */
    record Withdrawn(
            String id,
            String source,
            String activity,
            Attempt attempt,
            WithdrawalReason reason,
            Instant occurredAt,
            @Nullable Instant receivedAt)
            implements OfActivity {

        @Override
        public Instant ownTime() {
            return occurredAt;
        }

        @Override
        public Instant arrivedAt() {
            return receivedAt == null ? occurredAt : receivedAt;
        }
    }

    /**
     * A piece of work that the learner handed in; the work itself stays in the store.
     *
     * @param artifact what it is, as the rule names it (a slug within the achievement)
     * @param number which try, counted from 1
     * @param digest {@code sha-256:<hex>} of the work
     * @param mediaType by content, not by name
     */
    record Artifact(String id, String artifact, int number, String digest, String mediaType, Instant submittedAt)
            implements OfAchievement {
        public Artifact {
            Limits.counted("number", number);
        }

        @Override
        public Instant ownTime() {
            return submittedAt;
        }
    }

    /**
     * A person's decision about a criterion. What was written to the learner stays in the store.
     *
     * @param number which try was looked at, counted from 1
     * @param reviewer an opaque id of who decided
     * @param moderation whether it settles what two reviewers disagree about
     * @param passed the verdict where the criterion has no rubric
     * @param level the verdict where it has one: id of a level
     * @param submittedAt when the learner handed in what was looked at
     * @param seat whose place it took, or null where that is not known
     */
    record Review(
            String id,
            String criterion,
            int number,
            String reviewer,
            boolean moderation,
            @Nullable Boolean passed,
            @Nullable String level,
            Instant submittedAt,
            Instant reviewedAt,
            @Nullable ReviewSeat seat)
            implements OfAchievement {
        public Review {
            Limits.counted("number", number);
        }

        @Override
        public Instant ownTime() {
            return reviewedAt;
        }
    }

    /**
     * A credential that the learner holds: issued here, or imported and verified.
     *
     * @param achievement a slug of this tenant, or the address of an achievement of another issuer
     * @param issuer null where it is this tenant
     * @param credential its id
     * @param validUntil null where it does not expire
     * @param ects the ECTS credits that the version which is held states, or null where it states none
     */
    record Held(
            String id,
            String achievement,
            @Nullable String issuer,
            String credential,
            Instant heldFrom,
            @Nullable Instant validUntil,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal ects)
            implements Fact {
        public Held {
            if (ects != null) {
                Limits.decimal("ects", ects);
                Limits.that(ects.signum() >= 0, "ects is negative");
            }
        }

        @Override
        public Instant ownTime() {
            return heldFrom;
        }
    }

    /**
     * A credential was revoked.
     *
     * @param reason null where it is not known
     */
    record Lost(
            String id,
            String credential,
            Instant lostAt,
            @Nullable RevocationReason reason) implements Fact {

        @Override
        public Instant ownTime() {
            return lostAt;
        }
    }

    /**
     * Somebody is owed other terms than the policy's. There is no member for the reason, so that it can not get onto a topic or to a reviewer.
     *
     * @param criterion null for every criterion
     * @param extraAttempts on top of the maximum
     * @param due instead of the policy's, where it is later
     */
    record Accommodation(
            String id,
            @Nullable String criterion,
            int extraAttempts,
            boolean coolDownWaived,
            @Nullable Instant due,
            Instant grantedAt)
            implements OfAchievement {
        public Accommodation {
            Limits.that(extraAttempts >= 0 && extraAttempts <= 1000, "extraAttempts is not 0 to 1000");
        }

        @Override
        public Instant ownTime() {
            return grantedAt;
        }
    }

    /**
     * Misconduct was found: what was handed in until then counts for nothing.
     *
     * @param criterion null for every criterion
     * @param barring whether nothing handed in later counts either
     */
    record Misconduct(String id, @Nullable String criterion, boolean barring, Instant foundAt)
            implements OfAchievement {
        @Override
        public Instant ownTime() {
            return foundAt;
        }
    }

    /**
     * A finding of misconduct does not stand.
     *
     * @param misconduct id of the fact that said it
     */
    record Cleared(String id, String misconduct, Instant clearedAt) implements OfAchievement {
        @Override
        public Instant ownTime() {
            return clearedAt;
        }
    }
}
