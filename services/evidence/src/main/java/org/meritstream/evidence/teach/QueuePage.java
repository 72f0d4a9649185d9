package org.meritstream.evidence.teach;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.reviews.ReviewItem;
import org.meritstream.evidence.reviews.ReviewSearch;
import org.meritstream.evidence.reviews.TurnAround;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.pages.Direction;

/**
 * The queue: what one has taken on, and what waits.
 *
 * @param problem why nothing came of what was done before, or null
 * @param notice that something did, or null
 * @param mine what whoever looks has taken on
 * @param waiting for a reviewer, the oldest first
 * @param choices of achievements to look at alone
 * @param further address of the next page, or null on the last
 * @param took how long reviews take, by achievement
 */
record QueuePage(
        Frame frame,
        @Nullable String problem,
        @Nullable String notice,
        List<Item> mine,
        List<Item> waiting,
        List<Choice> choices,
        @Nullable String further,
        List<Took> took) {
    private static final long HOUR = 3600;
    private static final Set<String> NOTICES = Set.of("decided", "sent");

    /** What was found. */
    record Found(List<ReviewSearch.Found> mine, List<ReviewSearch.Found> all, List<TurnAround.Of> took) {}

    /** How long reviews of an achievement take. */
    record Took(String achievement, List<String> said) {}

    /**
     * A review in a list.
     *
     * @param taken that somebody else has it, or until when it is one's own; null where it is free
     */
    record Item(
            String address,
            String achievement,
            String criterion,
            String contentLanguage,
            String contentDirection,
            String what,
            String since,
            @Nullable String taken) {}

    /** An achievement to look at alone. */
    record Choice(String value, String name, boolean chosen) {}

    static QueuePage of(Frame frame, QueueQuery query, Found found, @Nullable String problem) {
        boolean more = found.all().size() > QueueQuery.page();
        List<ReviewSearch.Found> page = more ? found.all().subList(0, QueueQuery.page()) : found.all();
        String said = query.said;
        return new QueuePage(
                frame,
                problem,
                said != null && NOTICES.contains(said) ? frame.say("teach.said." + said) : null,
                found.mine().stream().map(one -> item(frame, one)).toList(),
                page.stream()
                        .filter(one -> !ReviewItem.of(one).isMine())
                        .map(one -> item(frame, one))
                        .toList(),
                choices(query, found),
                more ? further(query, page.getLast()) : null,
                found.took().stream().map(one -> took(frame, found, one)).toList());
    }

    static Item item(Frame frame, ReviewSearch.Found found) {
        ReviewItem review = ReviewItem.of(found);
        String language = found.version().definition().language();
        String criterion = review.criterionName();
        return new Item(
                ReviewPage.address(review.id()),
                review.achievementName(),
                criterion == null ? frame.say("teach.misconduct") : criterion,
                language,
                Direction.of(language),
                what(frame, review),
                frame.words()
                        .say(Phrase.of("teach.since", "when", review.openedAt().toString())),
                taken(frame, review));
    }

    /** Which look it is, and at which try. */
    static String what(Frame frame, ReviewItem review) {
        String seat = frame.say("teach.seat." + review.seat().name().toLowerCase(Locale.ROOT));
        Integer number = review.number();
        return number == null
                ? seat
                : seat + " · " + frame.words().say(Phrase.of("teach.try", "number", number.toString()));
    }

    static @Nullable String taken(Frame frame, ReviewItem review) {
        ReviewItem.Claimed claim = review.claim();
        return claim == null
                ? null
                : frame.words()
                        .say(Phrase.of(
                                claim.mine() ? "teach.yours" : "teach.taken",
                                "until",
                                claim.until().toString()));
    }

    private static Took took(Frame frame, Found found, TurnAround.Of of) {
        List<String> said = new ArrayList<>();
        Long median = of.medianSeconds();
        Long ninth = of.ninetiethSeconds();
        if (median != null && ninth != null) {
            said.add(frame.words()
                    .say(Phrase.of(
                            "teach.turnaround.decided",
                            "decided",
                            String.valueOf(of.decided()),
                            "median",
                            hours(median),
                            "ninth",
                            hours(ninth))));
        }
        if (of.oldestOpen() != null) {
            said.add(frame.words()
                    .say(Phrase.of(
                            "teach.turnaround.open",
                            "open",
                            String.valueOf(of.open()),
                            "when",
                            of.oldestOpen().toString())));
        }
        String name = found.all().stream()
                .filter(one -> one.version().achievement().equals(of.achievement()))
                .map(one -> one.version().definition().name())
                .findFirst()
                .orElse(of.achievement());
        return new Took(name, said);
    }

    /** Begun ones. */
    private static String hours(long seconds) {
        return String.valueOf(Math.max(1, (seconds + HOUR - 1) / HOUR));
    }

    private static List<Choice> choices(QueueQuery query, Found found) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ReviewSearch.Found one : found.all()) {
            names.put(one.version().achievement(), one.version().definition().name());
        }
        String chosen = query.chosen();
        if (chosen != null) {
            names.putIfAbsent(chosen, chosen);
        }
        List<Choice> choices = new ArrayList<>();
        names.forEach((value, name) -> choices.add(new Choice(value, name, value.equals(chosen))));
        return choices.size() < 2 && chosen == null ? List.of() : choices;
    }

    private static String further(QueueQuery query, ReviewSearch.Found last) {
        String chosen = query.chosen();
        return "/teach?after=" + last.task().id() + (chosen == null ? "" : "&achievement=" + chosen);
    }
}
