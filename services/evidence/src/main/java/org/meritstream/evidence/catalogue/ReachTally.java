package org.meritstream.evidence.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.awards.Release;

/** Counts whom a publication would reach. */
final class ReachTally {
    private static final int SAMPLE = 10;

    private final List<UUID> sample = new ArrayList<>();
    private int learners;
    private int holding;
    private int unknown;
    private int conferred;
    private int approval;
    private int dated;

    void looked() {
        learners++;
    }

    void holds() {
        holding++;
    }

    void unknown() {
        unknown++;
    }

    /** What would become of a new award but for holds and pauses, which do not belong to the version. */
    void awarded(UUID learner, Release release, Instant now) {
        Instant at = release.at();
        if (release.policy() == ReleasePolicy.AFTER_APPROVAL) {
            approval++;
        } else if (at != null && now.isBefore(at)) {
            dated++;
        } else {
            conferred++;
        }
        if (sample.size() < SAMPLE) {
            sample.add(learner);
        }
    }

    Foreseen foreseen(boolean exact) {
        int met = holding + unknown + conferred + approval + dated;
        return new Foreseen(exact, learners, met, holding, unknown, conferred, approval, dated, List.copyOf(sample));
    }
}
