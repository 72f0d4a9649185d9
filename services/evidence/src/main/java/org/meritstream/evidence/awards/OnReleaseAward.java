package org.meritstream.evidence.awards;

import java.util.List;
import java.util.UUID;
import org.meritstream.events.AwardFellDue;
import org.meritstream.events.Message;
import org.meritstream.events.ReleaseAward;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.Inbound;

/** What an award waited for may be over: its date has come, or a restraint was lifted. */
public final class OnReleaseAward {
    private OnReleaseAward() {}

    public static List<Message> date(Desk desk, AwardFellDue fell, Inbound event) {
        return release(desk, new LearnerKey(fell.tenant(), fell.learner()), fell.award(), event);
    }

    public static List<Message> lifted(Desk desk, ReleaseAward asked, Inbound event) {
        return release(desk, new LearnerKey(asked.tenant(), asked.learner()), asked.award(), event);
    }

    /** Nothing happens to an award that was withdrawn or conferred meanwhile. */
    private static List<Message> release(Desk desk, LearnerKey learner, UUID id, Inbound event) {
        desk.register().touch(learner);
        Award award = desk.ledger().find(learner, id);
        return award == null ? List.of() : desk.awarding().release(award, event);
    }
}
