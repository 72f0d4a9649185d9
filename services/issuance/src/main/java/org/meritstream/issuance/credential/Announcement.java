package org.meritstream.issuance.credential;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialDocument;
import org.meritstream.events.CredentialExpired;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialReinstated;
import org.meritstream.events.CredentialResecured;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialState;
import org.meritstream.events.CredentialSuperseded;
import org.meritstream.events.CredentialSuspended;
import org.meritstream.events.Event;
import org.meritstream.events.EventData;
import org.meritstream.events.EventFormat;
import org.meritstream.events.EventHeader;
import org.meritstream.events.FeedEntry;
import org.meritstream.events.Form;
import org.meritstream.events.Message;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuccessionReason;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.Sha256;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/** What is told of a credential: the fact for the other services, its document, and the tenant's feed. Ids are the same each time. */
public final class Announcement {
    /** The service's name in the log. */
    public static final String SERVICE = "issuance";

    private static final String MEDIA_TYPE = "application/vc";

    private Announcement() {}

    /**
     * A credential was signed.
     *
     * @param feedId its pairwise id in the tenant's feed
     */
    public static List<Message> issued(Inbound cause, HeldCredential credential, UUID feedId) {
        Published published = Published.of(credential);
        CredentialIssued issued = new CredentialIssued(
                credential.tenant(),
                credential.id(),
                credential.award(),
                credential.learner(),
                credential.achievement(),
                credential.version(),
                credential.number(),
                credential.status().list(),
                published.digest(),
                credential.issuedAt(),
                published.validUntil(),
                published.ects(),
                credential.reissue());
        return List.of(
                emission(cause, credential, "credential.issued", issued),
                document(cause, published, CredentialState.ISSUED, credential.issuedAt()),
                feed(cause, published, feedId, Standing.first(CredentialState.ISSUED, credential.issuedAt(), null)));
    }

    /** A credential was revoked. */
    public static List<Message> revoked(Inbound cause, Revoke revocation, UUID feedId) {
        HeldCredential credential = revocation.credential();
        Published published = Published.of(credential);
        CredentialRevoked revoked = new CredentialRevoked(
                credential.tenant(),
                credential.id(),
                credential.award(),
                credential.learner(),
                credential.achievement(),
                credential.version(),
                revocation.reason(),
                revocation.at());
        return List.of(
                emission(cause, credential, "credential.revoked", revoked),
                document(cause, published, CredentialState.REVOKED, revocation.at()),
                feed(
                        cause,
                        published,
                        feedId,
                        Standing.first(CredentialState.REVOKED, revocation.at(), revocation.reason())));
    }

    /**
     * A credential's validity is over. Its document stays as it is: it says when itself.
     *
     * @param over from when on
     */
    public static List<Message> expired(Inbound cause, HeldCredential over, UUID feedId) {
        Instant at = requireNonNull(over.expiredAt(), "it is over");
        CredentialExpired expired = new CredentialExpired(
                over.tenant(), over.id(), over.award(), over.learner(), over.achievement(), over.version(), at);
        return List.of(
                emission(cause, over, "credential.expired", expired),
                feed(cause, Published.of(over), feedId, new Standing(CredentialState.ISSUED, at, null, "EXPIRED")));
    }

    /** A credential is suspended from now on. Nobody outside is told why: it may come to nothing. */
    public static List<Message> suspended(Inbound cause, HeldCredential credential, UUID feedId) {
        Suspension suspension = credential.suspension();
        CredentialSuspended suspended = new CredentialSuspended(
                credential.tenant(),
                credential.id(),
                credential.award(),
                credential.learner(),
                credential.achievement(),
                credential.version(),
                suspension.number(),
                requireNonNull(suspension.reason(), "it was suspended for a reason"),
                requireNonNull(suspension.since(), "it is suspended"));
        return standing(cause, credential, feedId, "suspended/" + suspension.number(), suspended);
    }

    /** A credential is suspended no more. */
    public static List<Message> reinstated(Inbound cause, HeldCredential credential, UUID feedId) {
        Suspension suspension = credential.suspension();
        CredentialReinstated reinstated = new CredentialReinstated(
                credential.tenant(),
                credential.id(),
                credential.award(),
                credential.learner(),
                credential.achievement(),
                credential.version(),
                suspension.number(),
                requireNonNull(suspension.ended(), "it is reinstated"));
        return standing(cause, credential, feedId, "reinstated/" + suspension.number(), reinstated);
    }

    /** It may be suspended more than once, so each time has its number. */
    private static List<Message> standing(
            Inbound cause, HeldCredential credential, UUID feedId, String which, EventData fact) {
        Published published = Published.of(credential);
        Instant at = latest(cause, credential);
        return List.of(
                emission(cause, credential, "credential." + which, fact),
                emission(
                        cause, credential, "credential.document/" + which, data(published, CredentialState.ISSUED, at)),
                feed(cause, published, feedId, new Standing(CredentialState.ISSUED, at, null, which)));
    }

