package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meritstream.events.Achievement;
import org.meritstream.events.AwardConferred;
import org.meritstream.events.AwardWithdrawn;
import org.meritstream.events.Command;
import org.meritstream.events.RenewStatusList;
import org.meritstream.events.RevokeCredential;
import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.achievement.Achievements;
import org.meritstream.issuance.credential.Credentials;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.IssueDecision;
import org.meritstream.issuance.credential.IssueDecision.Outcome;
import org.meritstream.issuance.credential.Minting;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.Successions;
import org.meritstream.issuance.credential.Withdrawals;
import org.meritstream.issuance.flow.Reissuing.Reissued;
import org.meritstream.issuance.flow.Resecuring.Resecured;
import org.meritstream.issuance.issuer.Issuers;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learner.KnownLearners;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.issuance.learner.Learners;
import org.meritstream.issuance.status.ListChanges;
import org.meritstream.issuance.status.StatusLists;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;
import org.meritstream.log.postgres.Waiting;

/**
 * Readies a batch: reads what it needs, a handful of statements however long it is, and records, checks and signs what it calls for. Run
 * again after a crash it comes to the same.
 */
@ApplicationScoped
public class Preparation {
    private final Waiting waiting;
    private final Learners learners;
    private final Achievements achievements;
    private final Issuers issuers;
    private final Credentials credentials;
    private final Withdrawals withdrawals;
    private final Successions successions;
    private final Minting minting;
    private final StatusLists lists;
    private final Rekeying rekeying;
    private final Importing importing;
    private final Reissuing reissuing;
    private final Endorsing endorsing;
    private final Gathering gathering;
    private final Bulking bulking;
    private final Resecuring resecuring;
    private final Papers papers;
    private final KeyedIds ids;

    Preparation(Stores stores, Waiting waiting, Minting minting, Beside beside, KeyedIds ids) {
        this.rekeying = beside.rekeying();
        this.importing = beside.importing();
        this.reissuing = beside.reissuing();
        this.endorsing = beside.endorsing();
        this.gathering = beside.gathering();
        this.bulking = beside.bulking();
        this.resecuring = beside.resecuring();
        this.papers = beside.papers();
        this.waiting = waiting;
        this.learners = stores.learners();
        this.achievements = stores.achievements();
        this.issuers = stores.issuers();
        this.credentials = stores.credentials();
        this.withdrawals = stores.withdrawals();
        this.successions = stores.successions();
        this.lists = stores.lists();
        this.minting = minting;
        this.ids = ids;
    }

    /** What is readied beside conferred awards. */
    @Dependent
    record Beside(
            Rekeying rekeying,
            Importing importing,
            Reissuing reissuing,
            Endorsing endorsing,
            Gathering gathering,
            Bulking bulking,
            Resecuring resecuring,
            Papers papers) {}

    /** What the store and the batch itself know of the batch's awards. */
    private record Surroundings(
            KnownLearners learners,
            Map<AchievementKey, Achievement> achievements,
            Map<String, SigningIssuer> issuers,
            Map<UUID, HeldCredential> credentials) {

        IssueDecision.Known around(Candidate candidate) {
            AwardConferred conferred = candidate.conferred();
            LearnerKey person = learners.person(new LearnerKey(conferred.tenant(), conferred.learner()));
            SigningIssuer issuer = issuers.get(conferred.tenant());
            HeldCredential held = credentials.get(candidate.credential());
            return new IssueDecision.Known(
                    person,
                    learners.profile(person),
                    achievements.get(AchievementKey.of(conferred)),
                    issuer == null ? null : issuer.issuer(),
                    held != null && held.signed());
        }
    }

