package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.meritstream.issuance.fetching.Documents;
import org.meritstream.issuance.proof.Patience;

/**
 * What a check is made of.
 *
 * @param documents where issuers' documents and lists are read
 * @param now as of when
 * @param allowance of parts that are looked into, for the whole
 * @param patience with what is hard to check, for the whole
 */
record Inquiry(Presented presented, Documents documents, Instant now, Allowance allowance, Patience patience) {
    /** Twice what one learner record may hold: whatever is within whatever. */
    private static final int MOST_ALTOGETHER = 200;

    /** About what somebody handed in. */
    Inquiry(Presented presented, Documents documents, Instant now) {
        this(presented, documents, now, new Allowance(MOST_ALTOGETHER), Patience.usual());
    }

    /** How many more may be looked into. For one thread. */
    static final class Allowance {
        private int left;

        Allowance(int left) {
            this.left = left;
        }

        /** Takes one; false when none is left. */
        boolean take() {
            if (left == 0) {
                return false;
            }
            left--;
            return true;
        }
    }

    JsonNode credential() {
        return presented.credential();
    }

    /** The same about a document that was read on the way. */
    Inquiry about(Presented other) {
        return new Inquiry(other, documents, now, allowance, patience);
    }
}
