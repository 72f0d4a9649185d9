package org.meritstream.issuance.flow;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.meritstream.log.Adoption;
import org.meritstream.log.LoopHealth;
import org.meritstream.log.Position;

/** Asks for readiness whenever something is taken back. */
final class WatchingAdoption implements Adoption {
    private final Adoption adoption;
    private final LoopHealth health = new LoopHealth();
    private final List<String> reasons = new CopyOnWriteArrayList<>();

    WatchingAdoption(Adoption adoption) {
        this.adoption = adoption;
    }

    LoopHealth health() {
        return health;
    }

    List<String> reasons() {
        return reasons;
    }

    @Override
    public List<String> topics() {
        return adoption.topics();
    }

    @Override
    public void keep(Own own, List<Position> next) {
        adoption.keep(own, next);
    }

    @Override
    public boolean place() {
        reasons.add(String.valueOf(health.notReady(Instant.now())));
        return adoption.place();
    }
}
