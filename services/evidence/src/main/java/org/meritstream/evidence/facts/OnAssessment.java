package org.meritstream.evidence.facts;

import java.util.List;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.AttemptFact;
import org.meritstream.events.Message;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Inbound;

/** A result, a completion or a withdrawal arrived: kept for ever, and whatever asks for it is judged. */
public final class OnAssessment {
    private OnAssessment() {}

    public static List<Message> completed(Desk desk, AssessmentCompleted said, Inbound event) {
        return file(desk, said, event);
    }

    public static List<Message> withdrawn(Desk desk, AssessmentWithdrawn said, Inbound event) {
        return file(desk, said, event);
    }

    private static List<Message> file(Desk desk, AttemptFact said, Inbound event) {
        return desk.file(Filed.of(event.id(), said), event);
    }
}
