package org.meritstream.evidence.imports;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.CredentialLapsed;
import org.meritstream.events.CredentialVerified;
import org.meritstream.events.EventData;
import org.meritstream.events.ImportDelayed;
import org.meritstream.events.ImportRefused;
import org.meritstream.events.ImportRequested;
import org.meritstream.log.postgres.Outcomes;
import org.meritstream.log.postgres.Write;

/**
 * What became of imports, for whoever handed them in: one row for each request, and never what was handed in. Which event comes first does not
 * matter: each fills in what it says.
 */
public final class Imports {
    private static final String REQUESTED = """
            insert into import_request (id, tenant, learner, requested_at) values ($1, $2, $3, $4)
            on conflict (id) do update set requested_at = excluded.requested_at""";
    private static final String VERIFIED = """
            insert into import_request (id, tenant, learner, credential, issuer, achievement, issuer_name, achievement_name, valid_until, concluded_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            on conflict (id) do update set credential = excluded.credential, issuer = excluded.issuer,
              achievement = excluded.achievement, issuer_name = excluded.issuer_name, achievement_name = excluded.achievement_name, valid_until = excluded.valid_until, concluded_at = excluded.concluded_at""";
    private static final String REFUSED = """
            insert into import_request (id, tenant, learner, refusal, concluded_at) values ($1, $2, $3, $4, $5)
            on conflict (id) do update set refusal = excluded.refusal, concluded_at = excluded.concluded_at""";
    private static final String DELAYED = """
            insert into import_request (id, tenant, learner, retry_at) values ($1, $2, $3, $4)
            on conflict (id) do update set retry_at = greatest(import_request.retry_at, excluded.retry_at)""";
    private static final String LAPSED = """
            insert into import_request (id, tenant, learner, lapse, lapsed_at) values ($1, $2, $3, $4, $5)
            on conflict (id) do update set lapse = excluded.lapse, lapsed_at = excluded.lapsed_at""";

    private Imports() {}

    /** What a turn stores of what was told, and how it answers who asked. */
    public static List<Write> writes(List<EventData> told) {
        List<Write> writes = new ArrayList<>();
        for (EventData one : told) {
            switch (one) {
                case ImportRequested said ->
                    writes.add(Write.any(
                            REQUESTED,
                            Tuple.of(said.request(), said.tenant(), said.learner(), time(said.requestedAt()))));
                case CredentialVerified said -> writes.addAll(verified(said));
                case ImportRefused said -> writes.addAll(refused(said));
                case ImportDelayed said ->
                    writes.add(Write.any(
                            DELAYED, Tuple.of(said.request(), said.tenant(), said.learner(), time(said.nextAt()))));
                case CredentialLapsed said ->
                    writes.add(Write.any(
                            LAPSED,
                            Tuple.of(
                                    said.credential(),
                                    said.tenant(),
                                    said.learner(),
                                    said.reason().name(),
                                    time(said.lapsedAt()))));
                default -> throw new IllegalArgumentException("Says nothing of an import");
            }
        }
        return writes;
    }

    private static List<Write> verified(CredentialVerified said) {
        Tuple row = Tuple.tuple()
                .addUUID(said.request())
                .addString(said.tenant())
                .addUUID(said.learner())
                .addUUID(said.credential())
                .addString(said.issuer())
                .addString(said.achievement())
                .addString(said.issuerName())
                .addString(said.achievementName())
                .addOffsetDateTime(time(said.validUntil()))
                .addOffsetDateTime(time(said.verifiedAt()));
        Outcomes.Asked asked = new Outcomes.Asked(said.request(), said.tenant(), said.verifiedAt());
        return List.of(Write.any(VERIFIED, row), Outcomes.done(asked, "/api/imports/" + said.request()));
    }

    private static List<Write> refused(ImportRefused said) {
        Tuple row = Tuple.of(
                said.request(), said.tenant(), said.learner(), said.reason().name(), time(said.refusedAt()));
        Outcomes.Asked asked = new Outcomes.Asked(said.request(), said.tenant(), said.refusedAt());
        return List.of(Write.any(REFUSED, row), Outcomes.refused(asked, ImportProblems.refused(said.reason())));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
