package org.meritstream.assessment.intake;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a delivery is what it claims to be. A refusal is a value; what it says quotes nothing of the delivery. */
sealed interface Verdict {

    /**
     * Authentic and well-formed.
     *
     * @param verifiedBy what proved the sender: {@code jwt:<kid>} or {@code basic:<user>}
     * @param text what the sender said, JSON text
     * @param tree the same, parsed
     */
    record Authentic(String verifiedBy, String text, JsonNode tree) implements Verdict {}

    /** Not in the form this sender delivers. */
    record Malformed(String detail) implements Verdict {}

    /** Not proved to come from this sender. */
    record Forged(String detail) implements Verdict {}
}
