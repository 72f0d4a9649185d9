package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every signed form of a learner record: the whole current state of its key. Identifying data: compacted away on erasure.
 *
 * @param stack the credential that it is about, or null for everything that was held
 * @param credentials those within, in their order
 * @param address public address of the record; answers 404 until it is shared
 * @param issuedAt the moment whose state it is
 * @param updatedAt when this became the current state
 */
public record RecordDocument(
        String tenant,
        UUID record,
        UUID learner,
        @Nullable UUID stack,
        List<UUID> credentials,
        String issuerName,
        String name,
        String address,
        List<Form> forms,
        Instant issuedAt,
        Instant updatedAt)
        implements IssuanceEvent {
    public RecordDocument {
        Limits.that(!credentials.isEmpty(), "credentials is empty: a record holds at least one");
        Limits.that(!forms.isEmpty(), "forms is empty: a document has at least one signed form");
    }

    @Override
    public String aggregate() {
        return record.toString();
    }
}
