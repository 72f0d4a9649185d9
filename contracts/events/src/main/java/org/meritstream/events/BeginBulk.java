package org.meritstream.events;

import org.jspecify.annotations.Nullable;

/**
 * Do the same to each of many credentials, each as if it were asked alone. The command's id is the operation's.
 *
 * @param reason of revocations, and of nothing else
 * @param suspension why, of suspensions, and of nothing else
 * @param select which credentials
 */
public record BeginBulk(
        String tenant,
        BulkOperation operation,
        @Nullable RevocationReason reason,
        @Nullable SuspensionReason suspension,
        CredentialSelection select)
        implements IssuanceCommand {
    public BeginBulk {
        Limits.that(
                (operation == BulkOperation.REVOKE) == (reason != null),
                "reason is there for a revocation, and for nothing else");
        Limits.that(
                (operation == BulkOperation.SUSPEND) == (suspension != null),
                "suspension is there for a suspension, and for nothing else");
    }

    @Override
    public String aggregate() {
        return tenant;
    }
}
