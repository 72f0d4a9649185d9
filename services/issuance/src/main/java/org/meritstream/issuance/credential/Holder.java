package org.meritstream.issuance.credential;

import org.jspecify.annotations.Nullable;

/**
 * Who a credential is made out to. Identifying data: never logged.
 *
 * @param displayName as it stands on the credential
 * @param salt of the e-mail's hash: opaque, the same each time the credential is built
 * @param subject the subject's id, or null: a badge that is to be a JWT must have one (Open Badges 3.0, section 8.2.4.1, claim sub)
 */
public record Holder(
        String displayName,
        @Nullable String email,
        String salt,
        @Nullable String subject) {

    /** Without an id. */
    public Holder(String displayName, @Nullable String email, String salt) {
        this(displayName, email, salt, null);
    }

    @Override
    public String toString() {
        return "Holder[…]";
    }
}
