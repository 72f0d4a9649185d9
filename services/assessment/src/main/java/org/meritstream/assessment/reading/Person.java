package org.meritstream.assessment.reading;

import org.jspecify.annotations.Nullable;

/**
 * The learner as the sender names them; at least one identifier. Names are never copied. This record holds personal data: it must not
 * reach a log, which is why its text form hides everything.
 *
 * @param account the sender's own account, made unique by its site ({@code <site>|<account>}), or null
 * @param studentNumber the student number, if the payload carries one
 * @param email in lower case, if the payload carries one
 */
public record Person(
        @Nullable String account,
        @Nullable String studentNumber,
        @Nullable String email) {

    /** Whether anything identifies the learner. */
    public boolean isKnown() {
        return account != null || studentNumber != null || email != null;
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
