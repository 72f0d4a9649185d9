package org.meritstream.issuance.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.Message;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Turn;
import org.meritstream.log.postgres.Write;

/** The credentials of a turn: as they are by now, what is told of them, and what is to be stored. */
final class Ledger {
    private final KeyedIds ids;
    private final Held held;
    private final Ends ends = new Ends();
    private final Lines lines = new Lines();
    private final List<HeldCredential> signed = new ArrayList<>();
    private final List<HeldCredential> resecured = new ArrayList<>();
    private final List<HeldCredential> suspensions = new ArrayList<>();
    private final List<HeldCredential> askedAgain = new ArrayList<>();
    private final List<Revoke> revocations = new ArrayList<>();

    /** @param known from before this turn */
    Ledger(KeyedIds ids, Collection<HeldCredential> known) {
        this.ids = ids;
        this.held = new Held(known);
    }

    /** More that were there before this turn. */
    void known(List<HeldCredential> more) {
        more.forEach(held::put);
    }

    @Nullable
    HeldCredential get(UUID id) {
        return held.get(id);
    }

    /** All of an award, the first first. */
    List<HeldCredential> of(UUID award) {
        return held.of(award);
    }

    /** The newest of an award, or null where it has none. */
    @Nullable
    HeldCredential newest(UUID award) {
        return held.newest(award);
    }

    /** What it guards of the lines that it changes. */
    Lines lines() {
        return lines;
    }

    boolean isFromBefore(HeldCredential credential) {
        return signed.stream().noneMatch(one -> one.id().equals(credential.id()));
    }

    /** One was signed. */
    List<Message> issued(Inbound cause, HeldCredential credential) {
        signed.add(credential);
        ends.issued(credential);
        held.put(credential);
        return Announcement.issued(cause, credential, feedId(credential));
    }

    /** One has other proofs. */
    List<Message> resecured(Inbound cause, HeldCredential credential, UUID bulk) {
        resecured.add(credential);
        return Announcement.resecured(cause, credential, bulk);
    }

    /** One is suspended from now on. */
    List<Message> suspend(Inbound cause, HeldCredential suspended) {
        suspensions.add(suspended);
        held.put(suspended);
        return Announcement.suspended(cause, suspended, feedId(suspended));
    }

    /** One is suspended no more. */
    List<Message> reinstate(Inbound cause, HeldCredential reinstated) {
        suspensions.add(reinstated);
        held.put(reinstated);
        return Announcement.reinstated(cause, reinstated, feedId(reinstated));
    }

    /** One was asked to be suspended, or not to be, as it is. */
    void askedAgain(HeldCredential credential) {
        askedAgain.add(credential);
        held.put(credential);
    }

    /** One was revoked. */
    List<Message> revoke(Inbound cause, Revoke revocation) {
        HeldCredential credential = revocation.credential();
        revocations.add(revocation);
        ends.revoked(credential);
        held.put(credential.revoked(revocation.at()));
        return Announcement.revoked(cause, revocation, feedId(credential));
    }

    /** One is over, perhaps. */
    List<Message> expiry(Inbound event, ExpireCredential command) {
        Optional<HeldCredential> over = ends.fellDue(event, command, held.get(command.credential()));
        over.ifPresent(held::put);
        return over.map(credential -> Announcement.expired(event, credential, feedId(credential)))
                .orElse(List.of());
    }

    /** What the turn has to store. */
    void into(Turn<Write> turn) {
        if (!signed.isEmpty()) {
            turn.write(Credentials.sign(signed));
        }
        if (!resecured.isEmpty()) {
            turn.write(Credentials.resecure(resecured));
        }
        if (!suspensions.isEmpty()) {
            turn.write(Credentials.suspend(suspensions));
        }
        if (!askedAgain.isEmpty()) {
            turn.write(Credentials.askedAgain(askedAgain));
        }
        ends.into(turn);
        if (!revocations.isEmpty()) {
            turn.write(Credentials.revoke(revocations));
        }
    }

    private UUID feedId(HeldCredential credential) {
        return ids.of(credential.tenant(), "feed", credential.id().toString());
    }
}
