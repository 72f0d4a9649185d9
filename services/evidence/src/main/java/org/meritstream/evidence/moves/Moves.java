package org.meritstream.evidence.moves;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.meritstream.events.ContinueMove;
import org.meritstream.evidence.catalogue.AchievementKey;
import org.meritstream.evidence.facts.Subject;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Stored moves, as turns read and write them. */
@ApplicationScoped
public class Moves {
    static final String COLUMNS = "m.id, m.tenant, m.achievement, m.from_version, m.to_version, m.begun_at";
    static final String PART = "p.part, p.reached, p.last, p.state, p.slices, p.moved, p.gained, p.lost, p.stayed";

    /** A row for each learner, and one without where none is left. */
    private static final String SLICES = "select " + COLUMNS + ", " + PART + ", s.learner" + """
             from (select distinct * from unnest($1::text[], $2::uuid[], $3::int[])) as k(tenant, move, part)
            join move m on m.tenant = k.tenant and m.id = k.move
            join move_part p on p.move = m.id and p.part = k.part
            left join lateral (
              select d.learner from dossier d
              where d.tenant = m.tenant and d.achievement = m.achievement and d.version = m.from_version
                and d.learner > p.reached and d.learner <= p.last
              order by d.learner limit $4) s on p.state = 'UNDER_WAY'
            order by m.id, p.part, s.learner""";

    private static final String UNDER_WAY = "select " + COLUMNS + """
             from unnest($1::text[], $2::text[], $3::int[]) as k(tenant, achievement, version)
            join move m on m.tenant = k.tenant and m.achievement = k.achievement and m.from_version = k.version
            where exists (select from move_part p where p.move = m.id and p.state = 'UNDER_WAY')""";
    private static final String ONWARDS =
            "select distinct on (m.tenant, m.achievement, m.from_version) " + COLUMNS + """
             from unnest($1::text[], $2::text[]) as k(tenant, achievement)
            join move m on m.tenant = k.tenant and m.achievement = k.achievement
            order by m.tenant, m.achievement, m.from_version, m.begun_at desc, m.id desc""";
    private static final String BEGIN = """
            insert into move (id, tenant, achievement, from_version, to_version, begun_at) values ($1, $2, $3, $4, $5, $6)""";
    private static final String PARTS = """
            insert into move_part (move, part, reached, last, state, slices, moved, gained, lost, stayed, total)
            select $1, n, r, l, 'UNDER_WAY', 0, 0, 0, 0, 0, (
              select count(*) from dossier d join move m on m.id = $1
              where d.tenant = m.tenant and d.achievement = m.achievement and d.version = m.from_version and d.learner > r and d.learner <= l)
            from unnest($2::int[], $3::uuid[], $4::uuid[]) as k(n, r, l)""";
    private static final String GO_ON = """
            update move_part p set reached = k.reached, state = k.state, slices = k.slices,
              moved = k.moved, gained = k.gained, lost = k.lost, stayed = k.stayed
            from unnest($1::uuid[], $2::int[], $3::uuid[], $4::text[], $5::int[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[])
              as k(move, part, reached, state, slices, moved, gained, lost, stayed)
            where p.move = k.move and p.part = k.part and p.slices = k.slices - 1""";

    /** However often another replica was faster, so many learners are taken. */
    private static final int LEAST = 16;

    private final Database database;
    /** What was asked last, and how often since; the loop's thread alone asks. */
    private List<ContinueMove> lastAsked = List.of();

    private int again;

    public Moves(Database database) {
        this.database = database;
    }

    /**
     * What commands about moves need.
     *
     * @param asked the parts that go on
     * @param from the versions that learners are to be moved from
     */
    public MoveBook.Loaded load(Collection<ContinueMove> asked, Collection<AchievementKey> from) {
        if (asked.isEmpty() && from.isEmpty()) {
            return MoveBook.Loaded.NOTHING;
        }
        return new MoveBook.Loaded(slices(asked), underWay(from), List.of());
    }

    /** The newest move from each version of these achievements that anybody was moved from. */
    public List<Move> onwards(Collection<Subject> achievements) {
        if (achievements.isEmpty()) {
            return List.of();
        }
        Tuple params = Tuple.of(
                achievements.stream().map(Subject::tenant).toArray(String[]::new),
                achievements.stream().map(Subject::name).toArray(String[]::new));
        return moves(ONWARDS, params);
    }

