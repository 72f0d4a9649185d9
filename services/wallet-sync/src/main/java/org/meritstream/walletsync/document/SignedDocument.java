package org.meritstream.walletsync.document;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialState;
import org.meritstream.events.Form;

/**
 * What this service holds of the signed document of a credential, or of a learner record. Identifying data.
 *
 * @param credential its id, or the record's
 * @param version how often it was changed; 0 when only its learner is known
 * @param copy null until the document was heard of
 */
public record SignedDocument(
        String tenant,
        UUID credential,
        UUID learner,
        long version,
        @Nullable Copy copy) {

    /**
     * The document's latest state.
     *
     * @param achievementName of a record: the record's own name
     * @param address public address; answers 404 until it is shared
     * @param updatedAt by issuance's own time
     */
    public record Copy(
            CredentialState state,
            String issuerName,
            String achievementName,
            String address,
            List<Form> forms,
            Instant updatedAt) {

        public Copy {
            forms = List.copyOf(forms);
        }
    }

    /** The document of a credential nothing was heard of yet. */
    public static SignedDocument awaited(String tenant, UUID credential, UUID learner) {
        return new SignedDocument(tenant, credential, learner, 0, null);
    }

    /** This document with a later copy. */
    public SignedDocument with(Copy later) {
        return new SignedDocument(tenant, credential, learner, version, later);
    }
}
