package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every signed form of a credential: the whole current state of its key. Identifying data: compacted away on erasure.
 *
 * @param address public address of the credential; answers 404 until it is shared
 * @param suspended since when it is suspended; null where it is not, and where it was revoked
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
        Instant updatedAt,
        @Nullable Instant suspended)
        implements IssuanceEvent {
    public CredentialDocument {
        Limits.that(!forms.isEmpty(), "forms is empty: a document has at least one signed form");
    }

    @Override
    public String aggregate() {
        return credential.toString();
    }
}
