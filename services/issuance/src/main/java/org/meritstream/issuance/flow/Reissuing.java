package org.meritstream.issuance.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.CorrectCredential;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.RenewCredential;
import org.meritstream.issuance.achievement.AchievementKey;
import org.meritstream.issuance.credential.HeldCredential;
import org.meritstream.issuance.credential.Line;
import org.meritstream.issuance.credential.Minting;
import org.meritstream.issuance.credential.Minting.Minted;
import org.meritstream.issuance.credential.ReissueDecision;
import org.meritstream.issuance.credential.ReissueDecision.Outcome;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.issuance.learner.KnownLearners;
import org.meritstream.issuance.learner.LearnerKey;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.RecordFault;

/**
 * Readies what is issued anew. Each command is decided by what the store has of its award, so it shares its batch with nothing else that changes
 * the credentials of that award: a batch in which it would is halved until it does not.
 */
@ApplicationScoped
class Reissuing {
    private static final Line NOBODYS = new Line(List.of());

    private final Stores stores;
    private final Minting minting;
    private final KeyedIds ids;

    Reissuing(Stores stores, Minting minting, KeyedIds ids) {
        this.stores = stores;
        this.minting = minting;
        this.ids = ids;
    }

    /**
     * What became of one command.
     *
     * @param line the credentials of its award; none where there is no such credential
     * @param minted for an outcome that asks for a credential
     */
    record Reissued(Line line, Outcome outcome, @Nullable Minted minted) {

        /** What is revoked with it. */
        List<HeldCredential> revoked() {
            return outcome instanceof Outcome.Again again && minted instanceof Minted.Signed
                    ? again.revoked()
                    : List.of();
        }

        /** The new one, where it is suspended as the former is; else null. */
        @Nullable
        HeldCredential suspended() {
            return outcome instanceof Outcome.Again again
                            && minted instanceof Minted.Signed done
                            && again.former().suspendedNow() != null
                    ? done.credential()
                    : null;
        }
    }

    /** By the command's id. */
    Map<String, Reissued> ready(Facts facts, List<Candidate> candidates) {
        if (facts.reissues().isEmpty()) {
            return Map.of();
        }
        Weighed weighed = weigh(facts.reissues(), facts.profiled(), facts.linked());
        alone(facts, candidates, weighed.lines().values());
        Map<UUID, Minted> minted = minted(facts.reissues(), weighed.outcomes(), weighed.all());
        Map<String, Reissued> reissued = new HashMap<>();
        weighed.outcomes()
                .forEach((id, outcome) -> reissued.put(
                        id,
                        new Reissued(
                                weighed.lines().getOrDefault(id, NOBODYS),
                                outcome,
                                outcome instanceof Outcome.Again again ? minted.get(next(again)) : null)));
        return reissued;
    }

    /**
     * What is decided, and nothing signed yet.
     *
     * @param all the credentials of the awards, by id
     * @param lines of those asked for, by the command's id
     * @param outcomes by the command's id
     */
    record Weighed(Map<UUID, HeldCredential> all, Map<String, Line> lines, Map<String, Outcome> outcomes) {}

    /**
     * Decides by what the store has.
     *
     * @param profiled what is said of people beside it
     * @param linked which accounts are found to be theirs beside it
     */
    Weighed weigh(List<Inbound> commands, List<LearnerProfiled> profiled, List<LearnerLinked> linked) {
        Map<UUID, HeldCredential> all = stores.credentials()
                .beside(commands.stream().map(Reissuing::asked).toList());
        Map<String, Line> lines = lines(commands, all);
        Surroundings around = surroundings(profiled, linked, lines.values());
        Map<String, Outcome> outcomes = new HashMap<>();
        commands.forEach(command ->
                outcomes.put(command.id(), decided(command, lines.getOrDefault(command.id(), NOBODYS), around)));
        return new Weighed(all, lines, outcomes);
    }

    /** The credential that a command is about. */
    static UUID asked(Inbound command) {
        return command.data() instanceof RenewCredential renewal
                ? renewal.credential()
                : ((CorrectCredential) command.data()).credential();
    }

