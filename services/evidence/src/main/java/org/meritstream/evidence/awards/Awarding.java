package org.meritstream.evidence.awards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.Message;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.awards.SettleDecision.Met;
import org.meritstream.evidence.awards.SettleDecision.Settlement;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;

/** Makes, confers and withdraws awards, and tells of it. */
public final class Awarding {
    private static final String SERVICE = "evidence";

    private final Ledger ledger;
    private final KeyedIds ids;

    public Awarding(Ledger ledger, KeyedIds ids) {
        this.ledger = ledger;
        this.ids = ids;
    }

    /**
     * Somebody who may be awarded an achievement.
     *
     * @param met the versions whose criteria the person meets
     */
    public record Candidate(LearnerKey person, boolean known, String achievement, List<Met> met) {}

    /** Does what the standing of a candidate asks for. What is emitted, in order. */
    public List<Message> settle(Candidate candidate, Inbound cause) {
        List<Message> emitted = new ArrayList<>();
        boolean settled = false;
        while (!settled) {
            List<Award> former = ledger.of(candidate.person(), candidate.achievement());
            switch (SettleDecision.decide(candidate.known(), former, candidate.met())) {
                case Settlement.Nothing nothing -> settled = true;
                case Settlement.Earn earn -> emitted.addAll(earn(candidate, earn, cause));
                case Settlement.Rebase rebase -> ledger.put(rebase.award().restingOn(rebase.basis()));
                case Settlement.Withdraw withdraw ->
                    emitted.add(withdraw(withdraw.award(), AwardWithdrawalReason.NO_LONGER_EARNED, cause));
            }
        }
        return emitted;
    }

    /** The university's decision, now. */
    public Message confer(Award award, Inbound cause) {
        return step(award.conferred(cause.time()), cause);
    }

    /** The award does not stand any more. */
    public Message withdraw(Award award, AwardWithdrawalReason reason, Inbound cause) {
        return step(award.withdrawn(cause.time(), reason), cause);
    }

    private List<Message> earn(Candidate candidate, Settlement.Earn earn, Inbound cause) {
        Award award = earned(candidate, earn, cause);
        Message told = step(award, cause);
        return switch (award.release()) {
            case AT_ONCE -> List.of(told, confer(award, cause));
            case AFTER_APPROVAL -> List.of(told);
        };
    }

    private Award earned(Candidate candidate, Settlement.Earn earn, Inbound cause) {
        LearnerKey person = candidate.person();
        UUID id = ids.of(
                person.tenant(),
                "award",
                person.id().toString(),
                candidate.achievement(),
                String.valueOf(earn.number()));
        Instant now = cause.time();
        Met met = earn.met();
        ReleasePolicy release = met.release();
        return new Award(
                id,
                person,
                candidate.achievement(),
                met.version(),
                earn.number(),
                release,
                met.basis(),
                cause.id(),
                now,
                new Award.Stand.Earned());
    }

    private Message step(Award award, Inbound cause) {
        ledger.put(award);
        String id = EventIds.of(AwardEvents.step(award), award.id().toString());
        return Emission.of(SERVICE, cause, id, AwardEvents.of(award));
    }
}
