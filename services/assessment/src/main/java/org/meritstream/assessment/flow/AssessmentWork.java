package org.meritstream.assessment.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.meritstream.assessment.delivery.DeliveryWrites;
import org.meritstream.assessment.delivery.OnDeliveryAccepted;
import org.meritstream.assessment.learner.LearnerIds;
import org.meritstream.assessment.learner.Learners;
import org.meritstream.assessment.learner.OnLearner;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.Command;
import org.meritstream.events.DeliveryAccepted;
import org.meritstream.events.EvidenceEvent;
import org.meritstream.events.IssuanceEvent;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.events.Topics;
import org.meritstream.events.WalletEvent;
import org.meritstream.log.Inbound;
import org.meritstream.log.Turn;
import org.meritstream.log.Work;
import org.meritstream.log.postgres.Write;

/** Assessment's share of the loop: deliveries and roster in, results and links out. */
@ApplicationScoped
public class AssessmentWork implements Work<Loaded, Write> {
    private final WorkingSet workingSet;
    private final LearnerIds ids;

    AssessmentWork(WorkingSet workingSet, LearnerIds ids) {
        this.workingSet = workingSet;
        this.ids = ids;
    }

    @Override
    public String service() {
        return "assessment";
    }

    /** The commands topic brings replayed dead letters only. */
    @Override
    public List<String> topics() {
        return List.of(Topics.INTAKE, Topics.LEARNER, Topics.ASSESSMENT_COMMANDS);
    }

    @Override
    public Loaded load(List<Inbound> fresh) {
        return workingSet.load(fresh);
    }

    @Override
    public Turn<Write> decide(Loaded loaded, List<Inbound> fresh) {
        Desk desk = new Desk(loaded, ids);
        Turn<Write> turn = new Turn<>();
        for (Inbound event : fresh) {
            turn.handled(event, seeTo(desk, event));
        }
        Learners.writes(desk.roster(), desk.accounts()).forEach(turn::write);
        DeliveryWrites.of(
                        desk.deliveries(),
                        desk.roster(),
                        loaded.contested(),
                        loaded.unjoined().size())
                .forEach(turn::write);
        desk.locks().forEach(turn::lock);
        return turn;
    }

    /** What an event causes, on a desk that the events before it left. */
    static List<Message> seeTo(Desk desk, Inbound event) {
        return switch (event.data()) {
            case DeliveryAccepted said -> OnDeliveryAccepted.accepted(desk, said, event);
            case LearnerProfiled said -> OnLearner.profiled(desk, said, event);
            case LearnerLinked own -> List.of();
            case AssessmentCompleted own -> List.of();
            case AssessmentWithdrawn own -> List.of();
            case EvidenceEvent other -> List.of();
            case IssuanceEvent other -> List.of();
            case WalletEvent other -> List.of();
            case Command other -> List.of();
        };
    }
}
