package org.meritstream.evidence.catalogue;

import java.util.Set;
import org.meritstream.events.AchievementPublished;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.judgement.ReviewsWanted;

/**
 * A published version with what follows from it, worked out once.
 *
 * @param subjects what it looks at
 * @param reviewed whether persons look at anything in it
 */
public record Version(AchievementPublished published, Set<Subject> subjects, boolean reviewed) {

    /** The version that was published. */
    public static Version of(AchievementPublished published) {
        return new Version(published, Subjects.of(published), ReviewsWanted.ask(published));
    }
}
