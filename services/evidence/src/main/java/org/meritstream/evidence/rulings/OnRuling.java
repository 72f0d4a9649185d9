package org.meritstream.evidence.rulings;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.meritstream.events.ClearMisconduct;
import org.meritstream.events.Fact;
import org.meritstream.events.FactFiled;
import org.meritstream.events.FindMisconduct;
import org.meritstream.events.GrantAccommodation;
import org.meritstream.events.Message;
import org.meritstream.evidence.catalogue.Version;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.evidence.rulings.EnterRulingDecision.Case;
import org.meritstream.evidence.rulings.EnterRulingDecision.Ruling;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** Staff rule for one learner: the fact takes the command's id, and the learner is judged again. */
public final class OnRuling {
    private OnRuling() {}

    /** Somebody is owed other terms. */
    public static List<Message> granted(Desk desk, GrantAccommodation asked, Inbound event) {
        Fact.Accommodation fact = new Fact.Accommodation(
                event.id(),
                asked.criterion(),
                asked.extraAttempts(),
                asked.coolDownWaived(),
                asked.due(),
                event.time());
        Place place = new Place(asked.tenant(), asked.learner(), asked.achievement(), "/api/accommodations");
        return carryOut(desk, place, EnterRulingDecision.decide(about(desk, place), asked.criterion(), fact), event);
    }

    /** Misconduct was found. */
    public static List<Message> found(Desk desk, FindMisconduct asked, Inbound event) {
        Fact.Misconduct fact = new Fact.Misconduct(event.id(), asked.criterion(), asked.barring(), event.time());
        Place place = new Place(asked.tenant(), asked.learner(), asked.achievement(), "/api/misconduct");
        return carryOut(desk, place, EnterRulingDecision.decide(about(desk, place), asked.criterion(), fact), event);
    }

    /** It does not stand. */
    public static List<Message> cleared(Desk desk, ClearMisconduct asked, Inbound event) {
        Fact.Cleared fact = new Fact.Cleared(event.id(), asked.misconduct().toString(), event.time());
        Place place = new Place(asked.tenant(), asked.learner(), asked.achievement(), "/api/misconduct");
        LearnerKey person = desk.register().personOf(place.person()).key();
        List<Fact> facts = desk.facts().of(desk.register().idsOf(person), Set.of(place.subject()));
        return carryOut(desk, place, EnterRulingDecision.clear(facts, fact), event);
    }

    /** Whom and what a ruling is about, and where rulings are read. */
    private record Place(String tenant, UUID learner, String achievement, String address) {
        LearnerKey person() {
            return new LearnerKey(tenant, learner);
        }

        Subject subject() {
            return Subject.achievement(tenant, achievement);
        }
    }

    private static Case about(Desk desk, Place place) {
        boolean known = desk.register().personOf(place.person()).known();
        return new Case(
                known,
                desk.shelf().versions(place.tenant(), place.achievement()).stream()
                        .map(Version::published)
                        .map(version -> version.definition())
                        .toList());
    }

    private static List<Message> carryOut(Desk desk, Place place, Ruling ruling, Inbound event) {
        return switch (ruling) {
            case Ruling.Hold hold -> {
                desk.answer(done(place, event));
                yield desk.file(
                        Filed.of(new FactFiled(place.tenant(), place.learner(), place.achievement(), hold.fact())),
                        event);
            }
            case Ruling.HeldBefore before -> {
                desk.answer(done(place, event));
                yield List.of();
            }
            case Ruling.UnknownLearner unknown -> refused(desk, event, RequestProblems.unknownLearner());
            case Ruling.UnknownAchievement unknown -> refused(desk, event, RequestProblems.unknownAchievement());
            case Ruling.UnknownCriterion unknown -> refused(desk, event, RequestProblems.unknownCriterion());
            case Ruling.UnknownMisconduct unknown -> refused(desk, event, RulingProblems.unknownMisconduct());
        };
    }

    private static Answer done(Place place, Inbound event) {
        return new Answer.Done(event, place.address() + "?learner=" + place.learner());
    }

    private static List<Message> refused(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}
