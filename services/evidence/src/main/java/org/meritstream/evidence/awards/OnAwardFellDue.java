package org.meritstream.evidence.awards;

import java.util.List;
import org.meritstream.events.AwardFellDue;
import org.meritstream.events.Message;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.Inbound;

/** The date has come that an award waited for. */
public final class OnAwardFellDue {
    private OnAwardFellDue() {}

    /** Nothing happens to an award that was withdrawn or conferred meanwhile. */
    public static List<Message> release(Desk desk, AwardFellDue fell, Inbound event) {
        LearnerKey learner = new LearnerKey(fell.tenant(), fell.learner());
        desk.register().touch(learner);
        Award award = desk.ledger().find(learner, fell.award());
        return award == null ? List.of() : desk.awarding().release(award, event);
    }
}
