package org.meritstream.walletsync.wallet;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ChangeVisibility;
import org.meritstream.events.Channel;
import org.meritstream.events.CollectOffer;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialState;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.Form;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.events.RecordDelivery;
import org.meritstream.events.RecordDocument;
import org.meritstream.events.RecordIssued;
import org.meritstream.events.RecordRefusal;
import org.meritstream.events.RecordRefused;
import org.meritstream.events.RecordVisibilityChanged;
import org.meritstream.events.RequestRecord;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuccessionReason;
import org.meritstream.events.SuspensionReason;
import org.meritstream.events.Visibility;
import org.meritstream.log.Emission;
import org.meritstream.log.Inbound;
import org.meritstream.log.Position;

/** A learner at each of two universities, and what is said of their credentials. */
public final class Facts {
    public static final String NORTHGATE = "northgate";
    public static final String SOUTHFIELD = "southfield";
    public static final UUID ADA = UUID.fromString("0a0a0a0a-0000-8000-8000-00000000000a");
    public static final UUID BEN = UUID.fromString("0b0b0b0b-0000-8000-8000-00000000000b");
    public static final UUID AWARD = UUID.fromString("aaaaaaaa-0000-8000-8000-000000000001");
    public static final UUID CREDENTIAL = UUID.fromString("cccccccc-0000-8000-8000-000000000001");
    public static final UUID OTHER = UUID.fromString("cccccccc-0000-8000-8000-000000000002");
    public static final UUID RECORD = UUID.fromString("ecececec-0000-8000-8000-000000000001");
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final String PUBLIC_URL = "https://credentials.example";

    private Facts() {}

    public static CredentialIssued issued(String tenant, UUID learner, UUID credential) {
        return new CredentialIssued(
                tenant,
                credential,
                AWARD,
                learner,
                "data-literacy",
                1,
                1,
                "list-1",
                "sha-256:0000000000000000000000000000000000000000000000000000000000000000",
                NOON,
                null,
                null,
                null);
    }

    public static CredentialIssued issued() {
        return issued(NORTHGATE, ADA, CREDENTIAL);
    }

    public static CredentialRevoked revoked() {
        return revoked(NORTHGATE, ADA, CREDENTIAL);
    }

    public static CredentialRevoked revoked(String tenant, UUID learner, UUID credential) {
        return new CredentialRevoked(
                tenant,
                credential,
                AWARD,
                learner,
                "data-literacy",
                1,
                RevocationReason.AWARD_WITHDRAWN,
                NOON.plusSeconds(3600));
    }

    public static CredentialSuspended suspended(UUID learner, UUID credential, int number) {
        return new CredentialSuspended(
                NORTHGATE,
                credential,
                AWARD,
                learner,
                "data-literacy",
                1,
                number,
                SuspensionReason.SUSPECTED_MISCONDUCT,
                NOON.plusSeconds(600L * number));
    }

    public static CredentialReinstated reinstated(UUID learner, UUID credential, int number) {
        return new CredentialReinstated(
                NORTHGATE,
                credential,
                AWARD,
                learner,
                "data-literacy",
                1,
                number,
                NOON.plusSeconds(600L * number + 300));
    }

    public static CredentialSuperseded superseded(UUID credential, UUID by) {
        return new CredentialSuperseded(
                NORTHGATE, credential, AWARD, ADA, "data-literacy", 1, by, NOON, SuccessionReason.CORRECTED);
    }

    public static CredentialDocument document(String tenant, UUID learner, UUID credential, CredentialState state) {
        return new CredentialDocument(
                tenant,
                credential,
                learner,
                state,
                "Northgate University",
                "Data literacy",
                PUBLIC_URL + "/credentials/" + credential,
                List.of(new Form("application/vc", "{\"type\":[\"VerifiableCredential\"]}")),
                state == CredentialState.REVOKED ? NOON.plusSeconds(3600) : NOON,
                null);
    }

    /** The same with other signed text, a moment later. */
    public static CredentialDocument document(String tenant, UUID learner, UUID credential, String signed) {
        CredentialDocument plain = document(tenant, learner, credential, CredentialState.ISSUED);
        return new CredentialDocument(
                tenant,
                credential,
                learner,
                plain.state(),
                plain.issuerName(),
                plain.achievementName(),
                plain.address(),
                List.of(new Form("application/vc", signed)),
                NOON.plusSeconds(1),
                null);
    }

    public static CredentialDocument document(CredentialState state) {
        return document(NORTHGATE, ADA, CREDENTIAL, state);
    }

    public static LearnerProfiled profiled(String tenant, UUID learner, String name, Instant at) {
        return new LearnerProfiled(tenant, learner, "s-1", name, null, "en", at);
    }

    public static CollectOffer collect() {
        return new CollectOffer(NORTHGATE, ADA, CREDENTIAL, Channel.CLAIM_PAGE);
    }

    public static ChangeVisibility change(Visibility visibility) {
        return new ChangeVisibility(NORTHGATE, ADA, CREDENTIAL, visibility);
    }

    public static RecordDelivery delivery(Channel channel) {
        return new RecordDelivery(NORTHGATE, ADA, CREDENTIAL, channel);
    }

    public static RequestRecord request(@Nullable UUID stack) {
        return new RequestRecord(NORTHGATE, ADA, stack);
    }

    public static RecordIssued recordIssued(@Nullable UUID request) {
        return recordIssued(NORTHGATE, ADA, RECORD, request, List.of(CREDENTIAL));
    }

    public static RecordIssued recordIssued(
            String tenant, UUID learner, UUID record, @Nullable UUID request, List<UUID> credentials) {
        return new RecordIssued(
                tenant,
                learner,
                record,
                request,
                null,
                credentials,
                PUBLIC_URL + "/records/" + record,
                "sha-256:0000000000000000000000000000000000000000000000000000000000000000",
                NOON);
    }

    public static RecordDocument recordDocument(String document, Instant at) {
        return recordDocument(NORTHGATE, ADA, RECORD, document, at);
    }

    public static RecordDocument recordDocument(String tenant, UUID learner, UUID record, String document, Instant at) {
        return new RecordDocument(
                tenant,
                record,
                learner,
                null,
                List.of(CREDENTIAL),
                "Northgate University",
                "Learner record from Northgate University",
                PUBLIC_URL + "/records/" + record,
                List.of(new Form("application/vc", document)),
                NOON,
                at);
    }

    public static RecordRefused recordRefused(UUID request) {
        return new RecordRefused(NORTHGATE, ADA, request, RecordRefusal.NOTHING_HELD, NOON);
    }

    public static RecordVisibilityChanged recordShown(Visibility visibility, Instant at) {
        return new RecordVisibilityChanged(NORTHGATE, ADA, RECORD, visibility, at);
    }

    /** An offer that waits for its learner. */
    public static Offer waiting() {
        return Offer.of(CREDENTIAL, new Offer.Issue("data-literacy", 1, 1, NOON, NOON));
    }

    /** A revocation. */
    public static Offer.Revocation revocation() {
        return new Offer.Revocation(RevocationReason.MISCONDUCT, NOON);
    }

    /** An offer that was revoked while it waited. */
    public static Offer revokedOffer() {
        return waiting().revoked(revocation());
    }

    /** An event as the loop reads it. */
    public static Inbound inbound(String id, Instant time, EventData data, long offset) {
        EventHeader header = new EventHeader(id, "/meritstream/test", Emission.subject(data), time, null);
        Event<EventData> event = new Event<>(header, data);
        Message message = EventFormat.write(event);
        return new Inbound(new Position(message.topic(), 0, offset), event, message);
    }
}
