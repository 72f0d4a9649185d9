package org.meritstream.issuance.adoption;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.issuance.credential.Suspension;

/** Which suspension of a credential stands after a restore: of what the store has and what was said, that of the higher number. Pure. */
final class Suspensions {
    private Suspensions() {}

    static Suspension latest(Suspension held, Recollection said) {
        CredentialSuspended suspended = said.suspended();
        CredentialReinstated reinstated = said.reinstated();
        Suspension begun = suspended == null || suspended.number() <= held.number()
                ? held
                : new Suspension(suspended.number(), suspended.suspendedAt(), suspended.reason(), null, held.asked());
        boolean over = reinstated != null
                && (reinstated.number() > begun.number()
                        || (reinstated.number() == begun.number() && begun.ended() == null));
        if (reinstated != null && over) {
            return new Suspension(reinstated.number(), null, null, reinstated.reinstatedAt(), held.asked());
        }
        return suspended == null && reinstated == null ? documented(held, said.document()) : begun;
    }

    /** Facts are kept for some four hundred days, the document for ever. */
    private static Suspension documented(Suspension held, @Nullable CredentialDocument document) {
        Instant since = document == null ? null : document.suspended();
        boolean ended = since != null && held.ended() != null && !since.isAfter(held.ended());
        return since == null || ended || held.since() != null
                ? held
                : new Suspension(held.number() + 1, since, null, null, held.asked());
    }
}
