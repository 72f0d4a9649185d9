package org.meritstream.evidence.appeals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.Message;
import org.meritstream.events.Resubmission;
import org.meritstream.evidence.appeals.LodgeAppealDecision.Hearing;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.judgement.Appealable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** A learner appeals: the fact takes the command's id, and another person's look is wanted. */
public final class OnLodgeAppeal {
    private OnLodgeAppeal() {}

    public static List<Message> lodge(Desk desk, LodgeAppeal asked, Inbound event) {
        LearnerKey person = desk.register()
                .personOf(new LearnerKey(asked.tenant(), asked.learner()))
                .key();
        return switch (LodgeAppealDecision.decide(about(desk, person, asked), asked, event.id(), event.time())) {
            case Hearing.Hear hear -> {
                desk.answer(done(hear.fact().id(), event));
                FactFiled said = new FactFiled(asked.tenant(), asked.learner(), asked.achievement(), hear.fact());
                yield desk.file(Filed.of(said), event);
            }
            case Hearing.LodgedBefore before -> {
                desk.answer(done(before.appeal(), event));
                yield List.of();
            }
            case Hearing.UnknownAchievement unknown -> refused(desk, event, RequestProblems.unknownAchievement());
            case Hearing.NothingDecided nothing -> refused(desk, event, AppealProblems.nothingDecided());
            case Hearing.NoSuchFinding none -> refused(desk, event, AppealProblems.noSuchFinding());
            case Hearing.TooLate late -> refused(desk, event, AppealProblems.tooLate(late.until()));
            case Hearing.Final last -> refused(desk, event, AppealProblems.isFinal());
        };
    }

    private static LodgeAppealDecision.Case about(Desk desk, LearnerKey person, LodgeAppeal asked) {
        List<Version> versions = desk.versionsFor(person, asked.achievement());
        List<Fact> facts = desk.factsIn(person, asked.achievement());
        String criterion = asked.criterion();
        List<Appealable> decided = new ArrayList<>();
        for (Version version : versions) {
            Appealable last = criterion == null ? null : Appealable.of(version.published(), criterion, facts);
            if (last != null) {
                decided.add(last);
            }
        }
        return new LodgeAppealDecision.Case(!versions.isEmpty(), decided, within(versions), facts);
    }

    /** By the newest version. */
    private static @Nullable Duration within(List<Version> versions) {
        Resubmission policy = versions.isEmpty()
                ? null
                : versions.getLast().published().definition().resubmission();
        return policy == null ? null : policy.appealWithin();
    }

    private static Answer done(String appeal, Inbound event) {
        return new Answer.Done(event, "/api/appeals/" + appeal);
    }

    private static List<Message> refused(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}
