package org.meritstream.evidence.teach;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Rubric;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.reviews.ReviewItem;
import org.meritstream.evidence.reviews.ReviewView;
import org.meritstream.evidence.reviews.Verdict;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.pages.Direction;

/**
 * One review: what has to be shown, the work, what was written before, and the decision.
 *
 * @param problem why nothing came of what was done before, or null
 * @param notice that something did, or null
 * @param what which look it is
 * @param works what was handed in
 * @param taken who has it, in words, or null where nobody has
 * @param stage what can be done now
 * @param options of the decision
 * @param written so far
 */
record ReviewPage(
        Frame frame,
        @Nullable String problem,
        @Nullable String notice,
        ReviewView view,
        List<ShownWork> works,
        String contentLanguage,
        String contentDirection,
        String title,
        String what,
        @Nullable String taken,
        Stage stage,
        List<Option> options,
        List<Decided> before,
        List<Decided> others,
        @Nullable Decided own,
        String written) {

    /** What can be done with it. */
    enum Stage {
        /** It may be taken on. */
        FREE,
        /** It is decided here. */
        MINE,
        /** Somebody else has it. */
        TAKEN,
        /** It is decided or not wanted any more. */
        ENDED
    }

    /**
     * A possible decision.
     *
     * @param value as the form sends it
     * @param text what it means, or null
     */
    record Option(
            String id, String value, String name, @Nullable String text, boolean content, boolean chosen) {}

    /**
     * What somebody decided.
     *
     * @param what the verdict and when it was given
     */
    record Decided(String what, @Nullable String feedback) {}

    static String address(UUID review) {
        return "/teach/reviews/" + review;
    }

    static ReviewPage of(Frame frame, ReviewView view, List<ShownWork> works, ReviewPages.Said said) {
        ReviewItem review = view.review();
        ReviewView.Task task = view.task();
        ReviewView.Draft draft = view.draft();
        String language = view.language();
        ReviewView.Decided own = view.own();
        return new ReviewPage(
                frame,
                said.problem(),
                said.notice(),
                view,
                works,
                language,
                Direction.of(language),
                task == null ? frame.say("teach.misconduct") : task.name(),
                QueuePage.what(frame, review),
                QueuePage.taken(frame, review),
                stage(review),
                options(frame, view),
                view.before().stream().map(one -> decided(frame, view, one)).toList(),
                view.decisions().stream().map(one -> decided(frame, view, one)).toList(),
                own == null ? null : decided(frame, view, own),
                draft == null ? "" : draft.feedback());
    }

    public String address() {
        return address(view.review().id());
    }

    /** Whether the levels stand by themselves: where one decides they stand beside the choice. */
    public boolean rubricApart() {
        return stage != Stage.MINE && view.byLevel();
    }

    /** A sentence with a time in it. */
    public String at(String key, Instant when) {
        return frame.words().say(Phrase.of(key, "when", when.toString()));
    }

    private static Stage stage(ReviewItem review) {
        if (!review.state().equals("OPEN")) {
            return Stage.ENDED;
        }
        ReviewItem.Claimed claim = review.claim();
        return claim == null ? Stage.FREE : claim.mine() ? Stage.MINE : Stage.TAKEN;
    }

    private static List<Option> options(Frame frame, ReviewView view) {
        ReviewView.Draft draft = view.draft();
        String chosen = draft == null ? null : draft.verdict();
        Rubric rubric = view.byLevel() && view.task() != null ? view.task().rubric() : null;
        List<Option> options = new ArrayList<>();
        for (String word : view.verdicts()) {
            String value = Verdict.of(word, rubric != null).value();
            boolean isChosen = word.equals(chosen);
            if (rubric == null) {
                String name = frame.say("teach.verdict." + word);
                options.add(new Option("verdict-" + word, value, name, null, false, isChosen));
            } else {
                Rubric.Level level = level(rubric, word);
                options.add(new Option(
                        "verdict-" + options.size(), value, level.name(), level.description(), true, isChosen));
            }
        }
        return options;
    }

    private static Decided decided(Frame frame, ReviewView view, ReviewView.Decided decision) {
        Integer number = decision.number();
        return new Decided(
                frame.words()
                        .say(Phrase.of(
                                number == null ? "teach.decided" : "teach.decided-try",
                                "verdict",
                                verdict(frame, view, decision),
                                "number",
                                String.valueOf(number),
                                "when",
                                decision.decidedAt().toString())),
                decision.feedback());
    }

    private static String verdict(Frame frame, ReviewView view, ReviewView.Decided decision) {
        String level = decision.level();
        if (level != null) {
            Rubric rubric = view.task() == null ? null : view.task().rubric();
            return rubric == null ? level : level(rubric, level).name();
        }
        String word = new Verdict(null, decision.passed(), decision.stands()).word();
        return frame.say("teach.verdict." + String.valueOf(word).toLowerCase(Locale.ROOT));
    }

    private static Rubric.Level level(Rubric rubric, String id) {
        return rubric.levels().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(new Rubric.Level(id, id, null, BigDecimal.ZERO));
    }
}
