package org.meritstream.issuance.flow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.meritstream.log.Adoption;
import org.meritstream.log.Position;

/** Takes back what another does, and fails on the way. */
final class FailingAdoption implements Adoption {
    private final Adoption adoption;
    private final boolean keeping;
    private final Set<Set<Position>> seen = new HashSet<>();
    private volatile boolean failed;

    private FailingAdoption(Adoption adoption, boolean keeping) {
        this.adoption = adoption;
        this.keeping = keeping;
    }

    /** Keeps all and can place nothing, as where the process dies in between. */
    static FailingAdoption toPlace(Adoption adoption) {
        return new FailingAdoption(adoption, false);
    }

    /** Keeps each slice when it is asked a second time, as where the store is away for a moment. */
    static FailingAdoption onceForEachSlice(Adoption adoption) {
        return new FailingAdoption(adoption, true);
    }

    boolean failed() {
        return failed;
    }

    @Override
    public List<String> topics() {
        return adoption.topics();
    }

    @Override
    public void keep(Own own, List<Position> next) {
        if (keeping && !own.said().isEmpty() && seen.add(Set.copyOf(next))) {
            failed = true;
            throw new IllegalStateException("away");
        }
        adoption.keep(own, next);
    }

    @Override
    public boolean place() {
        if (keeping) {
            return adoption.place();
        }
        failed = true;
        throw new IllegalStateException("crash");
    }
}
