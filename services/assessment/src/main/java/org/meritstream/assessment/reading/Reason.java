package org.meritstream.assessment.reading;

import java.util.Locale;

/** Why an event of a sender came to be treated as it was: a stable code and a sentence for the administrator. */
public enum Reason {
    UNKNOWN_EVENT("This kind of event says nothing about a completed assessment."),
    PROGRESS_ONLY("One requirement was met; the course is not complete."),
    NO_POINTS("A rubric event carries neither points nor a learner; the grade arrives as a grade_change."),
    COURSE_SCORE("A running or overridden course grade is not an assessment of its own."),
    NOT_COMPLETE("The sender reports it as not completed."),
    NOTHING_HANDED_IN("The submission is empty: nothing has been handed in."),
    PER_QUESTION("One question of an attempt; the attempt itself is reported separately."),
    VERB_NOT_USED("Statements with this verb say nothing about a completed assessment."),
    TEST_SOURCE("The source is marked as a test: its results are shown here and lead to no award."),

    CALIPER_FORM("The stream is set to the Caliper format; choose the Canvas format in the Data Services of Canvas."),
    NOT_A_LIVE_EVENT("The signed content has no metadata and body of a live event."),
    NOT_A_STATEMENT("The content is not an xAPI statement."),
    NO_LEARNER("Nothing in the event says which learner it is about."),
    GROUP_ACTOR("The statement is about a group; a group has no single learner."),
    NO_ACTIVITY("Nothing in the event says which activity it is about."),
    BAD_SCORE("The score is not a number."),
    BAD_TIME("The event's time is missing or is not a time."),
    UNKNOWN_EMAIL("No learner of the roster has this e-mail address yet; it is taken up when one does."),
    SHARED_EMAIL("Several learners of the roster share this e-mail address; it is taken up when one is left."),
    SOURCE_GONE("The source it came from is not known any more."),

    DUPLICATE("The same event arrived before in another delivery."),
    HANDED_IN("Handed in, not graded."),
    NOT_POSTED("Graded, but not yet shown to the learner: it is not acted on."),
    PARTLY_GRADED("Only a part of the work is graded: it is not acted on.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The stable code, such as {@code unknown-event}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means, in a sentence. */
    public String sentence() {
        return sentence;
    }

    /** The reason with a code; {@link IllegalArgumentException} when there is none. */
    public static Reason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
