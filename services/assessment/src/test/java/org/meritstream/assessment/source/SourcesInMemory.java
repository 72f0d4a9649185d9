package org.meritstream.assessment.source;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.Tokens;
import org.meritstream.assessment.flow.AssessmentConfig;
import org.meritstream.events.SourceKind;

/** Two tenants with a Canvas and a Moodle each; what is put stays for the run. */
@Alternative
@Singleton
public class SourcesInMemory extends Sources {
    /** Root account of northgate, as the fixtures have it. */
    public static final String ROOT = "q7Vn2kRkTqfMZ0aYb1sL9dXcPqJ3Tw5uHgE8oNri";

    /** Password of every Moodle. */
    public static final String PASSWORD = "planted-password-of-moodle";

    private final Map<String, SourceRow> rows = new ConcurrentSkipListMap<>();

    public SourcesInMemory(Mutiny.SessionFactory sessions, AssessmentConfig config) {
        super(sessions, config);
    }

    @Override
    public Uni<List<Source>> all() {
        return Uni.createFrom()
                .item(() -> List.of(
                        canvas("northgate", ROOT, Tokens.KEY),
                        canvas("southbank", "root-of-southbank", Tokens.OTHER),
                        moodle("northgate", PASSWORD),
                        moodle("southbank", "another-password")));
    }

    @Override
    Uni<List<SourceRow>> of(String tenant) {
        return Uni.createFrom()
                .item(() -> new ArrayList<>(new TreeMap<>(rows)
                        .values().stream()
                                .filter(row -> row.tenant.equals(tenant))
                                .toList()));
    }

    @Override
    Uni<@Nullable SourceRow> find(String tenant, String id) {
        return Uni.createFrom().item(rows.get(tenant + "/" + id));
    }

    @Override
    Uni<Void> put(SourceRow row) {
        rows.put(row.tenant + "/" + row.id, row);
        return Uni.createFrom().voidItem();
    }

    private static Source canvas(String tenant, String root, RSAKey key) {
        return new Source(
                tenant,
                "canvas",
                SourceKind.CANVAS_LIVE,
                JoinBy.STUDENT_NUMBER,
                root,
                new JWKSet(key.toPublicJWK()),
                null,
                null,
                null,
                false);
    }

    private static Source moodle(String tenant, String password) {
        return new Source(
                tenant,
                "moodle",
                SourceKind.MOODLE_XAPI,
                JoinBy.STUDENT_NUMBER,
                null,
                null,
                null,
                "moodle",
                password,
                false);
    }
}
