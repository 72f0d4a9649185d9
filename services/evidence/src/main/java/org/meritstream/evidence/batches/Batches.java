package org.meritstream.evidence.batches;

import static java.util.Objects.requireNonNull;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Batches as turns read and approve them. */
@ApplicationScoped
public class Batches {
    private static final String LOAD = "select id, tenant, approved_at from award_batch where id = any($1::uuid[])";

    /** An edge that changes the draft holds its row meanwhile: what is approved is what the draft was before or after, never half. */
    private static final String APPROVE =
            "update award_batch set approved_at = $2 where id = $1 and approved_at is null";

    private static final String OUTCOMES = """
            update award_batch_item i set outcome = k.outcome
            from unnest($1::uuid[], $2::uuid[], $3::text[]) as k(batch, award, outcome)
            where i.batch = k.batch and i.award = k.award and i.outcome is null""";

    private final Database database;

    public Batches(Database database) {
        this.database = database;
    }

    /** These batches, as far as they are there. */
    public List<Batch> load(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Batch> batches = new ArrayList<>();
        for (Row row : database.query(LOAD, Tuple.of(ids.toArray(UUID[]::new)))) {
            OffsetDateTime approved = row.getOffsetDateTime("approved_at");
            batches.add(new Batch(
                    row.getUUID("id"), row.getString("tenant"), approved == null ? null : approved.toInstant()));
        }
        return batches;
    }

    /** Stores what a turn made of its batches. */
    public static List<Write> writes(BatchBook book) {
        List<Write> writes = new ArrayList<>();
        for (Batch batch : book.approved()) {
            Instant at = requireNonNull(batch.approvedAt(), "approved");
            writes.add(Write.exactly(1, APPROVE, Tuple.of(batch.id(), at.atOffset(ZoneOffset.UTC))));
        }
        List<UUID> batches = new ArrayList<>();
        List<UUID> awards = new ArrayList<>();
        List<String> outcomes = new ArrayList<>();
        book.outcomes()
                .forEach((batch, items) -> items.forEach((award, outcome) -> {
                    batches.add(batch);
                    awards.add(award);
                    outcomes.add(outcome.name());
                }));
        if (!batches.isEmpty()) {
            writes.add(Write.any(
                    OUTCOMES,
                    Tuple.of(
                            batches.toArray(UUID[]::new),
                            awards.toArray(UUID[]::new),
                            outcomes.toArray(String[]::new))));
        }
        return writes;
    }
}
