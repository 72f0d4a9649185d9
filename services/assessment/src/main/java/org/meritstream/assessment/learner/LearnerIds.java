package org.meritstream.assessment.learner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.Person;
import org.meritstream.log.KeyedIds;

/** Ids of people: nobody without the tenant's key can tell from which number, account or address they come. */
@ApplicationScoped
public class LearnerIds {
    private final KeyedIds keyed;

    public LearnerIds(KeyedIds keyed) {
        this.keyed = keyed;
    }

    /**
     * A person's identifiers as ids.
     *
     * @param learner of the student number, the same whichever sender names it
     * @param account of the sender's account, which is also the provisional id
     * @param email key of the e-mail address
     */
    public record Of(
            @Nullable UUID learner,
            @Nullable UUID account,
            @Nullable UUID email) {}

    /** The ids of the identifiers that a payload carries. */
    public Of of(String tenant, Person person) {
        String number = person.studentNumber();
        String account = person.account();
        return new Of(
                number == null ? null : learner(tenant, number),
                account == null ? null : keyed.of(tenant, "account", account),
                email(tenant, person.email()));
    }

    /** The learner with a student number. */
    public UUID learner(String tenant, String studentNumber) {
        return keyed.of(tenant, "student-number", studentNumber);
    }

    /** The key of an e-mail address, whatever its case. */
    public @Nullable UUID email(String tenant, @Nullable String email) {
        return email == null ? null : keyed.of(tenant, "email", email.toLowerCase(Locale.ROOT));
    }
}