    Batch prepare(List<Inbound> fresh) {
        List<TakenSlice> slices = bulking.ready(fresh);
        Facts facts = Facts.of(TakenSlice.with(fresh, slices));
        Waiting.Slice resumed = waiting.first(facts.provided().keySet());
        List<Candidate> candidates = candidates(facts, resumed.events());
        Map<String, Reissued> reissues = reissuing.ready(facts, candidates);
        Surroundings around = surroundings(facts, candidates, tenants(facts, candidates, slices));
        List<UUID> awards = candidates.stream().map(c -> c.conferred().award()).toList();
        Map<UUID, Instant> withdrawn = withdrawals.load(awards);
        Map<Candidate, Outcome> outcomes = outcomes(candidates, around);
        Map<UUID, Minted> minted = minted(outcomes, around);
        Map<UUID, Resecured> resecured = resecuring.ready(slices, facts, reissues.values(), around.issuers());
        Map<String, List<Batch.Case>> cases = cases(outcomes, minted);
        Map<UUID, HeldCredential> held = signed(around.credentials());
        Endorsing.Ready endorsed = endorsing.ready(facts.endorsements());
        ListChanges changes = RevokedBits.of(facts, held, minted.values(), withdrawn.keySet());
        reissues.values().forEach(one -> one.revoked().forEach(gone -> changes.revoke(gone.status())));
        SuspendedBits.into(changes, facts, held, reissues.values());
        changes.add(endorsed.changes());
        facts.renewals().forEach(command -> changes.renew(StatusLists.id(command.tenant(), command.number())));
        Rekeyed keys = rekeying.ready(facts.rekeyings(), around.issuers());
        keys.lists().forEach(changes::renew);
        return new Batch(
                cases,
                held,
                withdrawn,
                successions.load(awards),
                lists.signedAnew(changes, keys.after(around.issuers())),
                keys.effects(),
                concluded(facts, endorsed),
                reissues,
                TakenSlice.byEvent(slices),
                resecured,
                papers.ready(slices, facts.endorsements(), around.issuers()),
                new Signers(around.issuers())
                        .of(facts, outcomes.values(), reissues.values(), resecured.values(), slices),
                resumed);
    }

    private Map<String, Effects> concluded(Facts facts, Endorsing.Ready endorsed) {
        Map<String, Effects> concluded = new HashMap<>(importing.ready(facts.imports()));
        concluded.putAll(endorsed.concluded());
        concluded.putAll(gathering.ready(facts.records()));
        return concluded;
    }

    private List<Candidate> candidates(Facts facts, Map<String, List<Inbound>> resumed) {
        List<Candidate> candidates = new ArrayList<>();
        facts.conferred().forEach(award -> candidates.add(candidate(award, award)));
        facts.provided()
                .forEach((key, bringer) -> resumed.getOrDefault(key, List.of())
                        .forEach(award -> candidates.add(candidate(award, bringer))));
        return candidates;
    }

    private Candidate candidate(Inbound award, Inbound trigger) {
        AwardConferred conferred = (AwardConferred) award.data();
        UUID credential = ids.of(
                conferred.tenant(),
                "credential",
                conferred.learner().toString(),
                conferred.achievement(),
                Integer.toString(conferred.number()));
        return new Candidate(award, trigger, conferred, credential);
    }

    private Surroundings surroundings(Facts facts, List<Candidate> candidates, Set<String> tenants) {
        Set<UUID> asked = new HashSet<>();
        candidates.forEach(candidate -> asked.add(candidate.credential()));
        facts.revocations().forEach(command -> asked.add(command.credential()));
        facts.suspensions().forEach(command -> asked.add(SuspendedBits.asked(command)));
        facts.expiries().forEach(command -> asked.add(command.credential()));
        Set<UUID> awards = facts.withdrawn().stream().map(AwardWithdrawn::award).collect(Collectors.toSet());
        candidates.stream()
                .map(c -> c.conferred().replaces())
                .filter(Objects::nonNull)
                .forEach(awards::add);
        return new Surroundings(
                learners(facts, candidates),
                achievements(facts, candidates),
                issuers.load(tenants),
                credentials.load(asked, awards));
    }

