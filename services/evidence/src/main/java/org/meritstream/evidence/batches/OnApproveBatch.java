package org.meritstream.evidence.batches;

import java.util.List;
import org.meritstream.events.ApproveBatch;
import org.meritstream.events.Message;
import org.meritstream.events.SweepAwards;
import org.meritstream.evidence.batches.ApproveBatchDecision.Approval;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.sweeps.OnSweepAwards;
import org.meritstream.log.Inbound;

/** A registrar approves all awards of a batch that were not excluded. */
public final class OnApproveBatch {
    private OnApproveBatch() {}

    public static List<Message> approve(Desk desk, ApproveBatch asked, Inbound event) {
        Batch batch = desk.batches().find(asked.tenant(), asked.batch());
        return switch (ApproveBatchDecision.decide(batch, event.time())) {
            case Approval.Begin begin -> {
                desk.batches().approve(begin.batch());
                desk.answer(done(begin.batch(), event));
                yield List.of(OnSweepAwards.begin(
                        desk, new SweepAwards(asked.tenant(), asked.batch(), SweepAwards.Kind.APPROVED, null), event));
            }
            case Approval.Already already -> {
                desk.answer(done(already.batch(), event));
                yield List.of();
            }
            case Approval.Unknown unknown -> {
                desk.answer(new Answer.Refused(event, BatchProblems.unknown()));
                yield List.of();
            }
        };
    }

    private static Answer done(Batch batch, Inbound event) {
        return new Answer.Done(event, "/api/awards/batches/" + batch.id());
    }
}
