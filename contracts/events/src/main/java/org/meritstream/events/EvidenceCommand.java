package org.meritstream.events;

/** What may be asked of the evidence service. */
public sealed interface EvidenceCommand extends Command
        permits PublishAchievement,
                RetireAchievement,
                ApproveAward,
                ApproveBatch,
                EvaluateLearner,
                SubmitArtifact,
                GrantAccommodation,
                FindMisconduct,
                ClearMisconduct,
                AwardFellDue,
                CredentialFellDue,
                RequestReview,
                DecideReview,
                LodgeAppeal,
                ReleaseAward,
                WithdrawAward,
                DecideFlag,
                RestoreAward,
                PlaceHold,
                PauseIssuing,
                LiftRestraint,
                SweepAwards,
                MoveLearners,
                ContinueMove {}
