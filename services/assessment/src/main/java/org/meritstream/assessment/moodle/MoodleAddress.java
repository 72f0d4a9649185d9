package org.meritstream.assessment.moodle;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ActivityKind;
import org.meritstream.events.ActivityRef;

/** Reads what Moodle says by the addresses of its own pages; they are ids here and are never fetched. */
final class MoodleAddress {
    private static final Pattern ATTEMPT = Pattern.compile("(.*)/mod/quiz/attempt\\.php\\?(.*)");
    private static final Pattern QUIZ = Pattern.compile(".*/mod/quiz/view\\.php\\?.*");
    private static final Pattern COURSE = Pattern.compile(".*/course/view\\.php\\?.*");
    private static final Pattern SLOT = Pattern.compile(".*/review\\.php\\?(.*&)?slot=.*");
    private static final Pattern QUESTION = Pattern.compile(".*/question/question\\.php\\?.*");

    private MoodleAddress() {}

    static boolean isAttempt(String id) {
        return ATTEMPT.matcher(id).matches();
    }

    static boolean isQuiz(String id) {
        return QUIZ.matcher(id).matches();
    }

    static boolean isCourse(String id) {
        return COURSE.matcher(id).matches();
    }

    /** One question: a slot of a review, or the question itself. */
    static boolean isQuestion(String id) {
        return SLOT.matcher(id).matches() || QUESTION.matcher(id).matches();
    }

    /** The number of the attempt's row; the "Attempt 1" of its name is not it. */
    static @Nullable String attemptRow(String attempt) {
        return parameter(attempt, "attempt");
    }

    /** The quiz an attempt belongs to, by its course module; null when the attempt does not say. */
    static @Nullable String quizOf(String attempt) {
        Matcher parts = ATTEMPT.matcher(attempt);
        String module = parameter(attempt, "cmid");
        return parts.matches() && module != null ? parts.group(1) + "/mod/quiz/view.php?id=" + module : null;
    }

    /** The activity with an id; a fragment such as {@code #submission} or {@code #sco} names a part of it. */
    static ActivityRef activity(String id) {
        int fragment = id.indexOf('#');
        String whole = fragment <= 0 ? id : id.substring(0, fragment);
        return new ActivityRef(whole, kind(whole));
    }

    private static ActivityKind kind(String id) {
        if (isCourse(id)) {
            return ActivityKind.COURSE;
        }
        if (id.contains("/mod/quiz/")) {
            return ActivityKind.QUIZ;
        }
        if (id.contains("/mod/assign/")) {
            return ActivityKind.ASSIGNMENT;
        }
        return id.contains("/badges/") ? ActivityKind.BADGE : ActivityKind.MODULE;
    }

    private static @Nullable String parameter(String id, String name) {
        Matcher parameter =
                Pattern.compile("[?&]" + name + "=(\\d{1,20})(?![^&#])").matcher(id);
        return parameter.find() ? parameter.group(1) : null;
    }
}
