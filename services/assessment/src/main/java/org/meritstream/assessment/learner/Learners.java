package org.meritstream.assessment.learner;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.postgres.Database;
import org.meritstream.log.postgres.Write;

/** Roster and accounts in PostgreSQL, for the loop: one statement for a batch. */
public final class Learners {
    private static final String COLUMNS =
            "select id, tenant, student_number, display_name, email, email_key, language, profiled_at from learner where ";
    private static final String ACCOUNTS =
            "select id, tenant, learner, announced, since from account where id = any($1::uuid[])";
    private static final String PROFILE = """
            insert into learner (id, tenant, student_number, display_name, email, email_key, language, profiled_at)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[],
              $8::timestamptz[])
            on conflict (id) do update set display_name = excluded.display_name, email = excluded.email,
              email_key = excluded.email_key, language = excluded.language, profiled_at = excluded.profiled_at
            where learner.profiled_at < excluded.profiled_at""";
    private static final String ADD = """
            insert into account (id, tenant, learner, announced, since)
            select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::boolean[], $5::timestamptz[])
            on conflict (id) do nothing""";
    private static final String LINK = """
            update account a set learner = u.learner, since = u.since
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[]) as u(id, before, learner, since)
            where a.id = u.id and a.learner is not distinct from u.before""";

    private Learners() {}

    /** Profiles of these learners. */
    public static List<Profile> byId(Database database, List<UUID> learners) {
        return profiles(database, "id = any($1::uuid[])", learners);
    }

    /** Profiles of everybody with these e-mail addresses. */
    public static List<Profile> byEmail(Database database, List<UUID> emailKeys) {
        return profiles(database, "email_key = any($1::uuid[])", emailKeys);
    }

    /** Accounts by id. */
    public static List<Account> accounts(Database database, List<UUID> accounts) {
        List<Account> found = new ArrayList<>();
        if (accounts.isEmpty()) {
            return found;
        }
        for (Row row : database.query(ACCOUNTS, Tuple.of(accounts.toArray(UUID[]::new)))) {
            found.add(new Account(
                    row.getUUID("id"),
                    row.getString("tenant"),
                    row.getUUID("learner"),
                    row.getBoolean("announced"),
                    row.getOffsetDateTime("since").toInstant()));
        }
        return found;
    }

    /** Stores what the roster said and which accounts are whose. Guarded: another replica's word in between fails the turn. */
    public static List<Write> writes(RosterBook roster, AccountBook accounts) {
        List<Write> writes = new ArrayList<>();
        if (!roster.changed().isEmpty()) {
            writes.add(profiles(roster.changed()));
        }
        if (!accounts.added().isEmpty()) {
            writes.add(added(accounts.added()));
        }
        if (!accounts.changed().isEmpty()) {
            writes.add(linked(accounts));
        }
        return writes;
    }

    private static Write profiles(List<Profile> profiles) {
        Tuple params = Tuple.tuple()
                .addArrayOfUUID(column(profiles, Profile::id, UUID[]::new))
                .addArrayOfString(column(profiles, Profile::tenant, String[]::new))
                .addArrayOfString(column(profiles, Profile::studentNumber, String[]::new))
                .addArrayOfString(column(profiles, Profile::displayName, String[]::new))
                .addArrayOfString(column(profiles, Profile::email, String[]::new))
                .addArrayOfUUID(column(profiles, Profile::emailKey, UUID[]::new))
                .addArrayOfString(column(profiles, Profile::language, String[]::new))
                .addArrayOfOffsetDateTime(column(profiles, p -> utc(p.profiledAt()), OffsetDateTime[]::new));
        return Write.exactly(profiles.size(), PROFILE, params);
    }

    private static Write added(List<Account> accounts) {
        Tuple params = Tuple.tuple()
                .addArrayOfUUID(column(accounts, Account::id, UUID[]::new))
                .addArrayOfString(column(accounts, Account::tenant, String[]::new))
                .addArrayOfUUID(column(accounts, Account::learner, UUID[]::new))
                .addArrayOfBoolean(column(accounts, Account::announced, Boolean[]::new))
                .addArrayOfOffsetDateTime(column(accounts, a -> utc(a.since()), OffsetDateTime[]::new));
        return Write.exactly(accounts.size(), ADD, params);
    }

    private static Write linked(AccountBook book) {
        List<Account> accounts = book.changed();
        Tuple params = Tuple.tuple()
                .addArrayOfUUID(column(accounts, Account::id, UUID[]::new))
                .addArrayOfUUID(column(accounts, book::before, UUID[]::new))
                .addArrayOfUUID(column(accounts, Account::learner, UUID[]::new))
                .addArrayOfOffsetDateTime(column(accounts, a -> utc(a.since()), OffsetDateTime[]::new));
        return Write.exactly(accounts.size(), LINK, params);
    }

    private static List<Profile> profiles(Database database, String condition, List<UUID> keys) {
        List<Profile> found = new ArrayList<>();
        if (keys.isEmpty()) {
            return found;
        }
        for (Row row : database.query(COLUMNS + condition, Tuple.of(keys.toArray(UUID[]::new)))) {
            found.add(new Profile(
                    row.getUUID("id"),
                    row.getString("tenant"),
                    row.getString("student_number"),
                    row.getString("display_name"),
                    row.getString("email"),
                    row.getUUID("email_key"),
                    row.getString("language"),
                    row.getOffsetDateTime("profiled_at").toInstant()));
        }
        return found;
    }

    private static <T, R> R[] column(List<T> rows, Function<T, ? extends @Nullable R> part, IntFunction<R[]> array) {
        return rows.stream().map(part).toArray(array);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
