package org.meritstream.issuance.flow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BeginBulk;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.ChooseSecurings;
import org.meritstream.events.ChooseStatusProfile;
import org.meritstream.events.CompromiseKey;
import org.meritstream.events.CorrectCredential;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.Endorse;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.IssueRecord;
import org.meritstream.events.Message;
import org.meritstream.events.OpenIssuer;
import org.meritstream.events.ReinstateCredential;
import org.meritstream.events.RenewCredential;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.RevokeEndorsement;
import org.meritstream.events.RotateKey;
import org.meritstream.events.Securing;
import org.meritstream.events.ShareRecord;
import org.meritstream.events.SigningKeyKind;
import org.meritstream.events.StatusProfile;
import org.meritstream.events.SuspendCredential;
import org.meritstream.events.SuspensionReason;
import org.meritstream.events.Visibility;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Timer;

/** What staff ask of issuance at one tenant, and what its timers do, as events to be put into any order. */
abstract class Asking {
    private final String tenant;

    Asking(String tenant) {
        this.tenant = tenant;
    }

    String tenant() {
        return tenant;
    }

    UUID learner(int n) {
        return UUID.fromString(EventIds.of(tenant, "learner", "" + n));
    }

    Event<?> opened(int minute) {
        return event(new OpenIssuer(tenant, at(minute)), minute);
    }

    Event<?> revoke(UUID credential, int n, RevocationReason reason, int minute) {
        return event(new RevokeCredential(tenant, credential, learner(n), reason), minute);
    }

    Event<?> suspend(UUID credential, int n, SuspensionReason reason, int minute) {
        return event(new SuspendCredential(tenant, credential, learner(n), reason), minute);
    }

    Event<?> reinstate(UUID credential, int n, int minute) {
        return event(new ReinstateCredential(tenant, credential, learner(n)), minute);
    }

    Event<?> renew(UUID credential, int n, int minute) {
        return event(new RenewCredential(tenant, credential, learner(n)), minute);
    }

    Event<?> correct(UUID credential, int n, int minute) {
        return event(new CorrectCredential(tenant, credential, learner(n)), minute);
    }

    Event<?> expire(UUID credential, int n, Instant at) {
        ExpireCredential due = new ExpireCredential(tenant, credential, learner(n), at);
        Message message = new Timer("expire-credential/" + credential, at, due).fellDue("issuance");
        return EventFormat.read(message.headers(), message.body());
    }

    Event<?> record(int n, @Nullable UUID stack, int minute) {
        return event(new IssueRecord(tenant, learner(n), stack), minute);
    }

    Event<?> shareRecord(UUID record, int n, Visibility visibility, int minute) {
        return event(new ShareRecord(tenant, record, learner(n), visibility), minute);
    }

    Event<?> endorse(String endorsed, String comment, int minute) {
        return event(new Endorse(tenant, endorsed, comment), minute);
    }

    Event<?> revokeEndorsement(UUID endorsement, int minute) {
        return event(new RevokeEndorsement(tenant, endorsement), minute);
    }

    Event<?> chosen(int minute, Securing... securings) {
        return event(new ChooseSecurings(tenant, List.of(securings)), minute);
    }

    Event<?> chosen(int minute, StatusProfile profile) {
        return event(new ChooseStatusProfile(tenant, profile), minute);
    }

    Event<?> rotated(SigningKeyKind kind, int minute) {
        return event(new RotateKey(tenant, kind), minute);
    }

    Event<?> bulk(BulkOperation operation, @Nullable RevocationReason reason, CredentialSelection select, int minute) {
        return command(new BeginBulk(tenant, operation, reason, null, select), minute);
    }

    Event<?> suspendAll(SuspensionReason reason, CredentialSelection select, int minute) {
        return command(new BeginBulk(tenant, BulkOperation.SUSPEND, null, reason, select), minute);
    }

    /** Of the key of this name, since a minute. */
    Event<?> compromised(String key, int since, int minute) {
        return command(new CompromiseKey(tenant, key, at(since)), minute);
    }

    /** Under an id as the edge gives. */
    static Event<?> command(EventData data, int minute) {
        UUID id = UUID.nameUUIDFromBytes(EventFormat.bytes(data));
        EventHeader header =
                new EventHeader(id.toString(), "/meritstream/test", Emission.subject(data), at(minute), null);
        return new Event<>(header, data);
    }

    static Event<?> event(EventData data, int minute) {
        String text = new String(EventFormat.bytes(data), StandardCharsets.UTF_8);
        String id = EventIds.of(data.getClass().getSimpleName(), text, Integer.toString(minute));
        EventHeader header = new EventHeader(id, "/meritstream/test", Emission.subject(data), at(minute), null);
        return new Event<>(header, data);
    }

    static Instant at(int minute) {
        return Story.START.plusSeconds(60L * minute);
    }
}
