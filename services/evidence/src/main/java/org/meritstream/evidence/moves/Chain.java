package org.meritstream.evidence.moves;

import java.time.Duration;
import org.meritstream.events.ContinueMove;
import org.meritstream.events.Message;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.Timer;

/**
 * How a part comes from slice to slice: by a command to the service itself, with a timer beneath it that asks the same should the command
 * be swallowed while a restored store is read again (docs/adr/0029).
 */
final class Chain {
    private static final String SERVICE = "evidence";
    private static final Duration BENEATH = Duration.ofMinutes(10);
    /** More than a slice takes, so that the timer of a long move moves on with it, and is another each time. */
    private static final Duration A_SLICE = Duration.ofSeconds(1);

    private Chain() {}

    /** Asks for the next slice. */
    static Message goOn(Desk desk, Part part, Inbound cause) {
        ContinueMove next =
                new ContinueMove(part.move().from().tenant(), part.move().id(), part.number(), part.next());
        desk.calendar()
                .set(new Timer(
                        timer(part),
                        part.move().begunAt().plus(BENEATH).plus(A_SLICE.multipliedBy(part.slices())),
                        next));
        String id = EventIds.of(
                "continue-move", next.move().toString(), String.valueOf(next.part()), String.valueOf(next.slice()));
        return Emission.of(SERVICE, cause, id, next);
    }

    /** Nothing is left to ask for. */
    static void end(Desk desk, Part part) {
        desk.calendar().cancel(timer(part));
    }

    private static String timer(Part part) {
        return "move/" + part.move().from().tenant() + "/" + part.move().id() + "/" + part.number();
    }
}
