package org.meritstream.evidence.regrades;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.DecideFlag;
import org.meritstream.events.Message;
import org.meritstream.events.RestoreAward;
import org.meritstream.events.WithdrawAward;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.evidence.regrades.DecideFlagDecision.Decided;
import org.meritstream.evidence.regrades.RestoreDecision.Restoration;
import org.meritstream.evidence.regrades.WithdrawDecision.Withdrawal;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** A registrar decides about an award after it was conferred. */
public final class OnRegrade {
    private OnRegrade() {}

    /** An award does not stand any more. */
    public static List<Message> withdrawn(Desk desk, WithdrawAward asked, Inbound event) {
        Award award = find(desk, asked.tenant(), asked.learner(), asked.award());
        return switch (WithdrawDecision.decide(award)) {
            case Withdrawal.Withdraw withdraw -> {
                done(desk, event, withdraw.award().id());
                yield List.of(
                        desk.awarding().withdraw(withdraw.award(), asked.code().reason(), event));
            }
            case Withdrawal.Already already -> done(desk, event, already.award().id());
            case Withdrawal.Unknown unknown -> refused(desk, event, RequestProblems.unknownAward());
        };
    }

    /** What becomes of a flagged award. */
    public static List<Message> decided(Desk desk, DecideFlag asked, Inbound event) {
        Award award = find(desk, asked.tenant(), asked.learner(), asked.award());
        return switch (DecideFlagDecision.decide(award, all(desk, award), asked.decision())) {
            case Decided.Keep keep -> {
                desk.awarding().regard(keep.award(), Regard.KEPT);
                yield done(desk, event, keep.award().id());
            }
            case Decided.Withdraw withdraw -> {
                done(desk, event, withdraw.award().id());
                yield List.of(desk.awarding().withdraw(withdraw.award(), AwardWithdrawalReason.REGRADED, event));
            }
            case Decided.Confirm confirm -> {
                desk.awarding().regard(confirm.award(), Regard.NONE);
                yield done(desk, event, confirm.award().id());
            }
            case Decided.Restore restore -> restored(desk, restore.award(), restore.number(), event);
            case Decided.NotFlagged settled -> refused(desk, event, RegradeProblems.notFlagged());
            case Decided.Unknown unknown -> refused(desk, event, RequestProblems.unknownAward());
        };
    }

    /** What was withdrawn is awarded again. */
    public static List<Message> restored(Desk desk, RestoreAward asked, Inbound event) {
        Award award = find(desk, asked.tenant(), asked.learner(), asked.award());
        return switch (RestoreDecision.decide(award, all(desk, award))) {
            case Restoration.Restore restore -> restored(desk, restore.award(), restore.number(), event);
            case Restoration.Stands stands -> refused(desk, event, RegradeProblems.stands());
            case Restoration.NeverHeld never -> refused(desk, event, RegradeProblems.neverHeld());
            case Restoration.Unknown unknown -> refused(desk, event, RequestProblems.unknownAward());
        };
    }

    private static List<Message> restored(Desk desk, Award former, int number, Inbound event) {
        List<Message> emitted = new ArrayList<>(desk.awarding().restore(former, number, event));
        emitted.addAll(desk.settle(former.learner(), Set.of(former.achievement()), event));
        desk.ledger().of(former.learner(), former.achievement()).stream()
                .filter(Award::stands)
                .forEach(next -> done(desk, event, next.id()));
        return emitted;
    }

    /** Of somebody who turned out to be another person nothing is left to decide. */
    private static @Nullable Award find(Desk desk, String tenant, UUID learner, UUID award) {
        LearnerKey key = new LearnerKey(tenant, learner);
        desk.register().touch(key);
        boolean person = desk.register().personOf(key).key().equals(key);
        return person ? desk.ledger().find(key, award) : null;
    }

    private static List<Award> all(Desk desk, @Nullable Award award) {
        return award == null ? List.of() : desk.ledger().of(award.learner(), award.achievement());
    }

    private static List<Message> done(Desk desk, Inbound event, UUID award) {
        desk.answer(new Answer.Done(event, "/api/awards/" + award));
        return List.of();
    }

    private static List<Message> refused(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}
