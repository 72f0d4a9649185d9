package org.meritstream.evidence.artifacts;

import java.util.List;
import java.util.UUID;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.Message;
import org.meritstream.events.SubmitArtifact;
import org.meritstream.evidence.artifacts.SubmitDecision.Case;
import org.meritstream.evidence.artifacts.SubmitDecision.Offered;
import org.meritstream.evidence.artifacts.SubmitDecision.Submission;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.judgement.AdmitDecision.Entry;
import org.meritstream.evidence.judgement.AdmitDecision.Work;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.Inbound;

/** A piece of work is handed in: the fact takes the command's id. The learner's row guards the number, so no two tries have the same. */
public final class OnSubmitArtifact {
    private OnSubmitArtifact() {}

    public static List<Message> submit(Desk desk, SubmitArtifact asked, Inbound event) {
        LearnerKey person = desk.register()
                .personOf(new LearnerKey(asked.tenant(), asked.learner()))
                .key();
        desk.register().touch(person);
        Work work = new Work(asked.artifact(), asked.digest(), asked.mediaType());
        return switch (SubmitDecision.decide(about(desk, person, asked), work, event.time())) {
            case Submission.UnknownLearner unknown -> refuse(desk, event, Refusal.unknownLearner());
            case Submission.UnknownAchievement unknown -> refuse(desk, event, Refusal.unknownAchievement());
            case Submission.Retired retired -> refuse(desk, event, Refusal.retired(retired));
            case Submission.Entered entered -> enter(desk, asked, entered.entry(), event);
        };
    }

    private static Case about(Desk desk, LearnerKey person, SubmitArtifact asked) {
        List<Version> versions = desk.versionsFor(person, asked.achievement());
        List<Fact> facts = versions.stream()
                .flatMap(version -> desk.facts().of(desk.register().idsOf(person), version.subjects()).stream())
                .distinct()
                .toList();
        return new Case(
                desk.register().learner(person).known(),
                versions.stream()
                        .map(version -> new Offered(version.published(), desk.closedAt(person, version)))
                        .toList(),
                facts);
    }

    private static List<Message> enter(Desk desk, SubmitArtifact asked, Entry entry, Inbound event) {
        Work work = new Work(asked.artifact(), asked.digest(), asked.mediaType());
        return switch (entry) {
            case Entry.Taken taken -> take(desk, asked, taken.number(), event);
            case Entry.Identical identical -> refuse(desk, event, Refusal.identical(identical));
            case Entry.WrongKind wrong -> refuse(desk, event, Refusal.wrongKind(wrong, work));
            case Entry.NotAdmitted not -> refuse(desk, event, Refusal.notAdmitted(not));
            case Entry.MetAlready met -> refuse(desk, event, Refusal.met(met));
            case Entry.NotAsked not -> refuse(desk, event, Refusal.notAsked(work));
        };
    }

    private static List<Message> take(Desk desk, SubmitArtifact asked, int number, Inbound event) {
        Fact.Artifact fact = new Fact.Artifact(
                event.id(), asked.artifact(), number, asked.digest(), asked.mediaType(), event.time());
        desk.hear(new Heard(UUID.fromString(event.id()), number, List.of()));
        desk.answer(new Answer.Done(event, "/api/artifacts/" + event.id()));
        return desk.file(Filed.of(new FactFiled(asked.tenant(), asked.learner(), asked.achievement(), fact)), event);
    }

    private static List<Message> refuse(Desk desk, Inbound event, Refusal refusal) {
        desk.hear(new Heard(UUID.fromString(event.id()), null, refusal.phrases()));
        desk.answer(new Answer.Refused(event, refusal.problem()));
        return List.of();
    }
}
