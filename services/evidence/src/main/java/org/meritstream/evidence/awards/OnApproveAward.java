package org.meritstream.evidence.awards;

import java.util.List;
import org.meritstream.events.ApproveAward;
import org.meritstream.events.Message;
import org.meritstream.evidence.awards.ApproveDecision.Approval;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
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
                desk.answer(done(approve.award(), event));
                yield desk.awarding().approve(approve.award(), event);
            }
            case Approval.Already already -> {
                desk.answer(done(already.award(), event));
                yield List.of();
            }
            case Approval.NotNeeded free -> refused(desk, event, AwardProblems.approvalNotNeeded());
            case Approval.NotEarned gone -> refused(desk, event, AwardProblems.withdrawn());
            case Approval.Unknown unknown -> refused(desk, event, AwardProblems.unknown());
        };
    }

    private static Answer done(Award award, Inbound event) {
        return new Answer.Done(event, "/api/awards/" + award.id());
    }

    private static List<Message> refused(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}
