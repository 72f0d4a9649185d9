package org.meritstream.evidence.catalogue;

import java.util.Collection;
import java.util.Set;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;
import org.meritstream.events.Moved;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.judgement.ReviewsWanted;

/**
 * A published version with what follows from it, worked out once.
 *
 * @param subjects what it looks at
 * @param reviewed whether persons look at anything in it
 */
public record Version(AchievementPublished published, Set<Subject> subjects, boolean reviewed) {

    /**
     * Whether it concerns somebody of whom this is known: everybody, or, where it is not retroactive, those of whom something became true
     * after it was published, and those who were moved to it. By the facts' own times, so that it does not depend on when they arrive.
     */
    public boolean concerns(Collection<Fact> facts) {
        return !Boolean.FALSE.equals(published.retroactive()) || facts.stream().anyMatch(this::concerns);
    }

    private boolean concerns(Fact fact) {
        return fact instanceof Moved moved
                ? moved.to() == published.version()
                : fact.ownTime().isAfter(published.publishedAt());
    }

    /** The version that was published. */
    public static Version of(AchievementPublished published) {
        return new Version(published, Subjects.of(published), ReviewsWanted.ask(published));
    }
}
