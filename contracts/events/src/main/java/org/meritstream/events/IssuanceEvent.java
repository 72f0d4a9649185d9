package org.meritstream.events;

/** What the issuance service answers: what was signed, and what became of it. */
public sealed interface IssuanceEvent extends EventData
        permits CredentialIssued,
                CredentialRevoked,
                CredentialSuspended,
                CredentialReinstated,
                CredentialSuperseded,
                CredentialExpired,
                CredentialResecured,
                CredentialDocument,
                CredentialVerified,
                CredentialLapsed,
                ImportRefused,
                ImportDelayed,
                EndorsementDocument,
                RecordIssued,
                RecordRefused,
                RecordVisibilityChanged,
                RecordDocument,
                FeedEntry {}
