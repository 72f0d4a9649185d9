package org.meritstream.issuance.status;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meritstream.issuance.issuer.SigningIssuer;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Entries that published credentials are known to have, though a restored store has not given them: none is given again (docs/adr/0030). */
@ApplicationScoped
public class TakenEntries {
    private static final String THERE = "select id from status_list where id = any($1::text[])";
    private static final String CLOSE_FORMER =
            "update status_list set closed_at = $3 where tenant = $1 and number < $2 and closed_at is null";

    private static final String ADVANCE = """
            update status_list set counter = least(greatest(counter, $2), $3),
              closed_at = coalesce(closed_at, case when $2 >= $3 then $4::timestamptz end)
            where id = $1""";
    private static final String PASS_OVER = """
            update status_list set counter = least(counter + $2, $3),
              closed_at = coalesce(closed_at, case when counter + $2 >= $3 then $4::timestamptz end)
            where id = $1""";

    private final Database database;
    private final StatusLists lists;

    public TakenEntries(Database database, StatusLists lists) {
        this.database = database;
        this.lists = lists;
    }

    /**
     * Opens the lists that are not there, and moves each list's counter beyond all of these entries. Repeated it comes to the same.
     *
     * @param entries of this issuer's credentials
     * @throws IllegalArgumentException when an entry's list is none of this issuer's
     */
    public List<Write> taken(SigningIssuer issuer, Collection<StatusEntry> entries, Instant at) {
        String tenant = issuer.issuer().tenant();
        List<String> named = entries.stream()
                .map(StatusEntry::list)
                .distinct()
                .sorted(Comparator.comparingInt(list -> number(tenant, list)))
                .toList();
        Set<String> there = there(named);
        List<Write> writes = new ArrayList<>();
        for (String list : named) {
            if (!there.contains(list)) {
                writes.addAll(opened(issuer, list, at));
            }
            IndexPermutation order = lists.permutation(tenant, list);
            int next = entries.stream()
                            .filter(entry -> entry.list().equals(list))
                            .mapToInt(entry -> order.placeOf(entry.index()))
                            .max()
                            .orElse(-1)
                    + 1;
            writes.add(Write.any(ADVANCE, Tuple.of(list, next, StatusLists.CAPACITY, time(at))));
        }
        return writes;
    }

    /**
     * Passes over entries of credentials of which nobody knows any more which they have. Not to be repeated.
     *
     * @param missed how many, by list
     */
    public List<Write> passedOver(Map<String, Integer> missed, Instant at) {
        return missed.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(list ->
                        Write.any(PASS_OVER, Tuple.of(list.getKey(), list.getValue(), StatusLists.CAPACITY, time(at))))
                .toList();
    }

    /** The number of a list, which its id ends with. */
    private static int number(String tenant, String list) {
        if (!list.startsWith(tenant + "-")) {
            throw new IllegalArgumentException("A status list of another issuer");
        }
        return Integer.parseInt(list.substring(tenant.length() + 1));
    }

    private Set<String> there(List<String> named) {
        Set<String> there = new HashSet<>();
        for (Row row : database.query(THERE, Tuple.of((Object) named.toArray(String[]::new)))) {
            there.add(row.getString("id"));
        }
        return there;
    }

    private List<Write> opened(SigningIssuer issuer, String list, Instant at) {
        String tenant = issuer.issuer().tenant();
        int number = number(tenant, list);
        List<Write> writes = new ArrayList<>();
        writes.add(Write.any(CLOSE_FORMER, Tuple.of(tenant, number, time(at))));
        writes.addAll(lists.open(issuer, number));
        return writes;
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
