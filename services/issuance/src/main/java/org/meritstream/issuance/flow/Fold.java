package org.meritstream.issuance.flow;

import static java.util.Objects.requireNonNull;

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
import org.meritstream.events.VisibilityChanged;
import org.meritstream.issuance.achievement.Achievements;
import org.meritstream.issuance.credential.Announcement;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.IssueDecision.Outcome;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.Missing;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.AlreadyRevoked;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Revoke;
import org.meritstream.issuance.credential.RevokeDecision.Outcome.Unknown;
import org.meritstream.issuance.credential.RevokeDecision;
import org.meritstream.issuance.credential.Visibilities;
import org.meritstream.issuance.credential.Withdrawals;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.learner.Learners;
import org.meritstream.log.DeadLetter;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Turn;
import org.meritstream.log.http.Problem;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Waiting;
import org.meritstream.log.postgres.Write;

/** Folds the events of a batch over what was readied; each builds on those before it. Pure. */
final class Fold {
    private final Batch batch;
    private final Facts facts;
    private final KeyedIds ids;
    private final Map<UUID, HeldCredential> credentials;
    private final Map<UUID, UUID> byAward = new HashMap<>();
    private final Map<UUID, Instant> withdrawn;
    private final List<HeldCredential> signed = new ArrayList<>();
    private final List<Revoke> revocations = new ArrayList<>();
    private final List<VisibilityChanged> visibilities = new ArrayList<>();
    private final List<Write> aside = new ArrayList<>();
    private final Set<String> awaited = new HashSet<>();
    private final Lineage lineage;
    private final Ends ends = new Ends();
    private final Turn<Write> turn = new Turn<>();

    Fold(Batch batch, Facts facts, KeyedIds ids) {
        this.batch = batch;
        this.facts = facts;
        this.ids = ids;
        this.credentials = new HashMap<>(batch.held());
        this.withdrawn = new HashMap<>(batch.withdrawn());
        this.lineage = new Lineage(batch.successors());
        batch.held().values().forEach(credential -> byAward.put(credential.award(), credential.id()));
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
        aside.addAll(batch.rekeyings().getOrDefault(event.id(), List.of()));
        Importing.Concluded imported = batch.imports().getOrDefault(event.id(), Importing.Concluded.NOTHING);
        aside.addAll(imported.writes());
        emitted.addAll(imported.emitted());
        emitted.addAll(goingOn(event));
        turn.handled(event, emitted);
    }

    /** The turn; writes that make room come before those that use it. */
    Turn<Write> turn() {
        provided();
        lineage.into(turn);
        copies();
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

    private void copies() {
        if (!facts.profiled().isEmpty()) {
            turn.write(Learners.store(facts.profiled()));
        }
        facts.linked().forEach(link -> turn.write(Learners.store(link)));
        facts.published().forEach(published -> turn.write(Achievements.store(published)));
        if (!facts.withdrawn().isEmpty()) {
            turn.write(Withdrawals.store(facts.withdrawn()));
        }
        if (!visibilities.isEmpty()) {
            turn.write(Visibilities.store(visibilities));
        }
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
        credentials.put(credential.id(), credential);
        byAward.put(credential.award(), credential.id());
        Inbound cause = one.candidate().award();
        List<Message> emitted = new ArrayList<>(Announcement.issued(cause, credential, feedId(credential)));
        emitted.addAll(superseded(one.candidate(), credential));
        Instant withdrawnAt = withdrawn.get(credential.award());
        if (withdrawnAt != null) {
            emitted.addAll(revoke(cause, new Revoke(credential, RevocationReason.AWARD_WITHDRAWN, withdrawnAt)));
        }
        return emitted;
    }

    /** Of a pair, whichever is issued last tells of it. */
    private List<Message> superseded(Candidate candidate, HeldCredential credential) {
        List<Message> emitted = new ArrayList<>();
        UUID replaced = candidate.conferred().replaces();
        if (replaced != null) {
            UUID former = byAward.get(replaced);
            HeldCredential predecessor = former == null ? null : credentials.get(former);
            lineage.succeeded(replaced, predecessor, credential);
            if (predecessor != null) {
                emitted.add(Announcement.superseded(candidate.award(), predecessor, credential.id()));
            }
        }
        UUID successor = lineage.successorOf(credential, candidate.resumed());
        if (successor != null) {
            emitted.add(Announcement.superseded(candidate.award(), credential, successor));
        }
        return emitted;
    }

    private List<Message> withdrawal(Inbound event, AwardWithdrawn fact) {
        UUID id = byAward.get(fact.award());
        HeldCredential credential = id == null ? null : credentials.get(id);
        RevokeDecision.Outcome outcome =
                RevokeDecision.decide(credential, fact.tenant(), RevocationReason.AWARD_WITHDRAWN, fact.withdrawnAt());
        return switch (outcome) {
            case Revoke revocation -> revoke(event, revocation);
            case AlreadyRevoked ignored -> List.of();
            case Unknown ignored -> {
                withdrawn.putIfAbsent(fact.award(), fact.withdrawnAt());
                yield List.of();
            }
        };
    }

    private List<Message> revocation(Inbound event, RevokeCredential command) {
        // Of credentials signed before this batch alone: nobody can know the id of one that is not announced yet.
        HeldCredential credential =
                batch.held().containsKey(command.credential()) ? credentials.get(command.credential()) : null;
        RevokeDecision.Outcome outcome =
                RevokeDecision.decide(credential, command.tenant(), command.reason(), event.time());
        return switch (outcome) {
            case Revoke revocation -> {
                aside.add(done(event, revocation.credential()));
                yield revoke(event, revocation);
            }
            case AlreadyRevoked already -> {
                aside.add(done(event, already.credential()));
                yield List.of();
            }
            case Unknown ignored -> {
                aside.add(Outcomes.refused(event, unknown()));
                yield List.of();
            }
        };
    }

    private List<Message> revoke(Inbound cause, Revoke revocation) {
        HeldCredential credential = revocation.credential();
        revocations.add(revocation);
        ends.revoked(credential);
        credentials.put(credential.id(), credential.revoked(revocation.at()));
        return Announcement.revoked(cause, revocation, feedId(credential));
    }

    private List<Message> expiry(Inbound event, ExpireCredential command) {
        Optional<HeldCredential> over = ends.fellDue(event, command, credentials.get(command.credential()));
        over.ifPresent(credential -> credentials.put(credential.id(), credential));
        return over.map(credential -> Announcement.expired(event, credential, feedId(credential)))
                .orElse(List.of());
    }

    private void setAside(Inbound award, Missing missing) {
        turn.lock(missing.key());
        awaited.add(missing.key());
        aside.add(stillMissing(missing));
        aside.add(Waiting.store(award, missing.key()));
    }

    private static Write stillMissing(Missing missing) {
        return switch (missing) {
            case Missing.Learner learner -> Learners.stillMissing(learner.learner());
            case Missing.AchievementVersion version -> Achievements.stillMissing(version.achievement());
            case Missing.TenantIssuer issuer -> Issuers.stillMissing(issuer.tenant());
        };
    }

    private UUID feedId(HeldCredential credential) {
        return ids.of(credential.tenant(), "feed", credential.id().toString());
    }

    private static Write done(Inbound command, HeldCredential credential) {
        return Outcomes.done(command, "/api/credentials/" + credential.id());
    }

    private static Problem unknown() {
        return Problem.of(
                "unknown-credential",
                "There is no such credential",
                404,
                "It is not a signed credential of this tenant.");
    }
}
