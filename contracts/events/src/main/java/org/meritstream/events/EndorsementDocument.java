package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Every signed form of an endorsement: the whole current state of its key. No personal data; public from the first day.
 *
 * @param tenant who endorses
 * @param endorsed what is endorsed, as the document names it
 * @param address where it is
 */
public record EndorsementDocument(
        String tenant,
        UUID endorsement,
        String endorsed,
        CredentialState state,
        String address,
        List<Form> forms,
        Instant issuedAt,
        Instant updatedAt)
        implements IssuanceEvent {
    public EndorsementDocument {
        Limits.present("endorsed", endorsed);
        Limits.that(!forms.isEmpty(), "forms is empty: a document has at least one signed form");
    }

    @Override
    public String aggregate() {
        return endorsement.toString();
    }
}
