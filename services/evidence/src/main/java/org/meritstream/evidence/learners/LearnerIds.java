package org.meritstream.evidence.learners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.http.Problem;
import org.meritstream.log.http.ProblemException;

/** Turns what people know of a learner into the id that topics carry, as the assessment service does; nothing of it is kept. */
@ApplicationScoped
public class LearnerIds {
    private final KeyedIds keyed;

    LearnerIds(KeyedIds keyed) {
        this.keyed = keyed;
    }

    /** The learner with a student number, known or not. */
    public LearnerKey ofStudentNumber(String tenant, String studentNumber) {
        return new LearnerKey(tenant, keyed.of(tenant, "student-number", studentNumber));
    }

    /**
     * The learner that a request names by one of the two.
     *
     * @throws ProblemException 400 when it names none, or both, or the id is not one
     */
    public LearnerKey named(String tenant, @Nullable String learner, @Nullable String studentNumber) {
        if (learner != null && studentNumber == null) {
            return new LearnerKey(tenant, id(learner));
        }
        if (studentNumber != null && learner == null) {
            return ofStudentNumber(tenant, studentNumber);
        }
        throw new ProblemException(Problem.of(
                "which-learner", "Say which learner", 400, "Give either the parameter learner or studentNumber."));
    }

    private static UUID id(String learner) {
        try {
            return UUID.fromString(learner);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.of("malformed-id", "An id is a UUID", 400, "The parameter learner is not a UUID."));
        }
    }
}
