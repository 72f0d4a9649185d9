package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;
import static org.meritstream.events.SuccessionReason.AWARDED_AGAIN;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.BeginBulk;
import org.meritstream.events.ExpireCredential;
import org.meritstream.events.Message;
import org.meritstream.events.OpenIssuer;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.IssueDecision.Outcome;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.Missing;
import org.meritstream.issuance.credential.RevokeDecision;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.AlreadyRevoked;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Unknown;
import org.meritstream.issuance.issuer.IssuerKeys;
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
    private final Map<UUID, Instant> withdrawn;
    private final List<VisibilityChanged> visibilities = new ArrayList<>();
    private final List<Write> aside = new ArrayList<>();
    private final Set<String> awaited = new HashSet<>();
    private final Lineage lineage;
    private final Ledger ledger;
    private final Requests requests;
    private final Turn<Write> turn = new Turn<>();

    Fold(Batch batch, Facts facts, KeyedIds ids) {
        this.batch = batch;
        this.facts = facts;
        this.ledger = new Ledger(ids, batch.held().values());
        batch.reissues().values().forEach(one -> ledger.known(one.line().credentials()));
        this.requests = new Requests(batch, ledger);
        this.withdrawn = new HashMap<>(batch.withdrawn());
        this.lineage = new Lineage(batch.successors());
    }

    void event(Inbound event) {
        List<Message> emitted = new ArrayList<>();
        batch.cases().getOrDefault(event.id(), List.of()).forEach(one -> emitted.addAll(award(one)));
        if (event.data() instanceof AwardWithdrawn fact) {
            emitted.addAll(withdrawal(event, fact));
        } else if (event.data() instanceof ExpireCredential command) {
            emitted.addAll(ledger.expiry(event, command));
        } else if (event.data() instanceof VisibilityChanged fact) {
            visibilities.add(fact);
        } else if (event.data() instanceof OpenIssuer command) {
            aside.add(Outcomes.done(event, "/api/issuers/" + command.tenant()));
        }
        emitted.addAll(requests.seeTo(event));
        emitted.addAll(readied(event));
        emitted.addAll(goingOn(event));
        turn.handled(event, emitted);
    }

    private List<Message> readied(Inbound event) {
        List<Effects> all = new ArrayList<>();
        all.add(batch.rekeyings().getOrDefault(event.id(), Effects.NOTHING));
        all.add(batch.concluded().getOrDefault(event.id(), Effects.NOTHING));
        if (event.data() instanceof BeginBulk command) {
            all.add(Bulking.begin(command, event));
        }
        List<Message> emitted = new ArrayList<>();
        for (Effects effects : all) {
            aside.addAll(effects.writes());
            emitted.addAll(effects.emitted());
        }
        return emitted;
    }

    /** The turn; writes that make room come before those that use it, and what guards before what is guarded. */
    Turn<Write> turn() {
        if (!batch.signers().isEmpty()) {
            turn.write(IssuerKeys.inUse(batch.signers()));
        }
        provided();
        lineage.into(turn);
        ledger.lines().into(turn);
        Copies.writes(facts, visibilities).forEach(turn::write);
        aside.forEach(turn::write);
        requests.writes().forEach(turn::write);
        ledger.into(turn);
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
        Inbound cause = one.candidate().award();
        List<Message> emitted = new ArrayList<>(ledger.issued(cause, credential));
        emitted.addAll(superseded(one.candidate(), credential));
        Instant withdrawnAt = withdrawn.get(credential.award());
        if (withdrawnAt == null && one.candidate().resumed()) {
            ledger.lines().extended(credential.award());
        } else if (withdrawnAt != null) {
            emitted.addAll(ledger.revoke(cause, new Revoke(credential, RevocationReason.AWARD_WITHDRAWN, withdrawnAt)));
        }
        return emitted;
    }

    /** Of a pair, whichever is issued last tells of it. */
    private List<Message> superseded(Candidate candidate, HeldCredential credential) {
        List<Message> emitted = new ArrayList<>();
        UUID replaced = candidate.conferred().replaces();
        if (replaced != null) {
            HeldCredential predecessor = ledger.newest(replaced);
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
        List<HeldCredential> all = ledger.of(fact.award());
        ledger.lines()
                .ended(fact.award(), all.stream().filter(ledger::isFromBefore).count());
        all.forEach(credential -> emitted.addAll(withdrawn(event, fact, credential)));
        withdrawn.putIfAbsent(fact.award(), fact.withdrawnAt());
        return emitted;
    }

    private List<Message> withdrawn(Inbound event, AwardWithdrawn fact, HeldCredential credential) {
        RevokeDecision.Outcome outcome =
                RevokeDecision.decide(credential, fact.tenant(), RevocationReason.AWARD_WITHDRAWN, fact.withdrawnAt());
        return switch (outcome) {
            case Revoke revocation -> ledger.revoke(event, revocation);
            case AlreadyRevoked ignored -> List.of();
            case Unknown ignored -> List.of();
        };
    }

    private void setAside(Inbound award, Missing missing) {
        turn.lock(missing.key());
        awaited.add(missing.key());
        aside.add(Copies.stillMissing(missing));
        aside.add(Waiting.store(award, missing.key()));
    }
}
