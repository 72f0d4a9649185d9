package org.meritstream.evidence.catalogue;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.catalogue.CatalogueQuery.Unit;
import org.meritstream.evidence.catalogue.CatalogueQuery.Workload;

/**
 * A search as SQL. Only what is asked for becomes part of the statement, so that each question finds its index; what was typed is never
 * part of it.
 *
 * <p>Words are asked for language by language, each by its own index scan, because what they mean depends on the language of the text.
 * The order is total, and a row's place in it follows from what never changes; so a page goes on where the one before ended, whatever was
 * published meanwhile.
 */
record SearchStatement(String sql, Tuple params) {
    /** Counting ends here: nobody reads on so far, and it bounds the work. */
    static final int COUNTED = 1_000;

    private static final String ROW =
            "a.tenant, a.achievement, a.version, a.definition::text as definition, a.published_at, a.retroactive";
    private static final String FOUND =
            "a.tenant, a.achievement, a.version, a.definition, a.published_at, a.retroactive, a.name";
    private static final String PLACE = "a.name, a.tenant, a.achievement, a.version";
    private static final String NEWEST = """
             and not exists (select 1 from achievement n
            where n.tenant = a.tenant and n.achievement = a.achievement and n.version > a.version)""";

    /** The rows of a page, and one more when there is another page. */
    static SearchStatement page(CatalogueQuery query) {
        Building building = new Building(query);
        String rows = building.rows(FOUND);
        String order = building.ranked() ? "a.far, " + PLACE : PLACE;
        String after = building.after(order);
        String limit = building.value(query.limit() + 1);
        String sql =
                building.asked() + "select " + ROW + " from " + rows + after + " order by " + order + " limit " + limit;
        return new SearchStatement(sql, building.params);
    }

    /** How many there are, as far as they are counted. */
    static SearchStatement count(CatalogueQuery query) {
        Building building = new Building(query);
        String rows = building.rows("1");
        String sql = building.asked() + "select count(*)::int as found from (select 1 from " + rows + " limit "
                + (COUNTED + 1) + ") counted";
        return new SearchStatement(sql, building.params);
    }

    /** A statement that grows by what is asked. */
    private static final class Building {
        private final CatalogueQuery query;
        private final Tuple params = Tuple.tuple();
        private final List<String> asked = new ArrayList<>();
        private final @Nullable String rank;

        Building(CatalogueQuery query) {
            this.query = query;
            if (query.words() != null) {
                asked.add("catalogue_query(catalogue_config(language), " + value(query.words()) + ") as words");
            }
            if (query.skill() != null) {
                asked.add("catalogue_query(catalogue_config(language), " + value(query.skill()) + ") as skill");
            }
            this.rank = query.words() != null
                    ? "ts_rank(%s.words, asked.words)"
                    : query.skill() != null ? "ts_rank(%s.skill_words, asked.skill)" : null;
        }

        boolean ranked() {
            return rank != null;
        }

        String value(Object value) {
            params.addValue(value);
            return "$" + params.size();
        }

        /** The question in every language that there are texts in. */
        String asked() {
            return asked.isEmpty()
                    ? ""
                    : "with asked as materialized (select language, " + String.join(", ", asked)
                            + " from catalogue_language) ";
        }

        /** The rows that are found, under the name {@code a}. */
        String rows(String columns) {
            String found = " from achievement a where a.retired_at is null" + conditions();
            if (rank == null) {
                return "(select " + columns + found + ") a";
            }
            return "asked cross join lateral (select " + columns + ", " + far("a") + " as far" + found
                    + " and a.language = asked.language offset 0) a";
        }

        /** Further down the less a text is about what is asked; a whole number, so that no place is lost by rounding. */
        private String far(String row) {
            return "-round(1000000 * " + String.valueOf(rank).formatted(row) + ")::int";
        }

        private String conditions() {
            StringBuilder sql = new StringBuilder();
            if (!query.everyVersion()) {
                sql.append(NEWEST);
            }
            if (query.words() != null) {
                sql.append(" and a.words @@ asked.words");
            }
            if (query.skill() != null) {
                sql.append(" and (a.skill_words @@ asked.skill or a.skill_codes @> array[lower(")
                        .append(value(query.skill()))
                        .append("::text)])");
            }
            if (!query.levels().isEmpty()) {
                sql.append(" and a.eqf_level = any(")
                        .append(value(query.levels().toArray(Integer[]::new)))
                        .append("::int[])");
            }
            if (!query.languages().isEmpty()) {
                String languages = value(query.languages().toArray(String[]::new)) + "::text[]";
                sql.append(" and (a.language = any(")
                        .append(languages)
                        .append(") or split_part(a.language, '-', 1) = any(")
                        .append(languages)
                        .append("))");
            }
            if (!query.tenants().isEmpty()) {
                sql.append(" and a.tenant = any(")
                        .append(value(query.tenants().toArray(String[]::new)))
                        .append("::text[])");
            }
            if (query.workload() != null) {
                workload(query.workload(), sql);
            }
            return sql.toString();
        }

        /** One ECTS credit is 25 to 30 hours (ECTS Users' Guide 2015); what is stated in one unit is found in the other. */
        private void workload(Workload workload, StringBuilder sql) {
            boolean hours = workload.unit() == Unit.HOURS;
            if (workload.from() != null) {
                sql.append(
                                hours
                                        ? " and coalesce(a.hours, a.ects * 30) >= "
                                        : " and coalesce(a.ects, a.hours / 25) >= ")
                        .append(value(workload.from()))
                        .append("::numeric");
            }
            if (workload.to() != null) {
                sql.append(
                                hours
                                        ? " and coalesce(a.hours, a.ects * 25) <= "
                                        : " and coalesce(a.ects, a.hours / 30) <= ")
                        .append(value(workload.to()))
                        .append("::numeric");
            }
        }

        /** Behind the last row of the page before, wherever that would stand in this search. */
        String after(String order) {
            AchievementKey last = query.after();
            if (last == null) {
                return "";
            }
            String place = rank == null
                    ? "select c.name, c.tenant, c.achievement, c.version from achievement c"
                    : "select " + far("c") + ", c.name, c.tenant, c.achievement, c.version from achievement c"
                            + " join asked on asked.language = c.language";
            return " where (" + order + ") > (" + place + " where c.tenant = " + value(last.tenant())
                    + " and c.achievement = " + value(last.achievement()) + " and c.version = " + value(last.version())
                    + ")";
        }
    }
}
