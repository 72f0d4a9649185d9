package org.meritstream.evidence.learn;

import java.util.List;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;

/**
 * What a reviewer wrote to the learner.
 *
 * @param heading on which attempt, and when; who it was is not told
 */
record Written(String heading, String text) {

    static List<Written> all(List<Reviewed.Feedback> feedback, Words words) {
        return feedback.stream()
                .map(one -> new Written(words.say(heading(one)), one.text()))
                .toList();
    }

    private static Phrase heading(Reviewed.Feedback feedback) {
        String key = switch (feedback.seat()) {
            case FIRST, SECOND -> "learn.feedback.review";
            case MODERATION -> "learn.feedback.moderation";
            case APPEAL -> "learn.feedback.appeal";
        };
        return Phrase.of(
                key,
                "number",
                String.valueOf(feedback.number()),
                "when",
                feedback.at().toString());
    }
}
