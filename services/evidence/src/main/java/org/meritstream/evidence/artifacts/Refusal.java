package org.meritstream.evidence.artifacts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.meritstream.evidence.artifacts.SubmitDecision.Submission;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.AdmitDecision.Work;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.log.http.Problem;

/**
 * Why a submission is not taken, and what is left: as phrases for people, whatever they read, and as a problem document for programs.
 *
 * @param kind names the problem
 * @param phrases the reason first
 */
record Refusal(String kind, String title, int status, List<Phrase> phrases) {

    static Refusal unknownLearner() {
        return of("unknown-learner", "There is no such learner", 404, Phrase.of("submission.unknown-learner"));
    }

    static Refusal unknownAchievement() {
        return of(
                "unknown-achievement",
                "There is no such achievement",
                404,
                Phrase.of("submission.unknown-achievement"));
    }

    static Refusal retired(Submission.Retired retired) {
        return of(
                "achievement-retired",
                "The achievement was retired",
                409,
                Phrase.of("submission.retired", "retired", retired.since().toString()));
    }

    static Refusal notAsked(Work work) {
        return of(
                "unknown-artifact",
                "No criterion asks for the work",
                422,
                Phrase.of("submission.not-asked", "artifact", work.artifact()));
    }

    static Refusal identical(Entry.Identical identical) {
        return of(
                        "identical-artifact",
                        "The work was handed in before",
                        409,
                        Phrase.of("submission.identical", "number", String.valueOf(identical.number())))
                .and(identical.left());
    }

    static Refusal met(Entry.MetAlready met) {
        return of("met-already", "It is met", 409, Phrase.of("submission.met", "criterion", met.criterion()));
    }

    static Refusal wrongKind(Entry.WrongKind wrong, Work work) {
        return of(
                        "wrong-media-type",
                        "A file of this kind does not do",
                        422,
                        Phrase.of(
                                "submission.wrong-kind",
                                "type",
                                work.mediaType(),
                                "types",
                                String.join(", ", wrong.mediaTypes())))
                .and(wrong.left());
    }

    /** The kinds are {@code attempt-too-soon}, {@code attempt-too-many}, {@code attempt-late} and {@code attempt-barred}. */
    static Refusal notAdmitted(Entry.NotAdmitted not) {
        return of(not.why().key().replace('.', '-'), "No attempt is taken now", 409, not.why())
                .and(not.left());
    }

    Problem problem() {
        Words words = Words.in("en");
        return Problem.of(kind, title, status, phrases.stream().map(words::say).collect(Collectors.joining(" ")));
    }

    private static Refusal of(String kind, String title, int status, Phrase why) {
        return new Refusal(kind, title, status, List.of(why));
    }

    private Refusal and(List<Phrase> left) {
        List<Phrase> all = new ArrayList<>(phrases);
        all.addAll(left);
        return new Refusal(kind, title, status, List.copyOf(all));
    }
}
