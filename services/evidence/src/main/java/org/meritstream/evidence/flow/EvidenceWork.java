package org.meritstream.evidence.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
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
import org.meritstream.events.FindMisconduct;
import org.meritstream.events.GrantAccommodation;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.ImportRequested;
import org.meritstream.events.LearnerLinked;
import org.meritstream.events.LearnerProfiled;
import org.meritstream.events.LiftRestraint;
import org.meritstream.events.LodgeAppeal;
import org.meritstream.events.Message;
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
import org.meritstream.events.Topics;
import org.meritstream.events.WithdrawAward;
import org.meritstream.evidence.appeals.OnLodgeAppeal;
import org.meritstream.evidence.artifacts.Artifacts;
import org.meritstream.evidence.artifacts.OnSubmitArtifact;
import org.meritstream.evidence.awards.Awards;
import org.meritstream.evidence.awards.OnApproveAward;
import org.meritstream.evidence.awards.OnReleaseAward;
import org.meritstream.evidence.batches.Batches;
import org.meritstream.evidence.batches.OnApproveBatch;
import org.meritstream.evidence.catalogue.OnPublishAchievement;
import org.meritstream.evidence.catalogue.OnRetireAchievement;
import org.meritstream.evidence.catalogue.Publications;
import org.meritstream.evidence.dossiers.Dossiers;
import org.meritstream.evidence.dossiers.OnEvaluateLearner;
import org.meritstream.evidence.facts.Facts;
import org.meritstream.evidence.facts.Filed;
import org.meritstream.evidence.facts.OnAssessment;
import org.meritstream.evidence.facts.OnCredential;
import org.meritstream.evidence.imports.Imports;
import org.meritstream.evidence.imports.OnImport;
import org.meritstream.evidence.learners.Learner;
import org.meritstream.evidence.learners.Learners;
import org.meritstream.evidence.learners.OnLearner;
import org.meritstream.evidence.moves.Moves;
import org.meritstream.evidence.moves.OnContinueMove;
import org.meritstream.evidence.moves.OnMoveLearners;
import org.meritstream.evidence.regrades.Flags;
import org.meritstream.evidence.regrades.OnRegrade;
import org.meritstream.evidence.restraints.OnRestraint;
import org.meritstream.evidence.restraints.Restraints;
import org.meritstream.evidence.reviews.OnReview;
import org.meritstream.evidence.reviews.Reviews;
import org.meritstream.evidence.rulings.OnRuling;
import org.meritstream.evidence.sweeps.OnSweepAwards;
import org.meritstream.log.Inbound;
import org.meritstream.log.KeyedIds;
import org.meritstream.log.Turn;
import org.meritstream.log.Work;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/** Evidence's share of the loop: facts in, standings and awards out. */
@ApplicationScoped
public class EvidenceWork implements Work<Loaded, Write> {
    private static final Logger LOG = Logger.getLogger(EvidenceWork.class);

    private static final String SERVICE = "evidence";

    private final WorkingSet workingSet;
    private final KeyedIds ids;

    EvidenceWork(WorkingSet workingSet, KeyedIds ids) {
        this.workingSet = workingSet;
        this.ids = ids;
    }

