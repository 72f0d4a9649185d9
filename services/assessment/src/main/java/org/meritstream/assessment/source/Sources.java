package org.meritstream.assessment.source;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.flow.AssessmentConfig;
import org.meritstream.events.SourceKind;
import org.meritstream.log.KeyWrap;

/** The senders, in PostgreSQL by Hibernate Reactive. */
@ApplicationScoped
public class Sources {
    private static final String PUT = """
            insert into source (tenant, id, kind, join_by, root_account, jwks, jwks_url, username, password, test, changed_at)
            values (:tenant, :id, :kind, :joinBy, :root, :jwks, :jwksUrl, :username, :password, :test, :at)
            on conflict (tenant, id) do update set kind = excluded.kind, join_by = excluded.join_by,
              root_account = excluded.root_account, jwks = excluded.jwks, jwks_url = excluded.jwks_url,
              username = excluded.username, password = coalesce(excluded.password, source.password),
              test = excluded.test, changed_at = excluded.changed_at""";

    private static final Logger LOG = Logger.getLogger(Sources.class);

    private final Mutiny.SessionFactory sessions;
    private final KeyWrap wrap;

    public Sources(Mutiny.SessionFactory sessions, AssessmentConfig config) {
        this.sessions = sessions;
        this.wrap = KeyWrap.fromFile(config.keyEncryptionKeyFile(), new SecureRandom());
    }

    /** Every source of every tenant, secrets unwrapped: for the intake. */
    public Uni<List<Source>> all() {
        return sessions.withStatelessSession(session -> session.createSelectionQuery("from SourceRow", SourceRow.class)
                        .getResultList())
                .map(rows -> rows.stream().map(this::open).toList());
    }

    /** The sources of a tenant, by name. */
    Uni<List<SourceRow>> of(String tenant) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                        "from SourceRow s where s.tenant = :tenant order by s.id", SourceRow.class)
                .setParameter("tenant", tenant)
                .getResultList());
    }

    /** One source, or null. */
    Uni<@Nullable SourceRow> find(String tenant, String id) {
        return sessions.withStatelessSession(session -> session.createSelectionQuery(
                        "from SourceRow s where s.tenant = :tenant and s.id = :id", SourceRow.class)
                .setParameter("tenant", tenant)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }

    /** Creates a source or replaces it, in one statement; a password that is not given stays. */
    Uni<Void> put(SourceRow row) {
        return sessions.withTransaction(session -> session.createNativeQuery(PUT)
                        .setParameter("tenant", row.tenant)
                        .setParameter("id", row.id)
                        .setParameter("kind", row.kind.name())
                        .setParameter("joinBy", row.joinBy.name())
                        .setParameter("root", row.rootAccount)
                        .setParameter("jwks", row.jwks)
                        .setParameter("jwksUrl", row.jwksUrl)
                        .setParameter("username", row.username)
                        .setParameter("password", row.password)
                        .setParameter("test", row.test)
                        .setParameter("at", row.changedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The row that settings make; the password is wrapped for this tenant and source. */
    SourceRow row(String tenant, String id, SourceSettings settings, Instant at) {
        SourceRow row = new SourceRow();
        row.tenant = tenant;
        row.id = id;
        row.kind = settings.kind() == null ? SourceKind.CANVAS_LIVE : settings.kind();
        row.joinBy = settings.joinBy() == null ? JoinBy.STUDENT_NUMBER : settings.joinBy();
        row.rootAccount = settings.rootAccountUuid();
        row.jwks = settings.jwks() == null ? null : settings.jwks().toString();
        row.jwksUrl = settings.jwksUrl();
        row.username = settings.username();
        String password = settings.password();
        row.password = password == null ? null : wrap.wrap(label(row), password.getBytes(StandardCharsets.UTF_8));
        row.test = Boolean.TRUE.equals(settings.test());
        row.changedAt = at;
        return row;
    }

    private Source open(SourceRow row) {
        return new Source(
                row.tenant,
                row.id,
                row.kind,
                row.joinBy,
                row.rootAccount,
                CheckSourceDecision.keys(row.jwks),
                row.jwksUrl == null ? null : URI.create(row.jwksUrl),
                row.username,
                password(row),
                row.test);
    }

    /** One secret that does not open, under a lost key say, must not take the other sources away: this one authenticates nobody. */
    private @Nullable String password(SourceRow row) {
        try {
            return row.password == null
                    ? null
                    : new String(wrap.unwrap(label(row), row.password), StandardCharsets.UTF_8);
        } catch (IllegalStateException e) {
            LOG.errorf("source.secret-unreadable source=%s/%s", row.tenant, row.id);
            return null;
        }
    }

    private static String label(SourceRow row) {
        return row.tenant + "/" + row.id;
    }
}
