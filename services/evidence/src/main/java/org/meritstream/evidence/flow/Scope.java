package org.meritstream.evidence.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.ApproveAward;
import org.meritstream.events.ApproveBatch;
import org.meritstream.events.AssessmentCompleted;
import org.meritstream.events.AssessmentWithdrawn;
import org.meritstream.events.AwardFellDue;
import org.meritstream.events.ClearMisconduct;
import org.meritstream.events.ContinueMove;
import org.meritstream.events.CredentialFellDue;
import org.meritstream.events.CredentialIssued;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialRevoked;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.DecideFlag;
import org.meritstream.events.DecideReview;
import org.meritstream.events.EvaluateLearner;
import org.meritstream.events.EventData;
import org.meritstream.events.FindMisconduct;
import org.meritstream.events.GrantAccommodation;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.LiftRestraint;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.MoveLearners;
import org.meritstream.events.PauseIssuing;
import org.meritstream.events.PlaceHold;
import org.meritstream.events.PublishAchievement;
import org.meritstream.events.ReleaseAward;
import org.meritstream.events.RequestReview;
import org.meritstream.events.RestoreAward;
import org.meritstream.events.RetireAchievement;
import org.meritstream.events.SubmitArtifact;
import org.meritstream.events.SweepAwards;
import org.meritstream.events.WithdrawAward;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.catalogue.Components;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.evidence.moves.Move;
import org.meritstream.evidence.moves.MoveBook;
import org.meritstream.evidence.moves.Slice;
import org.meritstream.log.Inbound;

/**
 * What a batch names: the start of every look-up.
 *
 * @param learners every learner id
 * @param whole those whose dossiers and awards are needed in full: profiled, linked, or awarded something that is approved
 * @param moving accounts that are linked, whose facts say which achievements are concerned
 * @param subjects what facts of the batch are about
 * @param versions named by commands
 * @param publishing the achievements that are to be published, and the components they name; and those that have to be there
 * @param restraints holds and pauses named by commands
 * @param batches to be approved
 * @param sweeps whose slices are asked for
 * @param leaving versions that learners are to be moved from
 * @param continuing parts of moves that go on
 * @param tenants every tenant
 */
