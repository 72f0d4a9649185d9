package org.meritstream.issuance.adoption;

import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialResecured;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialState;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EndorsementDocument;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.IssuanceEvent;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.SuccessionReason;

/**
 * What was said of one credential, of each kind the last; null for what was not said, or not read yet. Of suspensions and of their ends the last is that of the highest number, and of
 * its documents the one that says that it was revoked or else became so latest, in whatever order they are read: what was stored and not told before a crash may have been told late.
 */
public record Recollection(
        UUID credential,
        String tenant,
        @Nullable CredentialIssued issued,
        @Nullable CredentialDocument document,
        @Nullable CredentialRevoked revoked,
        @Nullable CredentialExpired expired,
        @Nullable CredentialSuperseded superseded,
        @Nullable CredentialSuspended suspended,
        @Nullable CredentialReinstated reinstated) {

    /** Of a credential of which nothing else was said. */
    Recollection(UUID credential, String tenant, IssuanceEvent said) {
        this(
                credential,
                tenant,
                said instanceof CredentialIssued issued ? issued : null,
                said instanceof CredentialDocument document ? document : null,
                said instanceof CredentialRevoked revoked ? revoked : null,
                said instanceof CredentialExpired expired ? expired : null,
                said instanceof CredentialSuperseded superseded ? superseded : null,
                said instanceof CredentialSuspended suspended ? suspended : null,
                said instanceof CredentialReinstated reinstated ? reinstated : null);
    }

    /** Of one event; null for one that says nothing of a credential of its own, such as a feed's entry. */
    static @Nullable Recollection of(IssuanceEvent event) {
        UUID credential = switch (event) {
            case CredentialIssued issued -> issued.credential();
            case CredentialDocument document -> document.credential();
            case CredentialRevoked revoked -> revoked.credential();
            case CredentialExpired expired -> expired.credential();
            case CredentialSuspended suspended -> suspended.credential();
            case CredentialReinstated reinstated -> reinstated.credential();
            // What was issued anew says itself whose place it took.
            case CredentialSuperseded superseded -> awardedAgain(superseded.reason()) ? superseded.credential() : null;
            // Securing again shows in the document; the rest is about nothing that was issued here to a learner.
            case CredentialResecured ignored -> null;
            case CredentialVerified ignored -> null;
            case CredentialLapsed ignored -> null;
            case ImportRefused ignored -> null;
            case ImportDelayed ignored -> null;
            case EndorsementDocument ignored -> null;
            case RecordIssued ignored -> null;
            case RecordRefused ignored -> null;
            case RecordVisibilityChanged ignored -> null;
            case RecordDocument ignored -> null;
            case FeedEntry ignored -> null;
        };
        return credential == null ? null : new Recollection(credential, event.tenant(), event);
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
                last(document, later.document),
                later.revoked == null ? revoked : later.revoked,
                later.expired == null ? expired : later.expired,
                later.superseded == null ? superseded : later.superseded,
                last(suspended, later.suspended, CredentialSuspended::number),
                last(reinstated, later.reinstated, CredentialReinstated::number));
    }

    /** Of one time the later read. Whoever tells sees to it that no time is before what was told last. */
    private static @Nullable CredentialDocument last(
            @Nullable CredentialDocument read, @Nullable CredentialDocument later) {
        if (read == null || later == null) {
            return later == null ? read : later;
        }
        if (read.state() != later.state()) {
            return read.state() == CredentialState.REVOKED ? read : later;
        }
        return read.updatedAt().isAfter(later.updatedAt()) ? read : later;
    }

    private static <T> @Nullable T last(@Nullable T read, @Nullable T later, ToIntFunction<T> number) {
        return later == null || (read != null && number.applyAsInt(read) > number.applyAsInt(later)) ? read : later;
    }
}
