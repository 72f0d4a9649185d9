package org.meritstream.evidence.awards;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ApproveAward;
import org.meritstream.events.Message;
import org.meritstream.evidence.awards.ApproveDecision.Approval;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.batches.ItemOutcome;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** A registrar approves an earned award. */
public final class OnApproveAward {
    private OnApproveAward() {}

    public static List<Message> approve(Desk desk, ApproveAward asked, Inbound event) {
        LearnerKey learner = new LearnerKey(asked.tenant(), asked.learner());
        desk.register().touch(learner);
        Award award = desk.ledger().find(learner, asked.award());
        return switch (ApproveDecision.decide(award)) {
            case Approval.Approve approve -> {
                List<Message> emitted = desk.awarding().approve(approve.award(), event);
                done(desk, asked, event, became(desk.ledger().find(learner, asked.award())));
                yield emitted;
            }
            case Approval.Already already -> done(desk, asked, event, ItemOutcome.ALREADY);
            case Approval.NotNeeded free -> refused(desk, asked, event, AwardProblems.approvalNotNeeded());
            case Approval.NotEarned gone -> refused(desk, asked, event, AwardProblems.withdrawn());
            case Approval.Unknown unknown -> refused(desk, asked, event, RequestProblems.unknownAward());
        };
    }

    private static ItemOutcome became(@Nullable Award approved) {
        return switch (requireNonNull(approved, "the award that was approved").stand()) {
            case Stand.Earned earned -> ItemOutcome.AWAITS_DATE;
            case Stand.Withheld withheld -> ItemOutcome.WITHHELD;
            case Stand.Conferred conferred -> ItemOutcome.CONFERRED;
            case Stand.Withdrawn withdrawn -> ItemOutcome.LEFT_OUT;
        };
    }

    /** Whoever asked for one award is answered; an award of a batch is counted there. */
    private static List<Message> done(Desk desk, ApproveAward asked, Inbound event, ItemOutcome outcome) {
        if (asked.batch() == null) {
            desk.answer(new Answer.Done(event, "/api/awards/" + asked.award()));
        } else {
            desk.batches().outcome(asked.batch(), asked.award(), outcome);
        }
        return List.of();
    }

    private static List<Message> refused(Desk desk, ApproveAward asked, Inbound event, Problem problem) {
        if (asked.batch() == null) {
            desk.answer(new Answer.Refused(event, problem));
        } else {
            desk.batches().outcome(asked.batch(), asked.award(), ItemOutcome.LEFT_OUT);
        }
        return List.of();
    }
}
