package org.meritstream.assessment.learner;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Reason;
import org.meritstream.assessment.source.JoinBy;

/** Decides which person an event is about, by the identifier that its source is set to join by. */
public final class JoinDecision {
    private JoinDecision() {}

    /** Who it is. */
    public sealed interface Join {
        /** A person. */
        record Joined(UUID learner) implements Join {}

        /** An account without a person so far. */
        record Provisional(UUID account) implements Join {}

        /** Somebody the roster has to name first. */
        record Awaited(UUID emailKey, Reason reason) implements Join {}

        /** Nobody: the payload has no identifier that the source may use. */
        record Nobody() implements Join {}
    }

    /**
     * Decides.
     *
     * @param linked the person that the account is known to belong to, or null
     * @param withEmail the learners of the roster who have the e-mail address
     */
    public static Join decide(JoinBy joinBy, LearnerIds.Of ids, @Nullable UUID linked, Set<UUID> withEmail) {
        return switch (joinBy) {
            case STUDENT_NUMBER -> ids.learner() == null ? byAccount(ids, linked) : new Join.Joined(ids.learner());
            case EMAIL -> ids.email() == null ? byAccount(ids, linked) : byEmail(ids.email(), withEmail);
            case ACCOUNT -> byAccount(ids, linked);
        };
    }

    private static Join byEmail(UUID email, Set<UUID> withEmail) {
        return switch (withEmail.size()) {
            case 0 -> new Join.Awaited(email, Reason.UNKNOWN_EMAIL);
            case 1 -> new Join.Joined(withEmail.iterator().next());
            default -> new Join.Awaited(email, Reason.SHARED_EMAIL);
        };
    }

    private static Join byAccount(LearnerIds.Of ids, @Nullable UUID linked) {
        if (linked != null) {
            return new Join.Joined(linked);
        }
        return ids.account() == null ? new Join.Nobody() : new Join.Provisional(ids.account());
    }
}
