package org.meritstream.issuance.credential;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meritstream.events.VisibilityChanged;
import org.meritstream.log.postgres.Write;

/** Who may see which credential, in PostgreSQL; the latest choice by its own time stands. */
public final class Visibilities {
    private static final String STORE = """
            insert into visibility (credential, tenant, visibility, changed_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
            on conflict (credential) do update set visibility = excluded.visibility, changed_at = excluded.changed_at
            where visibility.changed_at < excluded.changed_at and visibility.tenant = excluded.tenant""";

    private Visibilities() {}

    /** Keeps the learners' choices, whether the credentials are known yet or not. */
    public static Write store(Collection<VisibilityChanged> changed) {
        Collection<VisibilityChanged> latest = changed.stream()
                .collect(Collectors.toMap(VisibilityChanged::credential, Function.identity(), Visibilities::later))
                .values();
        return Write.any(
                STORE,
                Tuple.of(
                        latest.stream().map(VisibilityChanged::credential).toArray(UUID[]::new),
                        latest.stream().map(VisibilityChanged::tenant).toArray(String[]::new),
                        latest.stream().map(c -> c.visibility().name()).toArray(String[]::new),
                        latest.stream()
                                .map(c -> c.changedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)));
    }

    private static VisibilityChanged later(VisibilityChanged one, VisibilityChanged other) {
        return other.changedAt().isAfter(one.changedAt()) ? other : one;
    }
}