    @Override
    public String service() {
        return SERVICE;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.ASSESSMENT, Topics.LEARNER, Topics.CREDENTIAL, Topics.IMPORT, Topics.EVIDENCE_COMMANDS);
    }

    @Override
    public Loaded load(List<Inbound> fresh) {
        return workingSet.load(Scope.of(fresh));
    }

    @Override
    public Turn<Write> decide(Loaded loaded, List<Inbound> fresh) {
        Desk desk = new Desk(loaded, ids);
        Turn<Write> turn = new Turn<>();
        for (Inbound event : fresh) {
            turn.handled(event, seeTo(desk, event));
        }
        writes(desk).forEach(turn::write);
        LOG.debugf(
                "turn.decided events=%d dossiers=%d awards=%d",
                fresh.size(),
                desk.folders().changed().size(),
                desk.ledger().changed().size());
        return turn;
    }

    /** What an event causes, on a desk that the events before it left. */
    static List<Message> seeTo(Desk desk, Inbound event) {
        return switch (event.data()) {
            case AssessmentCompleted said -> OnAssessment.completed(desk, said, event);
            case AssessmentWithdrawn said -> OnAssessment.withdrawn(desk, said, event);
            case CredentialIssued said -> OnCredential.issued(desk, said, event);
            case CredentialFellDue said -> OnCredential.expired(desk, said, event);
            case CredentialRevoked said -> OnCredential.revoked(desk, said, event);
            case ImportRequested said -> OnImport.requested(desk, said);
            case CredentialVerified said -> OnImport.verified(desk, said, event);
            case ImportRefused said -> OnImport.refused(desk, said);
            case ImportDelayed said -> OnImport.delayed(desk, said);
            case CredentialLapsed said -> OnImport.lapsed(desk, said, event);
            case LearnerProfiled said -> OnLearner.profiled(desk, said, event);
            case LearnerLinked said -> OnLearner.linked(desk, said, event);
            case PublishAchievement asked -> OnPublishAchievement.publish(desk, asked, event);
            case AwardFellDue fell -> OnReleaseAward.date(desk, fell, event);
            case WithdrawAward asked -> OnRegrade.withdrawn(desk, asked, event);
            case DecideFlag asked -> OnRegrade.decided(desk, asked, event);
            case RestoreAward asked -> OnRegrade.restored(desk, asked, event);
            case ReleaseAward asked -> OnReleaseAward.lifted(desk, asked, event);
            case PlaceHold asked -> OnRestraint.hold(desk, asked, event);
            case PauseIssuing asked -> OnRestraint.pause(desk, asked, event);
            case LiftRestraint asked -> OnRestraint.lift(desk, asked, event);
            case ApproveBatch asked -> OnApproveBatch.approve(desk, asked, event);
            case SweepAwards asked -> OnSweepAwards.sweep(desk, asked, event);
            case MoveLearners asked -> OnMoveLearners.begin(desk, asked, event);
            case ContinueMove asked -> OnContinueMove.proceed(desk, asked, event);
            case RetireAchievement asked -> OnRetireAchievement.retire(desk, asked, event);
            case ApproveAward asked -> OnApproveAward.approve(desk, asked, event);
            case SubmitArtifact asked -> OnSubmitArtifact.submit(desk, asked, event);
            case GrantAccommodation asked -> OnRuling.granted(desk, asked, event);
            case FindMisconduct asked -> OnRuling.found(desk, asked, event);
            case ClearMisconduct asked -> OnRuling.cleared(desk, asked, event);
            case RequestReview asked -> OnReview.requested(desk, asked, event);
            case DecideReview asked -> OnReview.decided(desk, asked, event);
            case LodgeAppeal asked -> OnLodgeAppeal.lodge(desk, asked, event);
            case EvaluateLearner asked -> OnEvaluateLearner.evaluate(desk, asked, event);
            default -> List.of();
        };
    }

    /** One statement per table; the learners' versions come first, so that a turn that lost a race ends early. */
    private static List<Write> writes(Desk desk) {
        List<Write> writes = new ArrayList<>();
        List<Learner> learners = desk.register().changed();
        List<Filed> facts = desk.facts().added();
        Set<String> judged = learners.stream().map(l -> l.key().tenant()).collect(Collectors.toSet());
        Set<String> changed = new HashSet<>(desk.restraints().tenantsChanged());
        changed.addAll(desk.moves().tenantsBegun());
        writes.addAll(Publications.writes(desk.shelf(), judged, changed));
        writes.addAll(Learners.writes(learners));
        writes.addAll(Facts.writes(facts));
        writes.addAll(Dossiers.writes(desk.folders().changed(), desk.folders().removed()));
        writes.addAll(Restraints.writes(desk.restraints().changed()));
        writes.addAll(Awards.writes(desk.ledger().changed()));
        writes.addAll(Flags.writes(desk.ledger().flagged(), desk.folders()));
        writes.addAll(Batches.writes(desk.batches()));
        writes.addAll(Moves.writes(desk.moves()));
        writes.addAll(desk.calendar().writes(SERVICE));
        writes.addAll(Reviews.writes(desk.reviews().changed(), desk.reviews().gone()));
        writes.addAll(Artifacts.writes(desk.heard()));
        writes.addAll(Imports.writes(desk.toldOfImports()));
        for (Answer answer : desk.answers()) {
            writes.add(
                    switch (answer) {
                        case Answer.Done done -> Outcomes.done(done.command(), done.link());
                        case Answer.Refused refused -> Outcomes.refused(refused.command(), refused.problem());
                    });
        }
        return writes;
    }
}