record Scope(
        Set<LearnerKey> learners,
        Set<LearnerKey> whole,
        Set<LearnerKey> moving,
        List<Subject> subjects,
        Set<AchievementKey> versions,
        Set<Subject> publishing,
        Set<UUID> restraints,
        Set<UUID> batches,
        List<SweepAwards> sweeps,
        Set<AchievementKey> leaving,
        List<ContinueMove> continuing,
        Set<String> tenants) {

    static Scope of(List<Inbound> events) {
        Scope scope = new Scope(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new ArrayList<>(),
                new TreeSet<>(),
                new HashSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new ArrayList<>(),
                new TreeSet<>(),
                new ArrayList<>(),
                new TreeSet<>());
        events.forEach(scope::add);
        return scope;
    }

    private void add(Inbound event) {
        String tenant = event.data().tenant();
        tenants.add(tenant);
        switch (event.data()) {
            case AssessmentCompleted fact ->
                fact(tenant, fact.learner(), fact.source().id(), fact.activity().id());
            case AssessmentWithdrawn fact ->
                fact(tenant, fact.learner(), fact.source().id(), fact.activity().id());
            case CredentialIssued held -> credential(tenant, held.learner(), held.achievement());
            case CredentialFellDue over -> credential(tenant, over.learner(), over.achievement());
            case CredentialRevoked lost -> credential(tenant, lost.learner(), lost.achievement());
            case CredentialVerified held -> credential(tenant, held.learner(), held.achievement());
            case CredentialLapsed lost -> credential(tenant, lost.learner(), lost.achievement());
            case LearnerProfiled profiled -> whole(tenant, profiled.learner());
            case LearnerLinked linked -> {
                whole(tenant, linked.provisional());
                whole(tenant, linked.learner());
                moving.add(new LearnerKey(tenant, linked.provisional()));
            }
            default -> command(event.data());
        }
    }

    private void command(EventData asked) {
        String tenant = asked.tenant();
        switch (asked) {
            case AwardFellDue fell -> whole(tenant, fell.learner());
            case ReleaseAward release -> whole(tenant, release.learner());
            case WithdrawAward withdraw -> whole(tenant, withdraw.learner());
            case DecideFlag decide -> whole(tenant, decide.learner());
            case RestoreAward restore -> whole(tenant, restore.learner());
            case PlaceHold hold -> restrained(tenant, hold.learner(), hold.achievement());
            case PauseIssuing pause -> restrained(tenant, null, pause.achievement());
            case LiftRestraint lift -> {
                restraints.add(lift.restraint());
                restrained(tenant, lift.learner(), null);
            }
            case ApproveBatch approve -> batches.add(approve.batch());
            case SweepAwards sweep -> sweeps.add(sweep);
            case ApproveAward approve -> whole(tenant, approve.learner());
            case SubmitArtifact work -> ruling(tenant, work.learner(), work.achievement());
            case GrantAccommodation owed -> ruling(tenant, owed.learner(), owed.achievement());
            case FindMisconduct found -> ruling(tenant, found.learner(), found.achievement());
            case ClearMisconduct cleared -> ruling(tenant, cleared.learner(), cleared.achievement());
            case RequestReview review -> ruling(tenant, review.learner(), review.achievement());
            case DecideReview decision -> ruling(tenant, decision.learner(), decision.achievement());
            case LodgeAppeal appeal -> ruling(tenant, appeal.learner(), appeal.achievement());
            case EvaluateLearner evaluate -> {
                learners.add(new LearnerKey(tenant, evaluate.learner()));
                versions.add(new AchievementKey(tenant, evaluate.achievement(), evaluate.version()));
            }
            default -> version(asked);
        }
    }

    private void version(EventData asked) {
        String tenant = asked.tenant();
        switch (asked) {
            case MoveLearners move -> {
                subjects.add(Subject.achievement(tenant, move.achievement()));
                leaving.add(new AchievementKey(tenant, move.achievement(), move.from()));
            }
            case ContinueMove move -> continuing.add(move);
            case PublishAchievement publish -> {
                publishing.add(Subject.achievement(tenant, publish.achievement()));
                Components.names(publish.definition())
                        .forEach(component -> publishing.add(Subject.achievement(tenant, component)));
            }
            case RetireAchievement retire -> subjects.add(Subject.achievement(tenant, retire.achievement()));
            default -> {}
        }
    }

    /** The learners of the slices that are taken, and the versions they are moved between. */
    void add(MoveBook.Loaded moves) {
        for (Slice slice : moves.slices()) {
            Move move = slice.part().move();
            versions.add(move.from());
            versions.add(move.target());
            slice.learners()
                    .forEach(learner -> learners.add(new LearnerKey(move.from().tenant(), learner)));
        }
    }

    private void fact(String tenant, UUID learner, String source, String activity) {
        learners.add(new LearnerKey(tenant, learner));
        subjects.add(Subject.activity(tenant, source, activity));
    }

    private void credential(String tenant, UUID learner, String achievement) {
        learners.add(new LearnerKey(tenant, learner));
        subjects.add(Subject.credential(tenant, achievement));
    }

    private void ruling(String tenant, UUID learner, String achievement) {
        learners.add(new LearnerKey(tenant, learner));
        subjects.add(Subject.achievement(tenant, achievement));
    }

    private void restrained(String tenant, @Nullable UUID learner, @Nullable String achievement) {
        if (learner != null) {
            whole(tenant, learner);
        }
        if (achievement != null) {
            publishing.add(Subject.achievement(tenant, achievement));
        }
    }

    private void whole(String tenant, UUID learner) {
        learners.add(new LearnerKey(tenant, learner));
        whole.add(new LearnerKey(tenant, learner));
    }
}
