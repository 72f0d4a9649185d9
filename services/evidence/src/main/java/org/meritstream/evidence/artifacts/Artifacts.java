package org.meritstream.evidence.artifacts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.learners.LearnerKey;
import org.meritstream.log.postgres.Write;

/** Stored pieces of work: written by the edge that takes them; the loop adds what became of a submission. */
@ApplicationScoped
public class Artifacts {
    /** The person behind a learner id, within the tenant of the row. */
    private static final String PERSON =
            "coalesce((select l.person from learner l where l.tenant = a.tenant and l.id = %1$s), %1$s)";

    private static final String OF_VIEWER =
            " and ($3::uuid is null or " + PERSON.formatted("a.learner") + " = " + PERSON.formatted("$3::uuid") + ")";
    private static final String FIND =
            "select " + PieceRow.COLUMNS + " from artifact a where a.tenant = $1 and a.id = $2" + OF_VIEWER;
    private static final String BEFORE =
            "select " + PieceRow.COLUMNS + """
             from artifact a join artifact b on b.tenant = $1 and b.id = $2
            where a.tenant = $1 and a.achievement = b.achievement and a.artifact = b.artifact and a.number < b.number
              and\s""" + PERSON.formatted("a.learner") + " = " + PERSON.formatted("b.learner")
                    + " order by a.number desc, a.id desc limit 1";
    private static final String OF_LEARNER = "select " + PieceRow.COLUMNS + """
             from artifact a
            where a.tenant = $1 and a.achievement = $3 and a.learner in (
              select l.id from learner l where l.tenant = $1 and l.person = coalesce(
                (select k.person from learner k where k.tenant = $1 and k.id = $2), $2)
              union select $2)
            order by a.submitted_at desc, a.id""";
    /** What is counted is what a learner has here; the lock makes two uploads at once count each other. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended($1, 105))";

    private static final String USED = """
            select coalesce(sum(size), 0)::bigint as used from artifact
            where tenant = $1 and learner = $2 and kind = 'UPLOAD' and state not in ('SWEPT', 'GONE')""";
    private static final String INSERT = """
            insert into artifact (id, tenant, learner, kind, state, digest, media_type, size, file_name, content, given_at,
              achievement, artifact, submitted_at, submitted_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)""";
    private static final String ARRIVED =
            "update artifact set state = 'ARRIVED' where tenant = $1 and id = $2 and state = 'ARRIVING'";
    private static final String SUBMIT = """
            update artifact a set state = 'SUBMITTED', achievement = $4, artifact = $5, submitted_at = $6, submitted_by = $7
            where a.tenant = $1 and a.id = $2 and a.learner = $3 and a.state = 'ARRIVED' returning\s""" + PieceRow.COLUMNS;
    /** What was taken stays taken, also where the command comes again when nothing is known of its first time. */
    private static final String HEAR = """
            update artifact a set number = h.number, refusal = h.refusal::jsonb
            from unnest($1::uuid[], $2::int[], $3::text[]) as h(id, number, refusal)
            where a.id = h.id and a.number is null""";

    private final Pool pool;

    public Artifacts(Pool pool) {
        this.pool = pool;
    }

    /** What became of submissions. An older copy of the store may lack one: the fact does not. */
    public static List<Write> writes(List<Heard> heard) {
        if (heard.isEmpty()) {
            return List.of();
        }
        return List.of(Write.any(
                HEAR,
                Tuple.of(
                        heard.stream().map(Heard::artifact).toArray(UUID[]::new),
                        heard.stream().map(Heard::number).toArray(Integer[]::new),
                        heard.stream()
                                .map(one -> one.refusal().isEmpty() ? null : PieceRow.json(one.refusal()))
                                .toArray(String[]::new))));
    }

    /**
     * A piece of work.
     *
     * @param viewer the learner who asks, to whom another's is unknown; null for staff
     */
    Uni<@Nullable Piece> find(String tenant, UUID id, @Nullable UUID viewer) {
        return pool.preparedQuery(FIND).execute(Tuple.of(tenant, id, viewer)).map(Artifacts::first);
    }

