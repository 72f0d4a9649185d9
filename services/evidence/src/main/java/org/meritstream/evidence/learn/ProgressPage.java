package org.meritstream.evidence.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.PublicAddress;
import org.meritstream.evidence.judgement.Explanation;
import org.meritstream.evidence.judgement.ForeignAsked;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.pages.Direction;

/**
 * A learner's progress in one achievement: where it stands and what to do, then each criterion, the awards, and how it was decided.
 *
 * @param definition the public page of the version
 * @param awards what became of each, in words
 * @param decided by which rule and whom, in words
 * @param foreign the credentials of other issuers that it counts, in words
 */
record ProgressPage(
        Frame frame,
        String achievementId,
        Achievement achievement,
        String contentDirection,
        String definition,
        Top top,
        List<Shown> criteria,
        List<Finding> findings,
        List<String> awards,
        List<String> decided,
        List<String> foreign,
        @Nullable String notice) {

    /**
     * A criterion with the institution's words for it.
     *
     * @param feedback of reviewers, each under its heading
     * @param appeal null where there is nothing to appeal
     * @param works that it asks for, and that no criterion before it does
     */
    record Shown(
            Said said,
            String state,
            String narrative,
            List<Written> feedback,
            @Nullable Appeal appeal,
            List<HandIn> works) {}

    /**
     * What somebody just sent.
     *
     * @param notice what is to be said of it, or null
     * @param appeal that was not taken, or null
     * @param work that was not handed in, or null
     * @param handed id of the work that was, or null
     */
    record Sent(
            @Nullable String notice,
            Appeal.@Nullable Refused appeal,
            HandIn.@Nullable Refused work,
            @Nullable UUID handed) {}

    static String address(String achievement) {
        return "/learn/achievements/" + achievement;
    }

    static ProgressPage of(Frame frame, Progress progress, Reviewed reviewed, Workbench bench) {
        Words words = frame.words();
        Appeal.Refused refused = bench.sent().appeal();
        Achievement achievement = progress.version().definition();
        Explanation explanation = progress.dossier().explanation();
        return new ProgressPage(
                frame,
                progress.version().achievement(),
                achievement,
                Direction.of(achievement.language()),
                PublicAddress.path(AchievementKey.of(progress.version())),
                Top.of(progress, words),
                Said.all(progress, words).stream()
                        .map(said -> new Shown(
                                said,
                                said.state(words),
                                narrative(achievement, said.id()),
                                Written.all(reviewed.feedback(said.id()), words),
                                Appeal.of(Appeal.CRITERION, said.id(), reviewed.hearing(said.id()), refused, words),
                                HandIn.all(said.id(), bench)))
                        .toList(),
                reviewed.findings().stream()
                        .map(found -> Finding.of(achievement, found, refused, words))
                        .toList(),
                awards(progress.awards(), words),
                List.of(words.say(explanation.rule()), words.say(explanation.decidedBy())),
                foreign(achievement, words),
                bench.sent().notice());
    }

    private static List<String> foreign(Achievement achievement, Words words) {
        return ForeignAsked.of(achievement).stream()
                .map(asked -> words.say(
                        Phrase.of("learn.import.of", "achievement", asked.achievement(), "issuer", asked.issuer())))
                .toList();
    }

    /** Where credentials of other issuers are handed in. */
    public String imports() {
        return ImportsPage.PATH;
    }

    /** Where this page is. */
    public String path() {
        return address(achievementId);
    }

    /** What the form of an appeal says. */
    public String appealHint() {
        return frame.words().say(Phrase.of("learn.appeal.hint", "most", Appeal.most()));
    }

    /** What the form of a text that is typed says. */
    public String longestText() {
        return String.valueOf(HandInForm.LONGEST_TEXT);
    }

    private static String narrative(Achievement achievement, String criterion) {
        return achievement.criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .findFirst()
                .map(one -> one.narrative())
                .orElse("");
    }

    /** The newest first; a withdrawn one with what came after it. */
    static List<String> awards(List<Award> awards, Words words) {
        List<String> said = new ArrayList<>();
        awards.forEach(award -> {
            said.add(words.say(became(award)));
            if (!award.stands() && awards.getFirst().number() > award.number()) {
                said.add(words.say(Phrase.of(
                        "learn.award.replaced",
                        "number",
                        String.valueOf(award.number()),
                        "next",
                        String.valueOf(award.number() + 1))));
            }
        });
        return List.copyOf(said);
    }

    private static Phrase became(Award award) {
        String number = String.valueOf(award.number());
        return switch (award.stand()) {
            case Award.Stand.Earned earned ->
                Phrase.of(
                        "learn.award.earned",
                        "number",
                        number,
                        "when",
                        award.earnedAt().toString());
            case Award.Stand.Withheld withheld ->
                Phrase.of(
                        "learn.award.withheld",
                        "number",
                        number,
                        "when",
                        withheld.at().toString());
            case Award.Stand.Conferred conferred ->
                Phrase.of(
                        "learn.award.conferred",
                        "number",
                        number,
                        "when",
                        conferred.at().toString());
            case Award.Stand.Withdrawn withdrawn ->
                Phrase.of(
                        "learn.award.withdrawn."
                                + withdrawn
                                        .reason()
                                        .name()
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '-'),
                        "number",
                        number,
                        "when",
                        withdrawn.at().toString());
        };
    }
}
