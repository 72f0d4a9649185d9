package org.meritstream.issuance.bulk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BeginBulk;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuspensionReason;

/**
 * What is to be done to many credentials.
 *
 * @param id that of the command that asked
 * @param reason of revocations alone
 * @param suspension why, of suspensions alone
 * @param begunAt when it was asked; all of it is done as of that time, however long it takes
 * @param slices how many slices were done
 * @param over whether nothing is left to be done
 */
public record Bulk(
        UUID id,
        String tenant,
        BulkOperation operation,
        @Nullable RevocationReason reason,
        @Nullable SuspensionReason suspension,
        Instant begunAt,
        int slices,
        boolean over) {

    /** One that staff ask for. */
    public static Bulk asked(UUID id, BeginBulk command, Instant at) {
        return new Bulk(
                id, command.tenant(), command.operation(), command.reason(), command.suspension(), at, 0, false);
    }

    /** One that needs no reason. */
    public static Bulk begun(UUID id, String tenant, BulkOperation operation, Instant at) {
        return new Bulk(id, tenant, operation, null, null, at, 0, false);
    }

    /** Why it is done, by name, of an operation that has a reason. */
    @Nullable
    String why() {
        if (reason != null) {
            return reason.name();
        }
        return suspension == null ? null : suspension.name();
    }

    /** The number of the slice that comes next. */
    public int next() {
        return slices + 1;
    }

    /** Once the next slice was done. */
    public Bulk wentOn(boolean last) {
        return new Bulk(id, tenant, operation, reason, suspension, begunAt, next(), last);
    }

    /** Where it is read how far it is, and what became of each. */
    public String address() {
        return address(id);
    }

    /** The same of one of which the id is known alone. */
    public static String address(UUID id) {
        return "/api/credentials/bulk/" + id;
    }
}
