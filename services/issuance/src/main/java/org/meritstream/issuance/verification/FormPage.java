package org.meritstream.issuance.verification;

import org.jspecify.annotations.Nullable;

/**
 * The page on which a credential is handed in.
 *
 * @param address what stands in the field for an address, or nothing
 * @param problem why the last one was not taken, in words, or null
 */
public record FormPage(String address, @Nullable String problem) {

    @Override
    public String toString() {
        return "FormPage";
    }
}
