package org.meritstream.evidence.reviews;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who took a review on, and until when: private to the desk. One statement takes a claim, another gives it back; past its time it is free
 * again without anybody doing anything.
 */
@ApplicationScoped
public class Claims {
    private static final String TAKE = """
            insert into review_claim as c (review, tenant, reviewer, claimed_at, until)
            select r.id, r.tenant, $3::text, $4::timestamptz, $5::timestamptz from review r where r.tenant = $1 and r.id = $2 and r.state = 'OPEN'
              and r.seat = any($6::text[]) and\s""" + Fit.FOR_REVIEWER + """
             on conflict (review) do update set reviewer = excluded.reviewer, until = excluded.until,
              claimed_at = case when c.reviewer = excluded.reviewer and c.until > excluded.claimed_at
                then c.claimed_at else excluded.claimed_at end
            where c.reviewer = excluded.reviewer or c.until <= excluded.claimed_at
            returning until""";
    private static final String RELEASE =
            "delete from review_claim where tenant = $1 and review = $2 and reviewer = $3";

    private final Pool pool;

    Claims(Pool pool) {
        this.pool = pool;
    }

    /** Takes a review on, or goes on with it. Until when; null when it is not to be had. */
    Uni<@Nullable Instant> take(Reviewer reviewer, UUID review, Instant now, Duration time) {
        Tuple params = Tuple.tuple()
                .addString(reviewer.tenant())
                .addUUID(review)
                .addString(reviewer.id())
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addOffsetDateTime(now.plus(time).atOffset(ZoneOffset.UTC))
                .addArrayOfString(Fit.seats(reviewer))
                .addUUID(reviewer.learner())
                .addString(reviewer.subject());
        return pool.preparedQuery(TAKE)
                .execute(params)
                .map(rows -> rows.rowCount() == 0
                        ? null
                        : rows.iterator().next().getOffsetDateTime("until").toInstant());
    }

    /** Gives a review back; nothing happens where it was not one's own. */
    Uni<Void> release(Reviewer reviewer, UUID review) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(reviewer.tenant(), review, reviewer.id()))
                .replaceWithVoid();
    }
}
