package org.meritstream.evidence.artifacts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Uploads that nothing rests on, on their way out: claimed, then their file is deleted, then forgotten. Any step may be repeated. */
@ApplicationScoped
class Sweepings {
    private static final int STEP = 100;
    /** A row is looked at again when it was locked, so one that is submitted at this moment is left. */
    private static final String CLAIM = """
            update artifact a set state = 'SWEPT' where a.id in (
              select u.id from artifact u
              where u.kind = 'UPLOAD' and u.number is null and u.state <> 'GONE' and u.given_at < $1
                and (u.state in ('ARRIVING', 'ARRIVED', 'SWEPT') or u.refusal is not null)
              order by u.given_at limit\s""" + STEP + " for update skip locked) returning " + PieceRow.COLUMNS;
    /** What was refused is remembered with its reason, without its file. */
    private static final String GONE =
            "update artifact set state = 'GONE', file_name = null where id = $1 and submitted_at is not null";

    private static final String FORGET =
            "delete from artifact where id = $1 and state = 'SWEPT' and submitted_at is null";

    private final Pool pool;

    Sweepings(Pool pool) {
        this.pool = pool;
    }

    /** The next ones; empty when there are no more. */
    Uni<List<Piece>> claim(Instant givenBefore) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(givenBefore.atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<Piece> claimed = new ArrayList<>();
                    rows.forEach(row -> claimed.add(PieceRow.piece(row)));
                    return claimed;
                });
    }

    /** Its file is deleted. */
    Uni<Void> done(Piece piece) {
        return pool.preparedQuery(GONE)
                .execute(Tuple.of(piece.id()))
                .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of(piece.id())))
                .replaceWithVoid();
    }
}
