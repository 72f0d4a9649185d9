package org.meritstream.issuance.bulk;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BeginBulk;
import org.meritstream.issuance.flow.Foreseeing;
import org.meritstream.log.postgres.Database;

/**
 * Looks at what a bulk operation would come to, by the decisions that its slices would meet and without changing anything, in chunks, so that a hundred
 * thousand credentials need no more memory than a few hundred.
 */
@ApplicationScoped
class BulkForesight {
    private static final int CHUNK = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String NEXT = """
            select s.credential, s.award, s.learner from (select $2::uuid as reached, '%s'::uuid as horizon, $3::text as tenant, $4::timestamptz as begun_at,
              $5::uuid[] as credentials, $6::text as achievement, $7::int as version, $8::timestamptz as issued_from,
              $9::timestamptz as issued_before, $10::text as credential_state, $11::text[] as methods) b
            cross join lateral (%s) s order by s.credential""".formatted(Slice.END, Bulks.NEXT);

    private final Database database;
    private final Foreseeing foreseeing;

    BulkForesight(Database database, Foreseeing foreseeing) {
        this.database = database;
        this.foreseeing = foreseeing;
    }

    /**
     * Which page.
     *
     * @param after the credential that the page before ended with; null at the first, with which all are counted
     * @param verdict of which alone, or null
     * @param limit how many credentials a page shows
     */
    record Asked(@Nullable UUID after, BulkRow.@Nullable Outcome verdict, int limit) {}

    /** Looks until the page is full and all are counted, or the time is up. */
    Foreseen look(BeginBulk command, Asked asked, Instant now, BooleanSupplier timeIsUp) {
        Bulk bulk = Bulk.asked(FIRST, command, now);
        Selection selection = Selection.of(command.select());
        Sight sight = new Sight(asked);
        UUID reached = asked.after() == null ? FIRST : asked.after();
        while (true) {
            List<Slice.Item> chunk = next(bulk, selection, reached);
            Map<UUID, Verdict> verdicts = foreseeing.verdicts(bulk, chunk, now);
            chunk.forEach(item -> sight.see(item.credential(), verdicts.get(item.credential())));
            if (chunk.size() < CHUNK) {
                return sight.foreseen(true);
            }
            if (sight.enough() || timeIsUp.getAsBoolean()) {
                return sight.foreseen(false);
            }
            reached = chunk.getLast().credential();
        }
    }

    private List<Slice.Item> next(Bulk bulk, Selection selection, UUID reached) {
        List<@Nullable Object> params = new ArrayList<>(
                Arrays.asList(CHUNK, reached, bulk.tenant(), bulk.begunAt().atOffset(ZoneOffset.UTC)));
        params.addAll(Bulks.params(selection));
        List<Slice.Item> items = new ArrayList<>();
        for (Row row : database.query(NEXT, Tuple.from(params))) {
            items.add(Bulks.item(row));
        }
        return items;
    }

    /** What was seen so far. */
    private static final class Sight {
        private final Asked asked;
        private final List<BulkRow> rows = new ArrayList<>();
        private final SortedMap<String, Long> reasons = new TreeMap<>();
        private long done;
        private long already;
        private long refused;
        private boolean more;
        private @Nullable UUID last;

        Sight(Asked asked) {
            this.asked = asked;
        }

        void see(UUID credential, @Nullable Verdict verdict) {
            BulkRow row = row(credential, verdict);
            count(row);
            boolean shown = asked.verdict() == null || asked.verdict() == row.verdict();
            if (shown && rows.size() < asked.limit()) {
                rows.add(row);
            } else if (shown) {
                more = true;
            }
            last = credential;
        }

        private static BulkRow row(UUID credential, @Nullable Verdict verdict) {
            return switch (verdict) {
                case Verdict.Done foreseen -> new BulkRow(credential, BulkRow.Outcome.DONE, already(foreseen), null);
                case Verdict.Refused foreseen ->
                    new BulkRow(credential, BulkRow.Outcome.REFUSED, null, foreseen.problem());
                case null -> throw new IllegalStateException("Each is decided");
            };
        }

        private static @Nullable UUID already(Verdict.Done foreseen) {
            return foreseen.result().equals(FIRST) ? null : foreseen.result();
        }

        private void count(BulkRow row) {
            if (row.problem() != null) {
                refused++;
                reasons.merge(row.reason(), 1L, Long::sum);
            } else {
                done++;
                already += row.result() == null ? 0 : 1;
            }
        }

        /** On a later page nothing is counted. */
        boolean enough() {
            return asked.after() != null && more;
        }

        Foreseen foreseen(boolean seenAll) {
            boolean first = asked.after() == null;
            Foreseen.Counts counts =
                    first ? new Foreseen.Counts(done + refused, done, already, refused, reasons) : null;
            boolean full = more || (!seenAll && !rows.isEmpty());
            UUID next = !full
                    ? (seenAll ? null : last)
                    : rows.isEmpty() ? last : rows.getLast().credential();
            return new Foreseen(seenAll || !first, counts, rows, next);
        }
    }
}
