package org.meritstream.events;

/** What may be asked of the issuance service. */
public sealed interface IssuanceCommand extends Command
        permits RevokeCredential,
                SuspendCredential,
                ReinstateCredential,
                RenewCredential,
                CorrectCredential,
                OpenIssuer,
                ResumeWaiting,
                ChooseSecurings,
                ChooseStatusProfile,
                RotateKey,
                CompromiseKey,
                BeginBulk,
                ContinueBulk,
                RenewStatusList,
                ExpireCredential,
                ConcludeImport,
                RecogniseIssuer,
                Endorse,
                RevokeEndorsement,
                IssueRecord,
                ShareRecord {}
