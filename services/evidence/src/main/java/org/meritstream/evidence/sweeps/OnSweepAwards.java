package org.meritstream.evidence.sweeps;

import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.ApproveAward;
import org.meritstream.events.EvidenceCommand;
import org.meritstream.events.Message;
import org.meritstream.events.ReleaseAward;
import org.meritstream.events.SweepAwards;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;

/** A slice of many awards is asked for. */
public final class OnSweepAwards {
    private static final String SERVICE = "evidence";

    private OnSweepAwards() {}

    /** The command for the first slice. */
    public static Message begin(SweepAwards first, Inbound cause) {
        return next(first, cause);
    }

    /** A command to each award of the slice, and one for the next slice, where this one was full. */
    public static List<Message> sweep(Desk desk, SweepAwards asked, Inbound event) {
        List<Swept> slice = desk.swept(asked);
        List<Message> emitted = new ArrayList<>();
        for (Swept swept : slice) {
            String id =
                    EventIds.of("swept", asked.sweep().toString(), swept.award().toString());
            emitted.add(Emission.of(SERVICE, event, id, command(asked, swept)));
        }
        if (slice.size() == Sweeps.SLICE) {
            SweepAwards rest = new SweepAwards(
                    asked.tenant(), asked.sweep(), asked.kind(), slice.getLast().award());
            emitted.add(next(rest, event));
        }
        return emitted;
    }

    private static EvidenceCommand command(SweepAwards asked, Swept swept) {
        return switch (asked.kind()) {
            case LIFTED -> new ReleaseAward(asked.tenant(), swept.award(), swept.learner());
            case APPROVED -> new ApproveAward(asked.tenant(), swept.award(), swept.learner(), asked.sweep());
        };
    }

    private static Message next(SweepAwards sweep, Inbound cause) {
        String id = EventIds.of("sweep", sweep.kind().name(), sweep.sweep().toString(), String.valueOf(sweep.after()));
        return Emission.of(SERVICE, cause, id, sweep);
    }
}
