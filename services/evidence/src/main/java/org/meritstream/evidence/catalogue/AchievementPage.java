package org.meritstream.evidence.catalogue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Criterion;
import org.meritstream.events.Skill;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.openbadges.BadgeAddress;
import org.meritstream.pages.Direction;
import org.meritstream.pages.LanguageLink;

/**
 * What the public page of a version says: what one gets, what it takes, which skills it shows, and what stands behind it. The page's own
 * words are in the reader's language, the institution's texts in theirs.
 *
 * @param contentLanguage of the texts that the institution wrote
 * @param glance what a learner asks first
 * @param recognition what an employer or another institution asks
 * @param newest the newest version, when it is not this one, else 0
 * @param retiredAt since when nobody earns it any more, or null
 */
record AchievementPage(
        Words words,
        List<LanguageLink> languages,
        String contentLanguage,
        String contentDirection,
        Achievement achievement,
        String needed,
        List<Shown> criteria,
        List<Skill> skills,
        List<FactSheet.Line> glance,
        List<FactSheet.Line> recognition,
        String tenant,
        String id,
        int version,
        int newest,
        @Nullable Instant retiredAt) {

    /**
     * A criterion and how it is checked.
     *
     * @param checks as a tree of sentences
     */
    record Shown(String id, String name, String narrative, List<Check> checks) {}

    /** A sentence, and the sentences it introduces. */
    record Check(String text, List<Check> parts) {}

    static AchievementPage of(PublishedAchievements.Found found, Words words) {
        AchievementPublished version = found.version();
        Achievement achievement = version.definition();
        FactSheet facts = new FactSheet(words);
        return new AchievementPage(
                words,
                LanguageLink.all(words.language(), language -> "?lang=" + language),
                achievement.language(),
                Direction.of(achievement.language()),
                achievement,
                words.say(RuleWords.of(
                        achievement.awardRule(), achievement.criteria().size())),
                achievement.criteria().stream()
                        .map(criterion -> shown(criterion, words))
                        .toList(),
                achievement.skills(),
                facts.glance(achievement),
                facts.recognition(version),
                version.tenant(),
                PublicAddress.id(version.tenant(), version.achievement()),
                version.version(),
                found.newest() == version.version() ? 0 : found.newest(),
                found.retiredAt());
    }

    public String language() {
        return words.language();
    }

    public String direction() {
        return Direction.of(language());
    }

    public String kind() {
        return new FactSheet(words).kind(achievement.achievementType());
    }

    /** The page's own words. */
    public String say(String key) {
        return words.say(Phrase.of(key));
    }

    /** Since when nobody earns it any more, or nothing. */
    public String retired() {
        return retiredAt == null ? "" : words.say(Phrase.of("page.retired", "retired", retiredAt.toString()));
    }

    /** Where a learner of the institution hands in work and sees their own progress. */
    public String learn() {
        return "/learn/achievements/" + id.substring(tenant.length() + 1);
    }

    /**
     * The badge that is drawn where the institution chose no picture. It says nothing that the page does not say, so it has no words of its
     * own. A picture from elsewhere is linked to and not shown: whoever keeps it would be told who reads this page.
     */
    public String badge() {
        return BadgeAddress.svg(
                PublicAddress.path(new AchievementKey(tenant, id.substring(tenant.length() + 1), version)));
    }

    /** Which version this is, where it is not the newest. */
    public String older() {
        return words.say(Phrase.of("page.older", "version", String.valueOf(version)));
    }

    /** Where the newest version is. */
    public String newer() {
        return words.say(Phrase.of("page.newer", "version", String.valueOf(newest)));
    }

    private static Shown shown(Criterion criterion, Words words) {
        return new Shown(
                criterion.id(),
                criterion.name(),
                criterion.narrative(),
                List.of(check(RuleWords.of(criterion), words)));
    }

    private static Check check(RuleWords.Line line, Words words) {
        return new Check(
                words.say(line.phrase()),
                line.parts().stream().map(part -> check(part, words)).toList());
    }
}