    private KnownLearners learners(Facts facts, List<Candidate> candidates) {
        Set<LearnerKey> keys = new HashSet<>();
        if (!candidates.isEmpty()) {
            candidates.forEach(c -> keys.add(
                    new LearnerKey(c.conferred().tenant(), c.conferred().learner())));
            facts.linked().forEach(link -> keys.add(new LearnerKey(link.tenant(), link.learner())));
        }
        KnownLearners known = learners.load(keys);
        facts.profiled().forEach(known::add);
        facts.linked().forEach(known::add);
        return known;
    }

    private Map<AchievementKey, Achievement> achievements(Facts facts, List<Candidate> candidates) {
        Set<AchievementKey> keys =
                candidates.stream().map(c -> AchievementKey.of(c.conferred())).collect(Collectors.toSet());
        Map<AchievementKey, Achievement> known = new HashMap<>(achievements.load(keys));
        facts.published().forEach(fact -> known.putIfAbsent(AchievementKey.of(fact), fact.definition()));
        return known;
    }

    private static Set<String> tenants(Facts facts, List<Candidate> candidates, List<TakenSlice> slices) {
        return Stream.of(
                        candidates.stream().map(c -> c.conferred().tenant()),
                        facts.withdrawn().stream().map(AwardWithdrawn::tenant),
                        facts.revocations().stream().map(RevokeCredential::tenant),
                        facts.renewals().stream().map(RenewStatusList::tenant),
                        facts.reissues().stream().map(command -> command.data().tenant()),
                        Stream.of(facts.suspensions(), facts.endorsements(), facts.records())
                                .flatMap(List::stream)
                                .map(command -> command.data().tenant()),
                        facts.rekeyings().stream().map(command -> ((Command) command.data()).tenant()),
                        slices.stream().map(slice -> slice.slice().bulk().tenant()))
                .flatMap(tenants -> tenants)
                .collect(Collectors.toSet());
    }

    /** Decides each; two awards of one credential in the same batch are one credential. */
    private static Map<Candidate, Outcome> outcomes(List<Candidate> candidates, Surroundings around) {
        Map<Candidate, Outcome> outcomes = new LinkedHashMap<>();
        Set<UUID> issued = new HashSet<>();
        for (Candidate candidate : candidates) {
            Outcome outcome =
                    IssueDecision.decide(candidate.credential(), candidate.conferred(), around.around(candidate));
            boolean again = outcome instanceof Outcome.Issue && !issued.add(candidate.credential());
            outcomes.put(candidate, again ? new Outcome.AlreadyIssued(candidate.credential()) : outcome);
        }
        return outcomes;
    }

    private Map<UUID, Minted> minted(Map<Candidate, Outcome> outcomes, Surroundings around) {
        List<Minting.Order> orders = new ArrayList<>();
        outcomes.forEach((candidate, outcome) -> {
            SigningIssuer issuer = around.issuers().get(candidate.conferred().tenant());
            if (outcome instanceof Outcome.Issue issue && issuer != null) {
                orders.add(new Minting.Order.First(issue, issuer, candidate.at()));
            }
        });
        return orders.isEmpty() ? Map.of() : minting.mint(orders, around.credentials());
    }

    /** A refused award of the batch itself is found by halving the batch; one that waited would have its bringer blamed for it. */
    private static Map<String, List<Batch.Case>> cases(Map<Candidate, Outcome> outcomes, Map<UUID, Minted> minted) {
        Map<String, List<Batch.Case>> cases = new HashMap<>();
        outcomes.forEach((candidate, outcome) -> {
            Minted result = outcome instanceof Outcome.Issue ? minted.get(candidate.credential()) : null;
            if (result instanceof Minted.Refused refused && !candidate.resumed()) {
                throw new RecordFault(refused.reason(), new IllegalArgumentException(refused.reason()));
            }
            cases.computeIfAbsent(candidate.trigger().id(), id -> new ArrayList<>())
                    .add(new Batch.Case(candidate, outcome, result));
        });
        return cases;
    }

    private static Map<UUID, HeldCredential> signed(Map<UUID, HeldCredential> credentials) {
        return credentials.values().stream()
                .filter(HeldCredential::signed)
                .collect(Collectors.toMap(HeldCredential::id, credential -> credential));
    }
}
