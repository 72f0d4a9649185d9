package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.meritstream.events.SuccessionReason.AWARDED_AGAIN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.Message;
import org.meritstream.events.OpenIssuer;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.RevokeCredential;
import org.meritstream.events.SuccessionReason;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.IssueDecision.Outcome;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.Missing;
import org.meritstream.issuance.credential.ReissueDecision;
import org.meritstream.issuance.credential.RevokeDecision;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.AlreadyRevoked;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Unknown;
import org.meritstream.issuance.flow.Reissuing.Reissued;
import org.meritstream.log.DeadLetter;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Turn;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Waiting;
import org.meritstream.log.postgres.Write;

/** Folds the events of a batch over what was readied; each builds on those before it. Pure. */
final class Fold {
    private final Batch batch;
    private final Facts facts;
    private final KeyedIds ids;
    private final Held held;
    private final Map<UUID, Instant> withdrawn;
    private final List<HeldCredential> signed = new ArrayList<>();
    private final List<Revoke> revocations = new ArrayList<>();
    private final List<VisibilityChanged> visibilities = new ArrayList<>();
    private final List<Write> aside = new ArrayList<>();
    private final Set<String> awaited = new HashSet<>();
    private final Lineage lineage;
    private final Ends ends = new Ends();
    private final Lines lines = new Lines();
    private final Turn<Write> turn = new Turn<>();

    Fold(Batch batch, Facts facts, KeyedIds ids) {
        this.batch = batch;
        this.facts = facts;
        this.ids = ids;
        this.held = new Held(batch.held().values());
        batch.reissues().values().forEach(one -> one.line().credentials().forEach(held::put));
        this.withdrawn = new HashMap<>(batch.withdrawn());
        this.lineage = new Lineage(batch.successors());
    }

    void event(Inbound event) {
        List<Message> emitted = new ArrayList<>();
        batch.cases().getOrDefault(event.id(), List.of()).forEach(one -> emitted.addAll(award(one)));
        if (event.data() instanceof AwardWithdrawn fact) {
            emitted.addAll(withdrawal(event, fact));
        } else if (event.data() instanceof RevokeCredential command) {
            emitted.addAll(revocation(event, command));
        } else if (event.data() instanceof ExpireCredential command) {
            emitted.addAll(expiry(event, command));
        } else if (event.data() instanceof VisibilityChanged fact) {
            visibilities.add(fact);
        } else if (event.data() instanceof OpenIssuer command) {
            aside.add(Outcomes.done(event, "/api/issuers/" + command.tenant()));
        }
        if (batch.reissues().containsKey(event.id())) {
            emitted.addAll(reissue(event, batch.reissues().get(event.id())));
        }
        aside.addAll(batch.rekeyings().getOrDefault(event.id(), List.of()));
        Importing.Concluded concluded = batch.concluded().getOrDefault(event.id(), Importing.Concluded.NOTHING);
        aside.addAll(concluded.writes());
        emitted.addAll(concluded.emitted());
        emitted.addAll(goingOn(event));
        turn.handled(event, emitted);
    }

    /** The turn; writes that make room come before those that use it. */
    Turn<Write> turn() {
        provided();
        lineage.into(turn);
        lines.into(turn);
        Copies.writes(facts, visibilities).forEach(turn::write);
        aside.forEach(turn::write);
        if (!signed.isEmpty()) {
            turn.write(Credentials.sign(signed));
        }
        ends.into(turn);
        if (!revocations.isEmpty()) {
            turn.write(Credentials.revoke(revocations));
        }
        batch.lists().forEach(turn::write);
        return turn;
    }

    private void provided() {
        if (facts.provided().isEmpty()) {
            return;
        }
        facts.provided().keySet().forEach(turn::lock);
        turn.write(Waiting.resumed(batch.resumed()));
        Chain.timers(facts.provided(), batch.resumed().left(), awaited).forEach(turn::write);
    }

    /** Asks for the next turn where more waits than this one takes up; not where what it took up must wait for the same again. */
    private List<Message> goingOn(Inbound bringer) {
        return batch.resumed().left().stream()
                .filter(key -> bringer.equals(facts.provided().get(key)) && !awaited.contains(key))
                .sorted()
                .map(key -> Chain.next(bringer, key))
                .toList();
    }

    private List<Message> award(Batch.Case one) {
        return switch (one.outcome()) {
            case Outcome.AlreadyIssued ignored -> List.of();
            case Outcome.Await await -> {
                setAside(one.candidate().award(), await.missing());
                yield List.of();
            }
            case Outcome.Issue ignored -> minted(one);
        };
    }

    private List<Message> minted(Batch.Case one) {
        return switch (requireNonNull(one.minted(), "minted as it was decided")) {
            case Minted.Refused refused -> List.of(dead(one.candidate().award(), refused.reason()));
            case Minted.Signed done -> issued(one, done.credential());
        };
    }

    private Message dead(Inbound award, String reason) {
        aside.add(Waiting.forgotten(award));
        return DeadLetter.of(Announcement.SERVICE, award, reason);
    }

    private List<Message> issued(Batch.Case one, HeldCredential credential) {
        signed.add(credential);
        ends.issued(credential);
        held.put(credential);
        Inbound cause = one.candidate().award();
        List<Message> emitted = new ArrayList<>(Announcement.issued(cause, credential, feedId(credential)));
        emitted.addAll(superseded(one.candidate(), credential));
        Instant withdrawnAt = withdrawn.get(credential.award());
        if (withdrawnAt == null && one.candidate().resumed()) {
            lines.extended(credential.award());
        } else if (withdrawnAt != null) {
            emitted.addAll(revoke(cause, new Revoke(credential, RevocationReason.AWARD_WITHDRAWN, withdrawnAt)));
        }
        return emitted;
    }