    /** Stores what a turn made of moves; the number of the slice guards its part. */
    public static List<Write> writes(MoveBook book) {
        List<Write> writes = new ArrayList<>();
        for (Move move : book.begun()) {
            writes.add(Write.exactly(
                    1,
                    BEGIN,
                    Tuple.of(
                            move.id(),
                            move.from().tenant(),
                            move.from().achievement(),
                            move.from().version(),
                            move.to(),
                            move.begunAt().atOffset(ZoneOffset.UTC))));
            List<Part> parts = Part.of(move);
            Integer[] numbers = parts.stream().map(Part::number).toArray(Integer[]::new);
            Tuple params = Tuple.of(move.id(), numbers, ids(parts, Part::reached), ids(parts, Part::last));
            writes.add(Write.exactly(parts.size(), PARTS, params));
        }
        if (!book.changed().isEmpty()) {
            writes.add(Write.exactly(book.changed().size(), GO_ON, Tuple.from(params(book.changed()))));
        }
        return writes;
    }

    static Move move(Row row) {
        return new Move(
                row.getUUID("id"),
                new AchievementKey(
                        row.getString("tenant"), row.getString("achievement"), row.getInteger("from_version")),
                row.getInteger("to_version"),
                row.getOffsetDateTime("begun_at").toInstant());
    }

    static Part part(Row row) {
        return new Part(
                move(row),
                row.getInteger("part"),
                row.getUUID("reached"),
                row.getUUID("last"),
                Part.State.valueOf(row.getString("state")),
                row.getInteger("slices"),
                new Counts(row.getLong("moved"), row.getLong("gained"), row.getLong("lost"), row.getLong("stayed")));
    }

    /**
     * The same asked again means that a turn lost a race for one of so many learners: half as many are tried then, so that a slice gets through
     * however much arrives about its learners.
     */
    private int most(List<ContinueMove> asked) {
        again = asked.equals(lastAsked) ? again + 1 : 0;
        lastAsked = asked;
        return Math.max(LEAST, Part.SLICE >> Math.min(again, 8));
    }

    private List<Slice> slices(Collection<ContinueMove> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        int most = most(List.copyOf(asked));
        Map<String, Slice> slices = new LinkedHashMap<>();
        Tuple params = Tuple.of(
                asked.stream().map(ContinueMove::tenant).toArray(String[]::new),
                asked.stream().map(ContinueMove::move).toArray(UUID[]::new),
                asked.stream().map(ContinueMove::part).toArray(Integer[]::new),
                most);
        for (Row row : database.query(SLICES, params)) {
            Slice slice = slices.computeIfAbsent(
                    row.getUUID("id") + "/" + row.getInteger("part"),
                    name -> new Slice(part(row), new ArrayList<>(), true));
            UUID learner = row.getUUID("learner");
            if (learner != null) {
                slice.learners().add(learner);
            }
        }
        return slices.values().stream()
                .map(slice -> new Slice(
                        slice.part(), slice.learners(), slice.learners().size() < most))
                .toList();
    }

    private List<Move> underWay(Collection<AchievementKey> from) {
        if (from.isEmpty()) {
            return List.of();
        }
        Tuple params = Tuple.of(
                from.stream().map(AchievementKey::tenant).toArray(String[]::new),
                from.stream().map(AchievementKey::achievement).toArray(String[]::new),
                from.stream().map(AchievementKey::version).toArray(Integer[]::new));
        return moves(UNDER_WAY, params);
    }

    private List<Move> moves(String sql, Tuple params) {
        List<Move> moves = new ArrayList<>();
        for (Row row : database.query(sql, params)) {
            moves.add(move(row));
        }
        return moves;
    }

    private static List<Object> params(List<Part> parts) {
        List<Object> params = new ArrayList<>();
        params.add(ids(parts, part -> part.move().id()));
        params.add(parts.stream().map(Part::number).toArray(Integer[]::new));
        params.add(ids(parts, Part::reached));
        params.add(parts.stream().map(part -> part.state().name()).toArray(String[]::new));
        params.add(parts.stream().map(Part::slices).toArray(Integer[]::new));
        params.add(longs(parts, part -> part.counts().moved()));
        params.add(longs(parts, part -> part.counts().gained()));
        params.add(longs(parts, part -> part.counts().lost()));
        params.add(longs(parts, part -> part.counts().stayed()));
        return params;
    }

    private static UUID[] ids(List<Part> parts, Function<Part, UUID> id) {
        return parts.stream().map(id).toArray(UUID[]::new);
    }

    private static Long[] longs(List<Part> parts, Function<Part, Long> count) {
        return parts.stream().map(count).toArray(Long[]::new);
    }
}