    /** Of a credential of another tenant there is none. */
    private static Map<String, Line> lines(List<Inbound> commands, Map<UUID, HeldCredential> all) {
        Map<String, Line> lines = new HashMap<>();
        for (Inbound command : commands) {
            HeldCredential asked = all.get(asked(command));
            lines.put(
                    command.id(),
                    asked == null || !asked.tenant().equals(command.data().tenant())
                            ? NOBODYS
                            : Line.of(all.values().stream()
                                    .filter(credential -> credential.award().equals(asked.award()))
                                    .toList()));
        }
        return lines;
    }

    private static void alone(Facts facts, List<Candidate> candidates, Collection<Line> lines) {
        List<HeldCredential> all =
                lines.stream().flatMap(line -> line.credentials().stream()).toList();
        Set<UUID> of = all.stream().map(HeldCredential::id).collect(Collectors.toSet());
        Set<UUID> awards = all.stream().map(HeldCredential::award).collect(Collectors.toSet());
        long others = facts.endings(of, awards)
                + candidates.stream()
                        .map(candidate -> candidate.conferred().replaces())
                        .filter(awards::contains)
                        .count();
        if (others > 0 || of.size() < all.size()) {
            String reason = "what is issued anew shares its batch with another change of the same award";
            throw new RecordFault(reason, new IllegalArgumentException(reason));
        }
    }

    /** What is known around the lines of a batch. */
    private record Surroundings(
            KnownLearners learners,
            Map<AchievementKey, Achievement> achievements,
            Map<String, SigningIssuer> issuers,
            Set<UUID> withdrawn) {

        ReissueDecision.Known around(Line line) {
            if (line.credentials().isEmpty()) {
                return new ReissueDecision.Known(null, null, null, false);
            }
            HeldCredential one = line.newest();
            LearnerKey person = learners.person(new LearnerKey(one.tenant(), one.learner()));
            return new ReissueDecision.Known(
                    learners.profile(person),
                    achievements.get(new AchievementKey(one.tenant(), one.achievement(), one.version())),
                    issuers.get(one.tenant()),
                    withdrawn.contains(one.award()));
        }
    }

    private Surroundings surroundings(
            List<LearnerProfiled> profiled, List<LearnerLinked> linked, Collection<Line> lines) {
        List<HeldCredential> newest = lines.stream()
                .filter(line -> !line.credentials().isEmpty())
                .map(Line::newest)
                .toList();
        Set<LearnerKey> people = new HashSet<>();
        newest.forEach(one -> people.add(new LearnerKey(one.tenant(), one.learner())));
        KnownLearners known = stores.learners().load(people);
        profiled.forEach(known::add);
        linked.forEach(known::add);
        return new Surroundings(
                known,
                stores.achievements()
                        .load(newest.stream()
                                .map(one -> new AchievementKey(one.tenant(), one.achievement(), one.version()))
                                .collect(Collectors.toSet())),
                stores.issuers()
                        .load(newest.stream().map(HeldCredential::tenant).collect(Collectors.toSet())),
                stores.withdrawals()
                        .load(newest.stream().map(HeldCredential::award).toList())
                        .keySet());
    }

    private static Outcome decided(Inbound command, Line line, Surroundings around) {
        ReissueDecision.Known known = around.around(line);
        return command.data() instanceof RenewCredential
                ? ReissueDecision.renew(line, asked(command), known, command.time())
                : ReissueDecision.correct(line, asked(command), known);
    }

    private Map<UUID, Minted> minted(
            List<Inbound> commands, Map<String, Outcome> outcomes, Map<UUID, HeldCredential> recorded) {
        List<Minting.Order> orders = new ArrayList<>();
        commands.forEach(command -> {
            if (outcomes.get(command.id()) instanceof Outcome.Again again) {
                orders.add(new Minting.Order.Further(next(again), again, command.time()));
            }
        });
        return orders.isEmpty() ? Map.of() : minting.mint(orders, recorded);
    }

    /** Of the former alone, so that a line can not fork, whoever asks how often. */
    private UUID next(Outcome.Again again) {
        return ids.of(
                again.former().tenant(),
                "credential",
                "reissue",
                again.former().id().toString());
    }
}
