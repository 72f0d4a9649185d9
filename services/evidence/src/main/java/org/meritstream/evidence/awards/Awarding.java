package org.meritstream.evidence.awards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.AwardFellDue;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.Message;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.awards.SettleDecision.Met;
import org.meritstream.evidence.awards.SettleDecision.Settlement;
import org.meritstream.evidence.flow.Calendar;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Timer;

/** Makes, confers and withdraws awards, and tells of it. */
public final class Awarding {
    private static final String SERVICE = "evidence";

    private final Ledger ledger;
    private final Calendar calendar;
    private final KeyedIds ids;

    public Awarding(Ledger ledger, Calendar calendar, KeyedIds ids) {
        this.ledger = ledger;
        this.calendar = calendar;
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

    /** A registrar approves an award that waits for it. */
    public List<Message> approve(Award award, Inbound cause) {
        Award approved = award.approved(cause.time());
        ledger.put(approved);
        return release(approved, cause);
    }

    /** Confers an earned award if nothing is left that it waits for. */
    public List<Message> release(Award award, Inbound cause) {
        if (!(award.stand() instanceof Stand.Earned earned)) {
            return List.of();
        }
        return switch (ReleaseDecision.decide(award.release(), earned, cause.time())) {
            case ReleaseDecision.Next.Confer now -> List.of(step(award.conferred(cause.time()), cause));
            case ReleaseDecision.Next.AwaitApproval waiting -> List.of();
            case ReleaseDecision.Next.AwaitDate date -> {
                calendar.set(timer(award, date.at()));
                yield List.of();
            }
        };
    }

    /** The award does not stand any more. */
    public Message withdraw(Award award, AwardWithdrawalReason reason, Inbound cause) {
        if (award.stand() instanceof Stand.Earned && award.release().at() != null) {
            calendar.cancel(timerName(award));
        }
        return step(award.withdrawn(cause.time(), reason), cause);
    }

    private static Timer timer(Award award, Instant at) {
        LearnerKey learner = award.learner();
        return new Timer(timerName(award), at, new AwardFellDue(learner.tenant(), award.id(), learner.id()));
    }

    private static String timerName(Award award) {
        return "award/" + award.learner().tenant() + "/" + award.id();
    }

    private List<Message> earn(Candidate candidate, Settlement.Earn earn, Inbound cause) {
        Award award = earned(candidate, earn, cause);
        List<Message> emitted = new ArrayList<>(List.of(step(award, cause)));
        emitted.addAll(release(award, cause));
        return emitted;
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
        return new Award(
                id,
                person,
                candidate.achievement(),
                met.version(),
                earn.number(),
                met.release(),
                met.basis(),
                cause.id(),
                now,
                new Stand.Earned(null));
    }

    private Message step(Award award, Inbound cause) {
        ledger.put(award);
        String id = EventIds.of(AwardEvents.step(award), award.id().toString());
        return Emission.of(SERVICE, cause, id, AwardEvents.of(award));
    }
}
