package org.meritstream.evidence.judgement;

import java.util.List;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;

/** What is to be said of the terms that hold for one learner: their effect, never why. */
public final class Remarks {
    private Remarks() {}

    /** On one criterion. */
    public static List<Phrase> of(AchievementPublished achievement, String criterion, List<Fact> facts) {
        return Terms.of(achievement.definition().resubmission(), criterion, History.of(facts))
                .remarks();
    }
}
