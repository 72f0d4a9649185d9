package org.meritstream.evidence.awards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardFellDue;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.Message;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.awards.SettleDecision.Met;
import org.meritstream.evidence.awards.SettleDecision.Settlement;
import org.meritstream.evidence.awards.SettleDecision.Standing;
import org.meritstream.evidence.flow.Calendar;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.learners.Register;
import org.meritstream.evidence.restraints.RestraintBook;
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
    private final Register register;
    private final RestraintBook restraints;
    private final KeyedIds ids;

    public Awarding(Ledger ledger, Calendar calendar, Register register, RestraintBook restraints, KeyedIds ids) {
        this.ledger = ledger;
        this.calendar = calendar;
        this.register = register;
        this.restraints = restraints;
        this.ids = ids;
    }

    /**
     * Somebody who may be awarded an achievement.
     *
     * @param standing how they stand in it
     */
    public record Candidate(LearnerKey person, String achievement, Standing standing) {}

    /** Does what the standing of a candidate asks for. What is emitted, in order. */
    public List<Message> settle(Candidate candidate, Inbound cause) {
        List<Message> emitted = new ArrayList<>();
        boolean settled = false;
        while (!settled) {
            List<Award> former = ledger.of(candidate.person(), candidate.achievement());
            switch (SettleDecision.decide(former, candidate.standing())) {
                case Settlement.Nothing nothing -> settled = true;
                case Settlement.Earn earn -> emitted.addAll(earn(candidate, earn, cause));
                case Settlement.Rebase rebase -> ledger.put(rebase.award().restingOn(rebase.basis()));
                case Settlement.Withdraw withdraw -> emitted.add(withdraw(withdraw.award(), withdraw.reason(), cause));
                case Settlement.Suspend suspend ->
                    emitted.add(withdraw(suspend.award(), AwardWithdrawalReason.SUSPENDED, cause));
                case Settlement.Flag flag -> ledger.put(flag.award().regarded(Regard.FLAGGED));
                case Settlement.Unflag unflag -> ledger.put(unflag.award().regarded(Regard.NONE));
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

    /** Confers an award if nothing is left that it waits for. */
    public List<Message> release(Award award, Inbound cause) {
        List<LearnerKey> learner = register.idsOf(award.learner());
        WithholdingReason restraint = restraints.restraining(learner, award.achievement());
        return switch (ReleaseDecision.decide(award, restraint, cause.time())) {
            case ReleaseDecision.Next.Confer now ->
                List.of(step(award.conferred(cause.time(), replaced(award)), cause));
            case ReleaseDecision.Next.AwaitApproval waiting -> List.of();
            case ReleaseDecision.Next.AwaitDate date -> {
                calendar.set(timer(award, date.at()));
                yield List.of();
            }
            case ReleaseDecision.Next.Withhold withhold ->
                List.of(step(award.withheld(cause.time(), withhold.reason()), cause));
            case ReleaseDecision.Next.Stay stay -> List.of();
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

    /** Awards again what was withdrawn, though its criteria may not be met: a human decided. Approved with that. */
    public List<Message> restore(Award former, int number, Inbound cause) {
        Award settled = former.regarded(Regard.NONE);
        ledger.put(settled);
        Award next = new Award(
                id(former.learner(), former.achievement(), number),
                former.learner(),
                former.achievement(),
                former.version(),
                number,
                former.release(),
                former.basis(),
                cause.id(),
                cause.time(),
                new Stand.Earned(cause.time()),
                Regard.KEPT);
        return made(next, cause);
    }

    /** What is thought of an award whose criteria are no longer met. */
    public void regard(Award award, Regard as) {
        ledger.put(award.regarded(as));
    }

    private List<Message> earn(Candidate candidate, Settlement.Earn earn, Inbound cause) {
        ledger.of(candidate.person(), candidate.achievement()).stream()
                .filter(former -> former.regard() == Regard.FLAGGED)
                .forEach(former -> regard(former, Regard.NONE));
        Met met = earn.met();
        Award next = new Award(
                id(candidate.person(), candidate.achievement(), earn.number()),
                candidate.person(),
                candidate.achievement(),
                met.version(),
                earn.number(),
                met.release(),
                met.basis(),
                cause.id(),
                cause.time(),
                new Stand.Earned(null),
                Regard.NONE);
        return made(next, cause);
    }

    private List<Message> made(Award award, Inbound cause) {
        List<Message> emitted = new ArrayList<>(List.of(step(award, cause)));
        emitted.addAll(release(award, cause));
        return emitted;
    }

    private UUID id(LearnerKey person, String achievement, int number) {
        return ids.of(person.tenant(), "award", person.id().toString(), achievement, String.valueOf(number));
    }

    /** The last award of the achievement that was held before this one: its credential is the predecessor of this one's. */
    private @Nullable UUID replaced(Award award) {
        return ledger.of(award.learner(), award.achievement()).stream()
                .filter(former -> former.number() < award.number() && former.wasHeld())
                .max(Comparator.comparingInt(Award::number))
                .map(Award::id)
                .orElse(null);
    }

    private Message step(Award award, Inbound cause) {
        ledger.put(award);
        String id = EventIds.of(AwardEvents.step(award), award.id().toString());
        return Emission.of(SERVICE, cause, id, AwardEvents.of(award));
    }
}
