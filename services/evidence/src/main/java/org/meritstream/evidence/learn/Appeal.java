package org.meritstream.evidence.learn;

import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.appeals.LodgeAppealDecision.Hearing;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.notes.Asked;

/**
 * Whether a decision can be appealed, as its learner sees it.
 *
 * @param against the member of the form that names what the appeal is against
 * @param id of the criterion or the finding
 * @param said what is to be said of it, or null
 * @param open whether the form is shown
 * @param typed what was typed before and not taken, or the empty text
 * @param fault why it was not taken, or null
 */
record Appeal(
        String against,
        String id,
        @Nullable String said,
        boolean open,
        String typed,
        @Nullable String fault) {
    static final String CRITERION = "criterion";
    static final String MISCONDUCT = "misconduct";

    /**
     * An appeal that was sent and not taken.
     *
     * @param fault name of the words that say why
     */
    record Refused(String against, String id, String typed, String fault) {
        private boolean isOf(Appeal appeal) {
            return against.equals(appeal.against) && id.equals(appeal.id);
        }
    }

    /**
     * By what would become of it.
     *
     * @param refused what was sent before and not taken, of this decision or another one, or null
     * @return null where there is nothing to appeal
     */
    static @Nullable Appeal of(String against, String id, Hearing hearing, @Nullable Refused refused, Words words) {
        return switch (hearing) {
            case Hearing.Hear hear -> open(new Appeal(against, id, null, true, "", null), refused, words);
            case Hearing.LodgedBefore before -> closed(against, id, words.say(Phrase.of("learn.appeal.lodged")));
            case Hearing.TooLate late ->
                closed(
                        against,
                        id,
                        words.say(Phrase.of(
                                "learn.appeal.too-late", "until", late.until().toString())));
            case Hearing.Final last -> closed(against, id, words.say(Phrase.of("learn.appeal.final")));
            case Hearing.UnknownAchievement unknown -> null;
            case Hearing.NothingDecided nothing -> null;
            case Hearing.NoSuchFinding none -> null;
        };
    }

    private static Appeal open(Appeal appeal, @Nullable Refused refused, Words words) {
        if (refused == null || !refused.isOf(appeal)) {
            return appeal;
        }
        String why = words.say(Phrase.of("learn.appeal.fault." + refused.fault(), "most", most()));
        return new Appeal(appeal.against, appeal.id, null, true, refused.typed(), why);
    }

    /** Characters of a reason. */
    static String most() {
        return String.valueOf(Asked.LONGEST_REASON);
    }

    private static Appeal closed(String against, String id, String said) {
        return new Appeal(against, id, said, false, "", null);
    }
}
