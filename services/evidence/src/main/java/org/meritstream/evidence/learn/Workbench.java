package org.meritstream.evidence.learn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AchievementPublished;
import org.meritstream.evidence.artifacts.Amount;
import org.meritstream.evidence.artifacts.PieceView;
import org.meritstream.evidence.artifacts.PieceView.Standing;
import org.meritstream.evidence.artifacts.Submissions;
import org.meritstream.evidence.artifacts.SubmitDecision;
import org.meritstream.evidence.artifacts.SubmitDecision.Offered;
import org.meritstream.evidence.artifacts.SubmitDecision.Submission;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.evidence.judgement.WorkAsked;

/**
 * What is known of a learner's work in one achievement, as the page is put together.
 *
 * @param version that the learner is shown
 * @param sent what was just sent
 */
record Workbench(
        AchievementPublished version, Submissions.Standing standing, ProgressPage.Sent sent, Words words, Instant now) {

    /** What the version asks for, with the kinds of file that will do by the version which decides. */
    List<WorkAsked> asked() {
        return WorkAsked.of(version.definition()).stream()
                .map(asked -> new WorkAsked(asked.artifact(), asked.criteria(), deciding(asked)))
                .toList();
    }

    /** What would become of a further try. */
    Submission foreseen(String artifact) {
        return SubmitDecision.foresee(standing.about(), artifact, now);
    }

    /** What was handed in and not refused, the newest first. */
    List<PieceView> works(String artifact) {
        return standing.works().stream()
                .filter(work -> artifact.equals(work.artifact()) && work.state() != Standing.REFUSED)
                .toList();
    }

    /** What was just sent of it and not handed in, or null. */
    HandIn.@Nullable Refused refused(String artifact) {
        HandIn.Refused refused = sent.work();
        return refused != null && refused.artifact().equals(artifact) ? refused : null;
    }

    /** What became of what was just sent, or null where nothing of it was. */
    HandIn.@Nullable Outcome outcome(String artifact) {
        HandIn.Refused refused = refused(artifact);
        if (refused != null) {
            String fault = HandIn.FAULTS.contains(refused.fault()) ? refused.fault() : "other";
            Phrase why = Phrase.of("learn.hand-in.fault." + fault, "largest", largest());
            return new HandIn.Outcome("state-bad", List.of(words.say(why)));
        }
        return standing.works().stream()
                .filter(work -> work.id().equals(sent.handed()) && artifact.equals(work.artifact()))
                .findFirst()
                .map(this::outcome)
                .orElse(null);
    }

    /** How large a file may be, in words. */
    String largest() {
        return words.say(Amount.of(standing.largest()));
    }

    /** Where the learner has a piece of work back. */
    String address(UUID work) {
        return ProgressPage.address(version.achievement()) + "/works/" + work;
    }

    private HandIn.Outcome outcome(PieceView work) {
        return switch (work.state()) {
            case TAKEN ->
                new HandIn.Outcome(
                        "state-good",
                        List.of(words.say(Phrase.of("learn.hand-in.taken", "number", String.valueOf(work.number())))));
            case REFUSED -> {
                List<String> said = new ArrayList<>(List.of(words.say(Phrase.of("learn.hand-in.refused"))));
                List<String> refusal = work.refusal();
                said.addAll(refusal == null ? List.of() : refusal);
                yield new HandIn.Outcome("state-bad", List.copyOf(said));
            }
            case PENDING, UNSUBMITTED ->
                new HandIn.Outcome("state-unsure", List.of(words.say(Phrase.of("learn.notice.pending"))));
        };
    }

    private List<String> deciding(WorkAsked asked) {
        return standing.about().versions().stream()
                .filter(offered -> offered.isOpen(now))
                .map(Offered::version)
                .sorted(Comparator.comparingInt(AchievementPublished::version).reversed())
                .flatMap(newer -> WorkAsked.of(newer.definition()).stream())
                .filter(one -> one.artifact().equals(asked.artifact()))
                .findFirst()
                .map(WorkAsked::mediaTypes)
                .orElseGet(asked::mediaTypes);
    }
}
