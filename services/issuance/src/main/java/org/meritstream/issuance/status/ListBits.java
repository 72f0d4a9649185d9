package org.meritstream.issuance.status;

import org.jspecify.annotations.Nullable;

/**
 * What a list says of its entries.
 *
 * @param revoked which are; a bit that was set stays set
 * @param suspended which are, under the same indexes, or null where none of them can be
 */
public record ListBits(Bitstring revoked, @Nullable Bitstring suspended) {

    /**
     * Of a list without any credentials.
     *
     * @param suspends whether they may be suspended, too
     */
    static ListBits empty(boolean suspends) {
        return new ListBits(Bitstring.empty(), suspends ? Bitstring.empty() : null);
    }
}
