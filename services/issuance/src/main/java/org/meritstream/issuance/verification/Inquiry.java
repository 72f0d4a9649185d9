package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.meritstream.issuance.fetching.Documents;

/**
 * What a check is made of.
 *
 * @param documents where issuers' documents and lists are read
 * @param now as of when
 */
record Inquiry(Presented presented, Documents documents, Instant now) {

    JsonNode credential() {
        return presented.credential();
    }

    /** The same about a document that was read on the way. */
    Inquiry about(Presented other) {
        return new Inquiry(other, documents, now);
    }
}
