package org.meritstream.evidence.learn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Achievement;
import org.meritstream.events.Fact;
import org.meritstream.events.ReviewStep.Settled;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;

/**
 * A finding of misconduct, as its learner reads it.
 *
 * @param said when and in what it was found, and what an appeal came to
 * @param text what was written with that, or null
 * @param appeal null where it was looked at again
 */
record Finding(
        List<String> said, @Nullable String text, @Nullable Appeal appeal) {

    static Finding of(Achievement achievement, Reviewed.Found found, Appeal.@Nullable Refused refused, Words words) {
        Fact.Misconduct finding = found.finding();
        Settled settled = found.settled();
        List<String> said = new ArrayList<>();
        said.add(words.say(found(achievement, finding)));
        if (settled != null) {
            said.add(words.say(Phrase.of(
                    settled.stands() ? "learn.finding.stands" : "learn.finding.falls",
                    "when",
                    settled.settledAt().toString())));
        }
        return new Finding(
                List.copyOf(said),
                found.feedback(),
                settled == null ? Appeal.of(Appeal.MISCONDUCT, finding.id(), found.hearing(), refused, words) : null);
    }

    private static Phrase found(Achievement achievement, Fact.Misconduct finding) {
        String criterion = finding.criterion();
        String when = finding.foundAt().toString();
        return criterion == null
                ? Phrase.of("learn.finding.everywhere", "when", when)
                : Phrase.of("learn.finding.criterion", "when", when, "criterion", name(achievement, criterion));
    }

    private static String name(Achievement achievement, String criterion) {
        return achievement.criteria().stream()
                .filter(one -> one.id().equals(criterion))
                .findFirst()
                .map(one -> one.name())
                .orElse(criterion);
    }
}
