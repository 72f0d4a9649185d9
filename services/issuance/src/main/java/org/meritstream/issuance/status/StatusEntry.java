package org.meritstream.issuance.status;

/**
 * Where a credential's status is read (Bitstring Status List 1.0, section 2.1).
 *
 * @param list id of the status list
 * @param index of its bit
 */
public record StatusEntry(String list, int index) {
    public StatusEntry {
        if (index < 0) {
            throw new IllegalArgumentException("A status index is not negative: " + index);
        }
    }
}
