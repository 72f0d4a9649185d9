package org.meritstream.evidence.sweeps;

import java.time.Duration;
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
import org.meritstream.log.Timer;

/** A slice of many awards is asked for. */
public final class OnSweepAwards {
    private static final String SERVICE = "evidence";

    /** As long as the awards of a chain are likely to need. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private OnSweepAwards() {}

    /**
     * The command for the first slice. Below the chain lies a timer (docs/adr/0029). The awards are asked for in turns of their own, so no turn of
     * the chain knows that all is done; a look a minute later does, and cancels the timer.
     */
    public static Message begin(Desk desk, SweepAwards first, Inbound cause) {
        desk.calendar().set(new Timer(look(first), cause.time().plus(LOOK), first));
        desk.calendar().set(Timer.below(net(first), cause, first));
        return next(first, cause);
    }

    /**
     * A command to each award of the slice, and one for the next slice, where this one was full. Their ids are of this sweep alone: a sweep that
     * asks again is no duplicate of the first.
     */
    public static List<Message> sweep(Desk desk, SweepAwards asked, Inbound event) {
        List<Swept> slice = desk.swept(asked);
        List<Message> emitted = new ArrayList<>();
        if (slice.isEmpty() && asked.after() == null) {
            desk.calendar().cancel(look(asked));
            desk.calendar().cancel(net(asked));
        }
        for (Swept swept : slice) {
            String id = EventIds.of("swept", event.id(), swept.award().toString());
            emitted.add(Emission.of(SERVICE, event, id, command(asked, swept)));
        }
        if (slice.size() == Sweeps.SLICE) {
            SweepAwards rest = new SweepAwards(
                    asked.tenant(), asked.sweep(), asked.kind(), slice.getLast().award());
            emitted.add(next(rest, event));
        }
        return emitted;
    }

    private static String look(SweepAwards sweep) {
        return "sweep-look/" + sweep.kind() + "/" + sweep.sweep();
    }

    private static String net(SweepAwards sweep) {
        return "sweep/" + sweep.kind() + "/" + sweep.sweep();
    }

    private static EvidenceCommand command(SweepAwards asked, Swept swept) {
        return switch (asked.kind()) {
            case LIFTED -> new ReleaseAward(asked.tenant(), swept.award(), swept.learner());
            case APPROVED -> new ApproveAward(asked.tenant(), swept.award(), swept.learner(), asked.sweep());
        };
    }

    private static Message next(SweepAwards sweep, Inbound cause) {
        String id = EventIds.of("sweep", cause.id(), String.valueOf(sweep.after()));
        return Emission.of(SERVICE, cause, id, sweep);
    }
}
