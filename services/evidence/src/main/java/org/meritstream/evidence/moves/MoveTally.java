package org.meritstream.evidence.moves;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.moves.MoveForeseen.Numbers;
import org.meritstream.evidence.moves.MoveForeseen.Seen;

/** Counts what a move would mean, and keeps one page of whom it means something for. */
final class MoveTally {
    private final MoveForesight.Asked asked;
    private final List<Seen> page = new ArrayList<>();
    private boolean more;
    private long moving;
    private long gaining;
    private long losing;
    private long both;
    private long earning;
    private long staying;

    MoveTally(MoveForesight.Asked asked) {
        this.asked = asked;
    }

    void stays() {
        staying++;
    }

    void moves(UUID learner, Standing before, Standing after) {
        Effect effect = EffectDecision.decide(before, after);
        moving++;
        gaining += effect.gains() ? 1 : 0;
        losing += effect.loses() ? 1 : 0;
        both += effect.gains() && effect.loses() ? 1 : 0;
        earning += effect.earns() ? 1 : 0;
        if (asked.show().shows(effect)) {
            if (page.size() < asked.limit()) {
                page.add(new Seen(learner, before, after, effect));
            } else {
                more = true;
            }
        }
    }

    /** Whether nobody else has to be looked at. */
    boolean isEnough() {
        return more && asked.after() != null;
    }

    /**
     * What was seen.
     *
     * @param reached the learner at which the time was up, or null when it was not
     */
    MoveForeseen foreseen(@Nullable UUID reached) {
        Numbers counts = asked.after() == null ? new Numbers(moving, gaining, losing, both, earning, staying) : null;
        return new MoveForeseen(reached == null, counts, List.copyOf(page), next(reached));
    }

    private @Nullable UUID next(@Nullable UUID reached) {
        boolean full = page.size() == asked.limit();
        return full && (more || reached != null) ? page.getLast().learner() : reached;
    }
}