    /** What the person handed in for an achievement, under any id, the newest first. */
    Uni<List<Piece>> of(LearnerKey learner, String achievement) {
        return pool.preparedQuery(OF_LEARNER)
                .execute(Tuple.of(learner.tenant(), learner.id(), achievement))
                .map(Artifacts::all);
    }

    /** The try before this one, or null before the second. */
    Uni<@Nullable Piece> before(Piece piece) {
        return pool.preparedQuery(BEFORE)
                .execute(Tuple.of(piece.learner().tenant(), piece.id()))
                .map(Artifacts::first);
    }

    /** How many bytes of uploads the learner has here. */
    Uni<Long> used(LearnerKey learner) {
        return pool.preparedQuery(USED)
                .execute(Tuple.of(learner.tenant(), learner.id()))
                .map(rows -> rows.iterator().next().getLong("used"));
    }

    /** Notes an upload before its file is put at its place; false when it would be more than one learner may have. */
    Uni<Boolean> begin(Piece upload, long perLearner) {
        String lock = upload.learner().tenant() + "/" + upload.learner().id();
        Tuple ofLearner = Tuple.of(upload.learner().tenant(), upload.learner().id());
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(lock))
                .chain(() -> connection.preparedQuery(USED).execute(ofLearner))
                .map(rows -> rows.iterator().next().getLong("used") + upload.size() <= perLearner)
                .chain(fits -> fits
                        ? connection
                                .preparedQuery(INSERT)
                                .execute(params(upload))
                                .replaceWith(true)
                        : Uni.createFrom().item(false)));
    }

    /** Its file is at its place. */
    Uni<Void> arrived(Piece upload) {
        return pool.preparedQuery(ARRIVED)
                .execute(Tuple.of(upload.learner().tenant(), upload.id()))
                .replaceWithVoid();
    }

    /** Keeps a link or a reference, which is submitted as it is given. */
    Uni<Void> keep(Piece given) {
        return pool.preparedQuery(INSERT).execute(params(given)).replaceWithVoid();
    }

    /** Submits an upload; null when the learner has none of this id that waits for it. */
    Uni<@Nullable Piece> submit(LearnerKey learner, UUID id, Piece.Submission submission) {
        Tuple params = Tuple.tuple()
                .addString(learner.tenant())
                .addUUID(id)
                .addUUID(learner.id())
                .addString(submission.achievement())
                .addString(submission.artifact())
                .addOffsetDateTime(submission.at().atOffset(ZoneOffset.UTC))
                .addString(submission.by());
        return pool.preparedQuery(SUBMIT).execute(params).map(Artifacts::first);
    }

    private static Tuple params(Piece piece) {
        Tuple params = Tuple.tuple()
                .addUUID(piece.id())
                .addString(piece.learner().tenant())
                .addUUID(piece.learner().id())
                .addString(piece.kind().name())
                .addString(piece.state().name())
                .addString(piece.digest())
                .addString(piece.mediaType())
                .addLong(piece.size())
                .addString(piece.fileName())
                .addString(piece.content())
                .addOffsetDateTime(piece.givenAt().atOffset(ZoneOffset.UTC));
        Piece.Submission submission = piece.submission();
        Instant at = submission == null ? null : submission.at();
        return params.addString(submission == null ? null : submission.achievement())
                .addString(submission == null ? null : submission.artifact())
                .addOffsetDateTime(at == null ? null : at.atOffset(ZoneOffset.UTC))
                .addString(submission == null ? null : submission.by());
    }

    private static @Nullable Piece first(RowSet<Row> rows) {
        List<Piece> pieces = all(rows);
        return pieces.isEmpty() ? null : pieces.getFirst();
    }

    private static List<Piece> all(RowSet<Row> rows) {
        List<Piece> pieces = new ArrayList<>();
        rows.forEach(row -> pieces.add(PieceRow.piece(row)));
        return List.copyOf(pieces);
    }
}
