package org.meritstream.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be earned (Open Badges 3.0 Achievement) with the rule that decides it.
 *
 * @param achievementType a term of Open Badges 3.0 section B.2.3, such as {@code MicroCredential}
 * @param language BCP 47 tag of the texts
 * @param awardRule how many criteria must be met
 * @param skills what it shows, as alignments to published frameworks
 * @param recognition what a receiving institution needs to know, or null
 * @param release when an earned award is conferred
 * @param resubmission how often and until when one may try, or null for as often as the platform lets
 * @param releaseAt before which no award is conferred, or null for no such time
 * @param validForMonths how many calendar months a credential of it is valid, or null where it does not expire
 * @param regrade what becomes of a conferred award whose criteria are no longer met, or null for {@link RegradePolicy#KEEP}
 * @param image its picture, or null where it is drawn from the achievement and its issuer
 */
public record Achievement(
        String name,
        String description,
        String achievementType,
        String language,
        List<Criterion> criteria,
        AwardRule awardRule,
        List<Skill> skills,
        List<String> tags,
        @Nullable Recognition recognition,
        ReleasePolicy release,
        @Nullable Resubmission resubmission,
        @Nullable Instant releaseAt,
        @Nullable Integer validForMonths,
        @Nullable RegradePolicy regrade,
        @Nullable AchievementImage image) {
    public Achievement {
        Limits.that(
                validForMonths == null || (validForMonths >= 1 && validForMonths <= 1200),
                "validForMonths is not 1 to 1200");
    }

    /** What a published version has beyond a draft: without criteria everybody would have earned it. */
    void checkPublishable() {
        Limits.that(!criteria.isEmpty(), "criteria is empty");
        long names = criteria.stream().map(Criterion::id).distinct().count();
        Limits.that(names == criteria.size(), "two criteria have the same id");
        Limits.that(awardRule.count() <= criteria.size(), "count is more than there are criteria");
    }

    /** How many of the criteria have to be met. */
    public int needed() {
        return switch (awardRule.kind()) {
            case ALL -> criteria.size();
            case ANY -> 1;
            case AT_LEAST -> awardRule.count();
        };
    }
}
