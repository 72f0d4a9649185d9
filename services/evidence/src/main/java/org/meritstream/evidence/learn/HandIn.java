package org.meritstream.evidence.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.artifacts.Amount;
import org.meritstream.evidence.artifacts.PieceView;
import org.meritstream.evidence.artifacts.SubmitDecision.Submission;
import org.meritstream.evidence.artifacts.SubmitRequest.Given;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.judgement.WorkAsked;

/**
 * A piece of work that a criterion asks for, as its learner sees it: what was handed in, whether a further try would be taken now, by the
 * decision that it will meet, and the form for it.
 *
 * @param id of the block on the page
 * @param artifact what it is, as the rule names it
 * @param outcome what became of what was just sent, or null
 * @param said what is left, or why no try is taken now
 * @param form null where none is taken now
 */
record HandIn(
        String id,
        String artifact,
        List<Tried> tried,
        @Nullable Outcome outcome,
        List<String> said,
        @Nullable Form form) {
    private static final String TEXTS = "text/plain";
    /** What the closed form has words for; see {@code attempt.…} in the explanations. */
    private static final Set<String> CLOSED = Set.of("too-soon", "too-many", "late", "barred");
    /** What can be wrong before anything is handed in, as far as there are words for it. */
    static final Set<String> FAULTS = Set.of(
            "nothing",
            "several",
            "link",
            "text",
            "no-storage",
            "storage-unavailable",
            "too-many-uploads",
            "file-too-large",
            "file-empty",
            "file-incomplete",
            "quota-exhausted",
            "log-unavailable");

    /**
     * A try of before.
     *
     * @param what which try, when
     * @param name of the file, the address, or the reference
     * @param address where it is to be had, or null
     * @param about its kind and size
     */
    record Tried(String what, String name, @Nullable String address, String about, String digest) {}

    /** What became of what was just sent. */
    record Outcome(String look, List<String> said) {

        /** What is bad is told at once. */
        public String role() {
            return bad() ? "alert" : "status";
        }

        private boolean bad() {
            return look.equals("state-bad");
        }
    }

    /**
     * The form.
     *
     * @param unfolded whether it is open from the beginning
     * @param file which files will do, in words; null where none may be given
     * @param link what was typed before, or the empty text; null where no address may be given
     * @param text the same of a text
     */
    record Form(
            String summary,
            boolean unfolded,
            @Nullable String file,
            @Nullable String link,
            @Nullable String text) {

        /** Whether there is a choice. */
        public boolean several() {
            return Stream.of(file, link, text).filter(Objects::nonNull).count() > 1;
        }
    }

    /**
     * Work that was sent and not handed in.
     *
     * @param fault name of the words that say why
     */
    record Refused(String artifact, String link, String text, String fault) {}

    /** Of every piece of work that is asked for first by a criterion. */
    static List<HandIn> all(String criterion, Workbench bench) {
        List<HandIn> all = new ArrayList<>();
        for (WorkAsked asked : bench.asked()) {
            if (asked.criteria().getFirst().equals(criterion)) {
                all.add(of(criterion + "-work-" + all.size(), asked, bench));
            }
        }
        return List.copyOf(all);
    }

    private static HandIn of(String id, WorkAsked asked, Workbench bench) {
        List<PieceView> works = bench.works(asked.artifact());
        Outcome outcome = bench.outcome(asked.artifact());
        List<String> said = new ArrayList<>();
        Form form = foreseen(asked, bench, said);
        if (outcome != null) {
            said.removeAll(outcome.said());
        }
        return new HandIn(
                id,
                asked.artifact(),
                works.stream().map(work -> tried(work, bench)).toList(),
                outcome,
                List.copyOf(said),
                form);
    }

    /** The form, or null where none is of use; and what is to be said of the next try. */
    private static @Nullable Form foreseen(WorkAsked asked, Workbench bench, List<String> said) {
        Words words = bench.words();
        return switch (bench.foreseen(asked.artifact())) {
            case Submission.Entered(Entry.Taken taken) -> {
                left(taken.left()).forEach(phrase -> said.add(words.say(phrase)));
                Form open = form(asked, bench);
                if (open == null) {
                    said.add(words.say(Phrase.of("learn.hand-in.platform")));
                }
                yield open;
            }
            case Submission.Entered(Entry.NotAdmitted not) -> {
                said.add(words.say(closed(not.why())));
                yield null;
            }
            case Submission.Entered(Entry.MetAlready met) -> {
                said.add(words.say(Phrase.of("learn.hand-in.met")));
                yield null;
            }
            case Submission.UnknownLearner unknown -> {
                said.add(words.say(Phrase.of("learn.hand-in.unknown-learner")));
                yield null;
            }
            case Submission.Retired retired -> {
                said.add(words.say(Phrase.of(
                        "learn.hand-in.closed.retired",
                        "retired",
                        retired.since().toString())));
                yield null;
            }
            case Submission.Entered other -> null;
            case Submission.UnknownAchievement unknown -> null;
        };
    }

    /** Before a try from when the next may be is of no interest: it may be now. */
    private static List<Phrase> left(List<Phrase> left) {
        return left.stream()
                .filter(phrase -> !phrase.key().equals("next.attempts.from"))
                .toList();
    }

    private static Phrase closed(Phrase why) {
        String kind = why.key().substring(why.key().lastIndexOf('.') + 1);
        return new Phrase("learn.hand-in.closed." + (CLOSED.contains(kind) ? kind : "barred"), why.args());
    }

    private static @Nullable Form form(WorkAsked asked, Workbench bench) {
        Outcome outcome = bench.outcome(asked.artifact());
        boolean first = bench.works(asked.artifact()).isEmpty();
        List<String> kinds = asked.mediaTypes();
        boolean files = bench.standing().largest() > 0;
        boolean link = kinds.isEmpty() || kinds.contains(Given.LINKS);
        boolean text = files && (kinds.isEmpty() || kinds.contains(TEXTS));
        boolean file = files && (kinds.isEmpty() || !filed(kinds).isEmpty());
        if (!file && !link) {
            return null;
        }
        Words words = bench.words();
        Refused refused = bench.refused(asked.artifact());
        return new Form(
                words.say(Phrase.of(first ? "learn.hand-in" : "learn.hand-in.again", "artifact", asked.artifact())),
                first || (outcome != null && outcome.bad()),
                file ? hint(filed(kinds), bench) : null,
                link ? (refused == null ? "" : refused.link()) : null,
                text ? (refused == null ? "" : refused.text()) : null);
    }

    /** What of these kinds comes as a file. */
    private static List<String> filed(List<String> kinds) {
        return kinds.stream()
                .filter(kind -> !kind.equals(Given.LINKS) && !kind.equals(PieceView.LMS_REFERENCE))
                .toList();
    }

    private static String hint(List<String> kinds, Workbench bench) {
        Words words = bench.words();
        String limit = words.say(Phrase.of("learn.hand-in.file.hint", "largest", bench.largest()));
        return kinds.stream()
                .map(kind -> words.say(Amount.kind(kind)))
                .distinct()
                .reduce((some, one) -> words.say(Phrase.of("learn.hand-in.list", "some", some, "one", one)))
                .map(all -> words.say(Phrase.of("learn.hand-in.kinds", "kinds", all)) + " " + limit)
                .orElse(limit);
    }

    private static Tried tried(PieceView work, Workbench bench) {
        Words words = bench.words();
        Integer number = work.number();
        String when = String.valueOf(work.submittedAt());
        String link = work.link();
        String reference = work.lms();
        String file = work.fileName();
        return new Tried(
                words.say(
                        number == null
                                ? Phrase.of("learn.hand-in.pending", "when", when)
                                : Phrase.of("learn.hand-in.tried", "number", number.toString(), "when", when)),
                link != null ? link : reference != null ? reference : String.valueOf(file),
                link != null ? link : reference != null ? null : bench.address(work.id()),
                file == null
                        ? ""
                        : words.say(Phrase.of(
                                "learn.hand-in.list",
                                "some",
                                words.say(Amount.kind(work.mediaType())),
                                "one",
                                words.say(Amount.of(work.size())))),
                Amount.digest(work.digest()));
    }
}