    /** Of a pair, whichever is issued last tells of it. */
    private List<Message> superseded(Candidate candidate, HeldCredential credential) {
        List<Message> emitted = new ArrayList<>();
        UUID replaced = candidate.conferred().replaces();
        if (replaced != null) {
            HeldCredential predecessor = held.newest(replaced);
            lineage.succeeded(replaced, predecessor, credential);
            if (predecessor != null) {
                emitted.add(Announcement.superseded(candidate.award(), predecessor, credential.id(), AWARDED_AGAIN));
            }
        }
        UUID successor = lineage.successorOf(credential, candidate.resumed());
        if (successor != null) {
            emitted.add(Announcement.superseded(candidate.award(), credential, successor, AWARDED_AGAIN));
        }
        return emitted;
    }

    private List<Message> withdrawal(Inbound event, AwardWithdrawn fact) {
        List<Message> emitted = new ArrayList<>();
        List<HeldCredential> all = held.of(fact.award());
        lines.ended(fact.award(), all.stream().filter(this::isFromBefore).count());
        all.forEach(credential -> emitted.addAll(withdrawn(event, fact, credential)));
        withdrawn.putIfAbsent(fact.award(), fact.withdrawnAt());
        return emitted;
    }

    private boolean isFromBefore(HeldCredential credential) {
        return signed.stream().noneMatch(one -> one.id().equals(credential.id()));
    }

    private List<Message> withdrawn(Inbound event, AwardWithdrawn fact, HeldCredential credential) {
        RevokeDecision.Outcome outcome =
                RevokeDecision.decide(credential, fact.tenant(), RevocationReason.AWARD_WITHDRAWN, fact.withdrawnAt());
        return switch (outcome) {
            case Revoke revocation -> revoke(event, revocation);
            case AlreadyRevoked ignored -> List.of();
            case Unknown ignored -> List.of();
        };
    }

    private List<Message> reissue(Inbound command, Reissued one) {
        return switch (one.outcome()) {
            case ReissueDecision.Outcome.AlreadyThere there -> {
                aside.add(Answers.done(command, there.credential()));
                yield List.of();
            }
            case ReissueDecision.Outcome.Refused refused -> {
                aside.add(Answers.refused(command, refused.why()));
                yield List.of();
            }
            case ReissueDecision.Outcome.Again again ->
                switch (requireNonNull(one.minted(), "minted as it was decided")) {
                    case Minted.Refused refused -> {
                        aside.add(Answers.unsigned(command, refused.reason()));
                        yield List.of();
                    }
                    case Minted.Signed done -> reissued(command, again, done.credential());
                };
        };
    }

    /** The new one is told before the former is told to be revoked, so that whoever has to hold one holds one all the time. */
    private List<Message> reissued(Inbound command, ReissueDecision.Outcome.Again again, HeldCredential credential) {
        signed.add(credential);
        ends.issued(credential);
        held.put(credential);
        lines.extended(credential.award());
        aside.add(Answers.done(command, credential.id()));
        List<Message> emitted = new ArrayList<>(Announcement.issued(command, credential, feedId(credential)));
        emitted.add(Announcement.superseded(
                command,
                again.former(),
                credential.id(),
                SuccessionReason.valueOf(again.reason().name())));
        for (HeldCredential former : again.revoked()) {
            HeldCredential now = requireNonNull(held.get(former.id()), "it is of the line");
            emitted.addAll(revoke(command, new Revoke(now, RevocationReason.ISSUED_IN_ERROR, command.time())));
        }
        return emitted;
    }

    private List<Message> revocation(Inbound event, RevokeCredential command) {
        // Of credentials signed before this batch alone: nobody can know the id of one that is not announced yet.
        HeldCredential credential =
                batch.held().containsKey(command.credential()) ? held.get(command.credential()) : null;
        RevokeDecision.Outcome outcome =
                RevokeDecision.decide(credential, command.tenant(), command.reason(), event.time());
        return switch (outcome) {
            case Revoke revocation -> {
                aside.add(Answers.done(event, revocation.credential().id()));
                yield revoke(event, revocation);
            }
            case AlreadyRevoked already -> {
                aside.add(Answers.done(event, already.credential().id()));
                yield List.of();
            }
            case Unknown ignored -> {
                aside.add(Answers.unknown(event));
                yield List.of();
            }
        };
    }

    private List<Message> revoke(Inbound cause, Revoke revocation) {
        HeldCredential credential = revocation.credential();
        revocations.add(revocation);
        ends.revoked(credential);
        held.put(credential.revoked(revocation.at()));
        return Announcement.revoked(cause, revocation, feedId(credential));
    }

    private List<Message> expiry(Inbound event, ExpireCredential command) {
        Optional<HeldCredential> over = ends.fellDue(event, command, held.get(command.credential()));
        over.ifPresent(held::put);
        return over.map(credential -> Announcement.expired(event, credential, feedId(credential)))
                .orElse(List.of());
    }

    private void setAside(Inbound award, Missing missing) {
        turn.lock(missing.key());
        awaited.add(missing.key());
        aside.add(Copies.stillMissing(missing));
        aside.add(Waiting.store(award, missing.key()));
    }

    private UUID feedId(HeldCredential credential) {
        return ids.of(credential.tenant(), "feed", credential.id().toString());
    }
}
