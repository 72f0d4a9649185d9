package org.meritstream.evidence.restraints;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.LiftRestraint;
import org.meritstream.events.Message;
import org.meritstream.events.PauseIssuing;
import org.meritstream.events.PlaceHold;
import org.meritstream.events.SweepAwards;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.flow.Answer;
import org.meritstream.evidence.flow.Desk;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.notes.RequestProblems;
import org.meritstream.evidence.restraints.HoldDecision.Hold;
import org.meritstream.evidence.restraints.LiftDecision.Lifting;
import org.meritstream.evidence.restraints.PauseDecision.Pause;
import org.meritstream.evidence.sweeps.OnSweepAwards;
import org.meritstream.log.Inbound;
import org.meritstream.log.http.Problem;

/** Staff place a hold, pause issuing, or lift one of them. */
public final class OnRestraint {
    private OnRestraint() {}

    /** What is conferred already stays; what is conferred later is withheld. */
    public static List<Message> hold(Desk desk, PlaceHold asked, Inbound event) {
        Restraint.Scope scope = new Restraint.Scope(asked.tenant(), asked.learner(), asked.achievement());
        return switch (HoldDecision.decide(isLearnerKnown(desk, scope), isPublished(desk, scope))) {
            case Hold.Place place -> {
                touch(desk, scope.tenant(), scope.learner());
                yield place(desk, WithholdingReason.HOLD, scope, event);
            }
            case Hold.UnknownLearner unknown -> refuse(desk, event, RequestProblems.unknownLearner());
            case Hold.UnknownAchievement unknown -> refuse(desk, event, RequestProblems.unknownAchievement());
        };
    }

    public static List<Message> pause(Desk desk, PauseIssuing asked, Inbound event) {
        Restraint.Scope scope = new Restraint.Scope(asked.tenant(), null, asked.achievement());
        return switch (PauseDecision.decide(
                isPublished(desk, scope), desk.restraints().pauseOf(scope))) {
            case Pause.Begin begin -> place(desk, WithholdingReason.PAUSE, scope, event);
            case Pause.Already already -> done(desk, event, already.pause());
            case Pause.UnknownAchievement unknown -> refuse(desk, event, RequestProblems.unknownAchievement());
        };
    }

    public static List<Message> lift(Desk desk, LiftRestraint asked, Inbound event) {
        touch(desk, asked.tenant(), asked.learner());
        Restraint restraint = desk.restraints().find(asked.tenant(), asked.restraint());
        return switch (LiftDecision.decide(restraint, event.time())) {
            case Lifting.OfLearner learner -> {
                lifted(desk, learner.lifted(), event);
                LearnerKey held = new LearnerKey(asked.tenant(), learner.learner());
                yield desk.release(desk.register().personOf(held).key(), event);
            }
            case Lifting.OfEverybody everybody -> {
                lifted(desk, everybody.lifted(), event);
                SweepAwards sweep = new SweepAwards(asked.tenant(), asked.restraint(), SweepAwards.Kind.LIFTED, null);
                yield List.of(OnSweepAwards.begin(desk, sweep, event));
            }
            case Lifting.Already already -> done(desk, event, already.lifted());
            case Lifting.Unknown unknown -> refuse(desk, event, RestraintProblems.unknown());
        };
    }

    private static void lifted(Desk desk, Restraint lifted, Inbound event) {
        desk.restraints().put(lifted);
        done(desk, event, lifted);
    }

    /** Guards the person behind the id, so that whoever decides about them at this moment decides again. */
    private static void touch(Desk desk, String tenant, @Nullable UUID learner) {
        if (learner != null) {
            LearnerKey key = new LearnerKey(tenant, learner);
            desk.register().touch(key);
            desk.register().touch(desk.register().personOf(key).key());
        }
    }

    private static boolean isLearnerKnown(Desk desk, Restraint.Scope scope) {
        UUID learner = scope.learner();
        return learner == null
                || desk.register()
                        .personOf(new LearnerKey(scope.tenant(), learner))
                        .known();
    }

    private static boolean isPublished(Desk desk, Restraint.Scope scope) {
        return scope.achievement() == null || desk.shelf().lastVersion(scope.tenant(), scope.achievement()) > 0;
    }

    private static List<Message> place(Desk desk, WithholdingReason kind, Restraint.Scope scope, Inbound event) {
        Restraint placed = new Restraint(UUID.fromString(event.id()), kind, scope, event.time(), null);
        desk.restraints().put(placed);
        return done(desk, event, placed);
    }

    private static List<Message> done(Desk desk, Inbound event, Restraint restraint) {
        desk.answer(new Answer.Done(event, RestraintView.address(restraint)));
        return List.of();
    }

    private static List<Message> refuse(Desk desk, Inbound event, Problem problem) {
        desk.answer(new Answer.Refused(event, problem));
        return List.of();
    }
}
