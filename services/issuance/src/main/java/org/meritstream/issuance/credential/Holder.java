package org.meritstream.issuance.credential;

import org.jspecify.annotations.Nullable;

/**
 * Who a credential is made out to. Identifying data: never logged.
 *
 * @param displayName as it stands on the credential
 * @param salt of the e-mail's hash: opaque, the same each time the credential is built
 */
public record Holder(String displayName, @Nullable String email, String salt) {

    @Override
    public String toString() {
        return "Holder[…]";
    }
}
