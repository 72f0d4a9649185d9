package org.meritstream.evidence.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.artifacts.Amount;
import org.meritstream.evidence.artifacts.ChangesView;
import org.meritstream.evidence.artifacts.PieceView;
import org.meritstream.evidence.artifacts.Works;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.reviews.ReviewView;

/**
 * A piece of work as whoever reviews it sees it: the file, the address or the reference, by what it can be told from every other, and what
 * changed since the try before.
 *
 * @param tried which try it is of
 * @param name of the file, neutral; null where it is none
 * @param link the address, or null
 * @param reference to a platform, or null
 * @param download where the file is to be had, or null where none is kept
 * @param size in words, or null where it is not known
 * @param changed null where it is the first try
 */
record ShownWork(
        String artifact,
        String tried,
        @Nullable String name,
        @Nullable String link,
        @Nullable String reference,
        @Nullable String download,
        String kind,
        @Nullable String size,
        String digest,
        @Nullable Changed changed) {
    /** Lines of a comparison; who wants more has both files. */
    private static final int MOST_LINES = 400;

    private static final Pattern PLACE = Pattern.compile("\\+(\\d+)");
    /** What says of which two files a comparison is. */
    private static final int HEADER_LINES = 2;

    /**
     * What is other than in the try before.
     *
     * @param said which try that was, and why nothing is shown where nothing is
     * @param before digest of that try, where it is told by it alone
     */
    record Changed(List<String> said, @Nullable String before, List<Line> lines) {}

    /**
     * A line of a comparison.
     *
     * @param tag the element that it is: {@code del}, {@code ins} or {@code span}
     */
    record Line(String tag, String look, String text) {}

    /**
     * @param kept null where the store lacks it
     */
    static ShownWork of(UUID review, ReviewView.Piece fact, Works.@Nullable Blind kept, Words words) {
        PieceView work = kept == null ? null : kept.work();
        ChangesView changes = kept == null ? null : kept.changes();
        boolean file = work != null && work.link() == null && work.lms() == null;
        return new ShownWork(
                fact.artifact(),
                words.say(Phrase.of(
                        "teach.work.tried",
                        "number",
                        String.valueOf(fact.number()),
                        "when",
                        fact.submittedAt().toString())),
                file ? Objects.requireNonNull(work).fileName() : null,
                work == null ? null : work.link(),
                work == null ? null : work.lms(),
                file ? ReviewPage.address(review) + "/works/" + fact.id() : null,
                words.say(Amount.kind(fact.mediaType())),
                file ? words.say(Amount.of(Objects.requireNonNull(work).size())) : null,
                Amount.digest(fact.digest()),
                changes == null ? null : changed(changes, words));
    }

    private static @Nullable Changed changed(ChangesView changes, Words words) {
        ChangesView.Side before = changes.before();
        if (before == null) {
            return null;
        }
        List<String> said = new ArrayList<>();
        List<String> diff = changes.diff();
        List<Line> lines = diff == null ? List.of() : lines(diff, words);
        String number = String.valueOf(before.number());
        if (before.digest().equals(changes.after().digest())) {
            said.add(words.say(Phrase.of("teach.changed.nothing", "number", number)));
            return new Changed(said, null, List.of());
        }
        if (diff == null) {
            said.add(words.say(Phrase.of(
                    "teach.changed.digest",
                    "number",
                    number,
                    "kind",
                    words.say(Amount.kind(before.mediaType())),
                    "size",
                    words.say(Amount.of(before.size())))));
            return new Changed(said, Amount.digest(before.digest()), List.of());
        }
        said.add(words.say(Phrase.of("teach.changed.lines", "number", number)));
        if (diff.size() - HEADER_LINES > MOST_LINES) {
            said.add(words.say(Phrase.of("teach.changed.more", "most", String.valueOf(MOST_LINES))));
        }
        return new Changed(said, null, lines);
    }

    private static List<Line> lines(List<String> diff, Words words) {
        return diff.stream()
                .skip(HEADER_LINES)
                .limit(MOST_LINES)
                .map(line -> line(line, words))
                .toList();
    }

    private static Line line(String line, Words words) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> new Line("ins", "came", line);
            case '-' -> new Line("del", "gone", line);
            case '@' -> new Line("span", "place", words.say(Phrase.of("teach.changed.place", "line", place(line))));
            default -> new Line("span", "same", line);
        };
    }

    /** The line of the newer text that a hunk begins at: {@code @@ -1,7 +1,7 @@}. */
    private static String place(String hunk) {
        Matcher place = PLACE.matcher(hunk);
        return place.find() ? place.group(1) : "1";
    }
}
