package org.meritstream.evidence.catalogue;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.AchievementPublished;

/** The published catalogue as everybody searches it. */
@ApplicationScoped
public class CatalogueSearch {
    private static final String CHOICES = """
            select coalesce((select array_agg(distinct split_part(language, '-', 1)) from catalogue_language), '{}') as languages,
              coalesce((select array_agg(tenant) from catalogue_institution), '{}') as tenants""";

    private final Pool pool;

    public CatalogueSearch(Pool pool) {
        this.pool = pool;
    }

    /**
     * What was found.
     *
     * @param total of all pages; counted up to {@link SearchStatement#COUNTED}, one more where there are more
     * @param more whether another page follows
     */
    record Found(List<AchievementPublished> achievements, int total, boolean more) {

        /** What is found by a question that can not be asked. */
        static final Found NOTHING = new Found(List.of(), 0, false);
    }

    /** What there is to choose from: languages without regions, and institutions. */
    record Choices(List<String> languages, List<String> tenants) {}

    Uni<Found> find(CatalogueQuery query) {
        return run(SearchStatement.page(query))
                .chain(rows -> run(SearchStatement.count(query)).map(count -> found(query, rows, count)));
    }

    Uni<Choices> choices() {
        return pool.preparedQuery(CHOICES).execute().map(rows -> {
            Row row = rows.iterator().next();
            return new Choices(List.of(row.getArrayOfStrings("languages")), List.of(row.getArrayOfStrings("tenants")));
        });
    }

    private Uni<RowSet<Row>> run(SearchStatement statement) {
        return pool.preparedQuery(statement.sql()).execute(statement.params());
    }

    private static Found found(CatalogueQuery query, RowSet<Row> rows, RowSet<Row> count) {
        List<AchievementPublished> achievements = new ArrayList<>();
        rows.forEach(row -> achievements.add(Achievements.published(row)));
        boolean more = achievements.size() > query.limit();
        return new Found(
                more ? achievements.subList(0, query.limit()) : achievements,
                count.iterator().next().getInteger("found"),
                more);
    }
}
