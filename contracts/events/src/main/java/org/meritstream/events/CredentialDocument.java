package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Every signed form of a credential: the whole current state of its key. Identifying data: compacted away on erasure.
 *
 * @param address public address of the credential; answers 404 until it is shared
 */
public record CredentialDocument(
        String tenant,
        UUID credential,
        UUID learner,
        CredentialState state,
        String issuerName,
        String achievementName,
        String address,
        List<Form> forms,
        Instant updatedAt)
        implements IssuanceEvent {
    public CredentialDocument {
        Limits.that(!forms.isEmpty(), "forms is empty: a document has at least one signed form");
    }

    @Override
    public String aggregate() {
        return credential.toString();
    }
}
