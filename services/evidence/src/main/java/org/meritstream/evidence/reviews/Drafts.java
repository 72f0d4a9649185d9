package org.meritstream.evidence.reviews;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reviewers have written and not sent, or sent in vain. Read by themselves alone. */
@ApplicationScoped
public class Drafts {
    private static final String SAVE = """
            insert into review_draft (review, tenant, reviewer, verdict, feedback, saved_at)
            select r.id, r.tenant, $3::text, $4::text, $5::text, $6::timestamptz from review r where r.tenant = $1 and r.id = $2
            on conflict (review, reviewer) do update set verdict = excluded.verdict, feedback = excluded.feedback,
              saved_at = excluded.saved_at""";
    private static final String FIND =
            "select d.verdict, d.feedback from review_draft d where d.tenant = $1 and d.review = $2 and d.reviewer = $3";

    private final Pool pool;

    Drafts(Pool pool) {
        this.pool = pool;
    }

    /**
     * A decision in the making.
     *
     * @param verdict id of a level, {@code passed}, {@code failed}, {@code stands} or {@code falls}; null where it is open
     */
    public record Draft(@Nullable String verdict, String feedback) {
        static final Draft NOTHING = new Draft(null, "");
    }

    Uni<Void> save(Reviewer reviewer, UUID review, Draft draft, Instant now) {
        Tuple params = Tuple.tuple()
                .addString(reviewer.tenant())
                .addUUID(review)
                .addString(reviewer.id())
                .addString(draft.verdict())
                .addString(draft.feedback())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(SAVE).execute(params).replaceWithVoid();
    }

    /** What somebody has written, possibly nothing. */
    Uni<Draft> find(Reviewer reviewer, UUID review) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(reviewer.tenant(), review, reviewer.id()))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        return Draft.NOTHING;
                    }
                    Row row = rows.iterator().next();
                    return new Draft(row.getString("verdict"), row.getString("feedback"));
                });
    }
}
