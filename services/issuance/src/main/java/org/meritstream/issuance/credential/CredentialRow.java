package org.meritstream.issuance.credential;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Reissue;
import org.meritstream.events.ReissueReason;
import org.meritstream.events.SuspensionReason;
import org.meritstream.issuance.issuer.SecuredBy;
import org.meritstream.issuance.status.StatusEntry;

/** A credential as it is read from its row. Pure. */
final class CredentialRow {
    private CredentialRow() {}

    private static @Nullable Reissue reissue(Row row) {
        UUID former = row.getUUID("former");
        return former == null ? null : new Reissue(former, ReissueReason.valueOf(row.getString("reissue_reason")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }

    /** A credential with its {@link Credentials#SEALS}. */
    static HeldCredential held(Row row) {
        return new HeldCredential(
                row.getUUID("id"),
                row.getString("tenant"),
                row.getUUID("award"),
                row.getUUID("learner"),
                row.getString("achievement"),
                row.getInteger("version"),
                row.getInteger("number"),
                new StatusEntry(row.getString("status_list"), row.getInteger("status_index")),
                row.getString("document"),
                seals(row),
                row.getOffsetDateTime("conferred_at").toInstant(),
                row.getOffsetDateTime("issued_at").toInstant(),
                reissue(row),
                instant(row, "valid_until"),
                instant(row, "expired_at"),
                instant(row, "revoked_at"),
                row.getInteger("resecured"),
                suspension(row));
    }

    private static Suspension suspension(Row row) {
        Integer number = row.getInteger("suspensions");
        String reason = row.getString("suspension_reason");
        return new Suspension(
                number == null ? 0 : number,
                instant(row, "suspended_at"),
                reason == null ? null : SuspensionReason.valueOf(reason),
                instant(row, "reinstated_at"),
                instant(row, "suspension_asked_at"));
    }

    /**
     * Its seals. Once it is signed, those that are: a way that was given up between a crash and the signing stays recorded without a value. In
     * one moment all of them get theirs, so no credential is half signed.
     */
    private static List<Seal> seals(Row row) {
        String[] suites = row.getArrayOfStrings("suites");
        OffsetDateTime[] created = row.getArrayOfOffsetDateTimes("created");
        String[] methods = row.getArrayOfStrings("methods");
        String[] values = row.getArrayOfStrings("proof_values");
        List<Seal> seals = IntStream.range(0, suites.length)
                .mapToObj(i -> new Seal(SecuredBy.named(suites[i]), created[i].toInstant(), methods[i], values[i]))
                .toList();
        List<Seal> made = seals.stream().filter(seal -> seal.value() != null).toList();
        return made.isEmpty() ? seals : made;
    }
}