    /** Never before what was told of it last, or whoever keeps the latest would keep the former. */
    private static Instant latest(Inbound cause, HeldCredential credential) {
        Suspension suspension = credential.suspension();
        return Stream.of(
                        cause.time(),
                        credential.issuedAt(),
                        credential.revokedAt(),
                        suspension.since(),
                        suspension.ended())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * A credential was secured again. It says what it said and stands as it stood, so the feed has nothing to tell.
     *
     * @param bulk the operation that did it; there may be others later
     */
    public static List<Message> resecured(Inbound cause, HeldCredential credential, UUID bulk) {
        Published published = Published.of(credential);
        Instant at = latest(cause, credential);
        CredentialState state = credential.revokedAt() == null ? CredentialState.ISSUED : CredentialState.REVOKED;
        CredentialResecured resecured = new CredentialResecured(
                credential.tenant(),
                credential.id(),
                credential.award(),
                credential.learner(),
                credential.achievement(),
                credential.version(),
                published.digest(),
                at);
        return List.of(
                emission(cause, credential, "credential.resecured/" + bulk, resecured),
                emission(cause, credential, "credential.document/resecured/" + bulk, data(published, state, at)));
    }

    /** Another took a credential's place; when the second of the two was issued. */
    public static Message superseded(
            Inbound cause, HeldCredential credential, UUID successor, SuccessionReason reason) {
        CredentialSuperseded superseded = new CredentialSuperseded(
                credential.tenant(),
                credential.id(),
                credential.award(),
                credential.learner(),
                credential.achievement(),
                credential.version(),
                successor,
                cause.time(),
                reason);
        return emission(cause, credential, "credential.superseded", superseded);
    }

    private static Message document(Inbound cause, Published published, CredentialState state, Instant at) {
        return emission(cause, published.credential(), "credential.document/" + state, data(published, state, at));
    }

    private static CredentialDocument data(Published published, CredentialState state, Instant at) {
        HeldCredential credential = published.credential();
        return new CredentialDocument(
                credential.tenant(),
                credential.id(),
                credential.learner(),
                state,
                published.text("/issuer/name"),
                published.text("/name"),
                published.text("/id"),
                published.forms(),
                at,
                state == CredentialState.ISSUED ? credential.suspendedNow() : null);
    }

    /** Every form that a signed credential is published in. */
    public static List<Form> forms(HeldCredential credential) {
        List<Form> forms = new ArrayList<>(List.of(new Form(MEDIA_TYPE, credential.secured())));
        credential.token().ifPresent(token -> forms.add(new Form(JoseSecuring.MEDIA_TYPE, token)));
        credential.disclosing().ifPresent(token -> forms.add(new Form(AchievementToken.MEDIA_TYPE, token)));
        return List.copyOf(forms);
    }

    /**
     * How it stands, since when, and why it was revoked where it was.
     *
     * @param name of one credential every standing is told once
     */
    private record Standing(
            CredentialState state, Instant since, @Nullable RevocationReason reason, String name) {

        /** That it was issued, or revoked, which happens once. */
        static Standing first(CredentialState state, Instant since, @Nullable RevocationReason reason) {
            return new Standing(state, since, reason, state.name());
        }
    }

    private static Message feed(Inbound cause, Published published, UUID feedId, Standing standing) {
        HeldCredential credential = published.credential();
        FeedEntry data = new FeedEntry(
                credential.tenant(),
                feedId,
                credential.achievement(),
                credential.version(),
                published.text("/name"),
                published.text("/credentialSubject/achievement/id"),
                standing.state(),
                credential.issuedAt().truncatedTo(ChronoUnit.SECONDS),
                standing.since().truncatedTo(ChronoUnit.SECONDS),
                standing.reason(),
                credential.expiredAt() == null ? null : Boolean.TRUE,
                standing.state() == CredentialState.ISSUED ? seconds(credential.suspendedNow()) : null);
        // Not from the credential's id: once that is public, a subscriber could tell by it whose entry is whose.
        String id = EventIds.of("feed.credential/" + standing.name(), feedId.toString());
        // Nor by a time: whoever knows to the nanosecond when something happened would find its entry.
        Instant time = cause.time().truncatedTo(ChronoUnit.SECONDS);
        return EventFormat.write(
                new Event<>(new EventHeader(id, Emission.source(SERVICE), Emission.subject(data), time, null), data));
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Message emission(Inbound cause, HeldCredential credential, String kind, EventData data) {
        return Emission.of(SERVICE, cause, EventIds.of(kind, credential.id().toString()), data);
    }

    /** {@code sha-256:<hex>} of a signed document. */
    public static String digest(String document) {
        return "sha-256:" + HexFormat.of().formatHex(Sha256.of(document.getBytes(StandardCharsets.UTF_8)));
    }
}
