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
            case Approval.Confer confer -> {
                desk.answer(done(confer.award(), event));
                yield List.of(desk.awarding().confer(confer.award(), event));
            }
            case Approval.AlreadyConferred already -> {
                desk.answer(done(already.award(), event));
                yield List.of();
            }
            case Approval.NotEarned gone -> refused(desk, event, withdrawn());
            case Approval.Unknown unknown -> refused(desk, event, unknown());
        };
    }

    private static Answer done(Award award, Inbound event) {
        return new Answer.Done(event, "/api/awards/" + award.id());
    }

    private static List<Message> refused(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }

    private static Problem withdrawn() {
        return Problem.of(
                "award-withdrawn",
                "The award was withdrawn",
                409,
                "Its criteria are no longer met. It can be approved when it is earned again, under its next number.");
    }

    private static Problem unknown() {
        return Problem.of("unknown-award", "There is no such award", 404, "No award of this tenant has that id.");
    }
}
