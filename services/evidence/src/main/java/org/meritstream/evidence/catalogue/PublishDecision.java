package org.meritstream.evidence.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.PublishAchievement;

/** Whether a version may be published. From then on it never changes, so whatever is wrong has to be found here. */
public final class PublishDecision {
    private PublishDecision() {}

    /** What becomes of a publication. */
    public sealed interface Publication {

        /** It is published. */
        record Publish(AchievementPublished version) implements Publication {}

        /** Another version comes next. */
        record NotNext(int next) implements Publication {}

        /** The definition is not fit to be relied on. */
        record Faulty(List<Fault> faults) implements Publication {}
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON Pointer (RFC 6901) into the definition
     */
    public record Fault(String pointer, String detail) {}

    /**
     * Decides a publication.
     *
     * @param last the newest version so far; 0 before the first
     * @param others what the tenant has published already
     * @param now when it is published
     */
    public static Publication decide(PublishAchievement asked, int last, Surroundings others, Instant now) {
        List<Fault> faults = new ArrayList<>(DefinitionFaults.of(asked.achievement(), asked.definition()));
        faults.addAll(StackFaults.of(asked, others));
        return decide(asked, last, faults, now);
    }

    /**
     * What would become of it if it had only to be right by itself, whatever else is published.
     *
     * @param last the newest version so far; 0 before the first
     * @param now when it is published
     */
    public static Publication decide(PublishAchievement asked, int last, Instant now) {
        return decide(asked, last, DefinitionFaults.of(asked.achievement(), asked.definition()), now);
    }

    private static Publication decide(PublishAchievement asked, int last, List<Fault> faults, Instant now) {
        if (!faults.isEmpty()) {
            return new Publication.Faulty(faults);
        }
        if (asked.version() != last + 1) {
            return new Publication.NotNext(last + 1);
        }
        return new Publication.Publish(new AchievementPublished(
                asked.tenant(), asked.achievement(), asked.version(), asked.definition(), now, asked.retroactive()));
    }
}
