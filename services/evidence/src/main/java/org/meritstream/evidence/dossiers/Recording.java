package org.meritstream.evidence.dossiers;

import java.util.List;
import java.util.UUID;
import org.meritstream.events.AchievementPublished;
import org.meritstream.events.Fact;
import org.meritstream.events.Message;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.dossiers.Dossier.Outcome;
import org.meritstream.evidence.judgement.EvaluateDecision;
import org.meritstream.evidence.judgement.Evaluation;
import org.meritstream.evidence.judgement.Explanation;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.Emission;
import org.meritstream.log.EventIds;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;

/** Evaluates, and records in the dossier what changed. */
public final class Recording {
    private static final String SERVICE = "evidence";

    private final Folders folders;
    private final KeyedIds ids;

    public Recording(Folders folders, KeyedIds ids) {
        this.folders = folders;
        this.ids = ids;
    }

    /** Judges a person's facts against a version. What is emitted: nothing unless a standing changed. */
    public List<Message> evaluate(
            LearnerKey person, AchievementPublished achievement, List<Fact> facts, Inbound cause) {
        Evaluation evaluation = EvaluateDecision.evaluate(achievement, facts, cause.time());
        AchievementKey key = AchievementKey.of(achievement);
        Dossier before = folders.find(person, key);
        Dossier basis = before == null ? opened(person, key, cause) : before;
        return switch (RecordDecision.decide(basis, before, evaluation, cause.time())) {
            case RecordDecision.Entry.Unchanged unchanged -> List.of();
            case RecordDecision.Entry.Reworded reworded -> {
                folders.put(reworded.dossier());
                yield List.of();
            }
            case RecordDecision.Entry.Changed changed -> {
                folders.put(changed.dossier());
                yield List.of(told(changed.dossier(), cause));
            }
        };
    }

    private Dossier opened(LearnerKey person, AchievementKey achievement, Inbound cause) {
        UUID id = ids.of(
                person.tenant(),
                "dossier",
                person.id().toString(),
                achievement.achievement(),
                String.valueOf(achievement.version()));
        Phrase nothing = Phrase.of("outcome.not-met");
        Explanation empty =
                new Explanation(achievement.achievement(), achievement.version(), nothing, nothing, nothing, List.of());
        return new Dossier(id, person, achievement, 0, Outcome.NOT_YET, Reasons.of(empty), cause.time());
    }

    /** An event leads to one evaluation of a dossier at most, so the two name the fact. */
    private static Message told(Dossier dossier, Inbound cause) {
        String id = EventIds.of("criteria.evaluated", cause.id(), dossier.id().toString());
        return Emission.of(SERVICE, cause, id, DossierEvents.evaluated(dossier));
    }
}
