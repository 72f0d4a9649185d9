package org.meritstream.issuance.adoption;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.IssuanceEvent;
import org.meritstream.events.SuccessionReason;

/** What was said of one credential, of each kind the last; null for what was not said, or not read yet. */
public record Recollection(
        UUID credential,
        String tenant,
        @Nullable CredentialIssued issued,
        @Nullable CredentialDocument document,
        @Nullable CredentialRevoked revoked,
        @Nullable CredentialExpired expired,
        @Nullable CredentialSuperseded superseded) {

    /** Of one event; null for one that says nothing of a credential of its own, such as a feed's entry. */
    static @Nullable Recollection of(IssuanceEvent event) {
        if (event instanceof CredentialIssued issued) {
            return new Recollection(issued.credential(), issued.tenant(), issued, null, null, null, null);
        }
        if (event instanceof CredentialDocument document) {
            return new Recollection(document.credential(), document.tenant(), null, document, null, null, null);
        }
        if (event instanceof CredentialRevoked revoked) {
            return new Recollection(revoked.credential(), revoked.tenant(), null, null, revoked, null, null);
        }
        if (event instanceof CredentialExpired expired) {
            return new Recollection(expired.credential(), expired.tenant(), null, null, null, expired, null);
        }
        // What was issued anew says itself whose place it took.
        if (event instanceof CredentialSuperseded superseded && awardedAgain(superseded.reason())) {
            return new Recollection(superseded.credential(), superseded.tenant(), null, null, null, null, superseded);
        }
        return null;
    }

    private static boolean awardedAgain(@Nullable SuccessionReason reason) {
        return reason == null || reason == SuccessionReason.AWARDED_AGAIN;
    }

    /** With what was said later. */
    Recollection and(Recollection later) {
        return new Recollection(
                credential,
                tenant,
                later.issued == null ? issued : later.issued,
                later.document == null ? document : later.document,
                later.revoked == null ? revoked : later.revoked,
                later.expired == null ? expired : later.expired,
                later.superseded == null ? superseded : later.superseded);
    }
}
