package org.meritstream.evidence.learners;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.Message;
import org.meritstream.evidence.awards.Award;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LinkDecision.Link;
import org.meritstream.log.Inbound;

/** Somebody got a profile, or an account turned out to be somebody's. */
public final class OnLearner {
    private OnLearner() {}

    /** From the first profile on, what the person has earned already is awarded. */
    public static List<Message> profiled(Desk desk, LearnerProfiled said, Inbound event) {
        LearnerKey key = new LearnerKey(said.tenant(), said.learner());
        boolean first = desk.register().profile(key, said.language());
        LearnerKey person = desk.register().personOf(key).key();
        return first ? desk.settle(person, desk.folders().achievementsOf(person), event) : List.of();
    }

    /** The account's facts are the learner's from now on. */
    public static List<Message> linked(Desk desk, LearnerLinked said, Inbound event) {
        LearnerKey account = new LearnerKey(said.tenant(), said.provisional());
        LearnerKey learner = new LearnerKey(said.tenant(), said.learner());
        return switch (LinkDecision.decide(desk.register(), account, learner)) {
            case Link.Nothing nothing -> List.of();
            case Link.Move move -> move(desk, move, event);
        };
    }

    private static List<Message> move(Desk desk, Link.Move move, Inbound event) {
        desk.register().move(move.ids(), move.to().id());
        SortedSet<AchievementKey> asking = desk.shelf().asking(desk.facts().subjectsOf(move.ids()));
        List<Message> emitted = new ArrayList<>();
        if (move.dissolves()) {
            desk.folders().close(move.from());
            desk.reviews().close(move.from());
            emitted.addAll(withdraw(desk, move.from(), event));
        } else {
            emitted.addAll(desk.judge(move.from(), asking, event));
        }
        emitted.addAll(desk.judge(move.to(), asking, event));
        emitted.addAll(desk.release(move.from(), event));
        return emitted;
    }

    /** Nobody is left who could hold these; the learner earns them by the facts, so there is no second award. */
    private static List<Message> withdraw(Desk desk, LearnerKey gone, Inbound event) {
        List<Message> emitted = new ArrayList<>();
        for (Award award : desk.ledger().standing(gone)) {
            emitted.add(desk.awarding().withdraw(award, AwardWithdrawalReason.LEARNER_LINKED, event));
        }
        desk.ledger().flagged(gone).forEach(award -> desk.awarding().regard(award, Award.Regard.NONE));
        return emitted;
    }
}
