package org.meritstream.evidence.awards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.AwardComponent;
import org.meritstream.events.AwardEvidence;
import org.meritstream.events.AwardResult;
import org.meritstream.events.AwardWithdrawalReason;
import org.meritstream.events.EventFormat;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.events.WithholdingReason;
import org.meritstream.evidence.awards.Award.Basis;
import org.meritstream.evidence.awards.Award.Regard;
import org.meritstream.evidence.awards.Award.Stand;
import org.meritstream.evidence.learners.LearnerKey;

/** An award as a row of its table, both ways. */
final class AwardRow {
    static final String COLUMNS =
            "a.id, a.tenant, a.learner, a.achievement, a.version, a.number, a.release, a.release_at, a.facts, "
                    + "a.results::text as results, a.evidence::text as evidence, a.components::text as components, a.cause, "
                    + "a.state, a.reason, a.earned_at, a.approved_at, a.conferred_at, a.withdrawn_at, a.withheld_at, "
                    + "a.withheld_by, a.replaces, a.regard";

    private static final TypeReference<List<AwardResult>> RESULTS = new TypeReference<>() {};
    private static final TypeReference<List<AwardEvidence>> EVIDENCE = new TypeReference<>() {};

    private static final TypeReference<List<AwardComponent>> COMPONENTS = new TypeReference<>() {};

    private AwardRow() {}

    static Award award(Row row) {
        return new Award(
                row.getUUID("id"),
                new LearnerKey(row.getString("tenant"), row.getUUID("learner")),
                row.getString("achievement"),
                row.getInteger("version"),
                row.getInteger("number"),
                new Release(
                        ReleasePolicy.valueOf(row.getString("release")), instant(row.getOffsetDateTime("release_at"))),
                new Basis(
                        List.of(row.getArrayOfStrings("facts")),
                        list(row.getString("results"), RESULTS),
                        list(row.getString("evidence"), EVIDENCE),
                        list(row.getString("components"), COMPONENTS)),
                row.getString("cause"),
                row.getOffsetDateTime("earned_at").toInstant(),
                stand(row),
                Regard.valueOf(row.getString("regard")));
    }

    static List<Object> params(List<Award> awards) {
        List<Object> params = new ArrayList<>();
        params.add(column(awards, Award::id).toArray(UUID[]::new));
        params.add(column(awards, a -> a.learner().tenant()).toArray(String[]::new));
        params.add(column(awards, a -> a.learner().id()).toArray(UUID[]::new));
        params.add(column(awards, Award::achievement).toArray(String[]::new));
        params.add(column(awards, Award::version).toArray(Integer[]::new));
        params.add(column(awards, Award::number).toArray(Integer[]::new));
        params.add(column(awards, a -> a.release().policy().name()).toArray(String[]::new));
        params.add(column(awards, a -> json(a.basis().facts())).toArray(String[]::new));
        params.add(column(awards, a -> json(a.basis().results())).toArray(String[]::new));
        params.add(column(awards, Award::cause).toArray(String[]::new));
        params.add(column(awards, a -> state(a.stand())).toArray(String[]::new));
        params.add(column(awards, a -> reason(a.stand())).toArray(String[]::new));
        params.add(column(awards, a -> time(a.earnedAt())).toArray(OffsetDateTime[]::new));
        params.add(column(awards, a -> time(conferredAt(a.stand()))).toArray(OffsetDateTime[]::new));
        params.add(column(awards, a -> time(withdrawnAt(a.stand()))).toArray(OffsetDateTime[]::new));
        params.add(column(awards, a -> time(a.release().at())).toArray(OffsetDateTime[]::new));
        params.add(column(awards, a -> time(a.approvedAt())).toArray(OffsetDateTime[]::new));
        params.add(column(awards, a -> json(a.basis().evidence())).toArray(String[]::new));
        params.add(column(awards, a -> json(a.basis().components())).toArray(String[]::new));
        params.add(column(awards, a -> time(withheldAt(a.stand()))).toArray(OffsetDateTime[]::new));
        params.add(column(awards, a -> withheldBy(a.stand())).toArray(String[]::new));
        params.add(column(awards, a -> replaces(a.stand())).toArray(UUID[]::new));
        params.add(column(awards, a -> a.regard().name()).toArray(String[]::new));
        return params;
    }

    /** The name of a stand, in the store and in the API. */
    static String state(Stand stand) {
        return switch (stand) {
            case Stand.Earned earned -> "EARNED";
            case Stand.Withheld withheld -> "WITHHELD";
            case Stand.Conferred conferred -> "CONFERRED";
            case Stand.Withdrawn withdrawn -> "WITHDRAWN";
        };
    }

    static @Nullable String reason(Stand stand) {
        return stand instanceof Stand.Withdrawn withdrawn ? withdrawn.reason().name() : null;
    }

    static @Nullable Instant conferredAt(Stand stand) {
        return switch (stand) {
            case Stand.Earned earned -> null;
            case Stand.Withheld withheld -> null;
            case Stand.Conferred conferred -> conferred.at();
            case Stand.Withdrawn withdrawn -> withdrawn.conferredAt();
        };
    }

    static @Nullable UUID replaces(Stand stand) {
        return stand instanceof Stand.Conferred conferred ? conferred.replaces() : null;
    }

    static @Nullable Instant withheldAt(Stand stand) {
        return stand instanceof Stand.Withheld withheld ? withheld.at() : null;
    }

    static @Nullable String withheldBy(Stand stand) {
        return stand instanceof Stand.Withheld withheld ? withheld.reason().name() : null;
    }

    static @Nullable Instant withdrawnAt(Stand stand) {
        return stand instanceof Stand.Withdrawn withdrawn ? withdrawn.at() : null;
    }

    private static Stand stand(Row row) {
        Instant conferred = instant(row.getOffsetDateTime("conferred_at"));
        Instant withdrawn = instant(row.getOffsetDateTime("withdrawn_at"));
        if (withdrawn != null) {
            AwardWithdrawalReason reason = AwardWithdrawalReason.valueOf(row.getString("reason"));
            return new Stand.Withdrawn(conferred, withdrawn, reason);
        }
        if (conferred != null) {
            return new Stand.Conferred(conferred, row.getUUID("replaces"));
        }
        Instant withheld = instant(row.getOffsetDateTime("withheld_at"));
        return withheld == null
                ? new Stand.Earned(instant(row.getOffsetDateTime("approved_at")))
                : new Stand.Withheld(withheld, WithholdingReason.valueOf(row.getString("withheld_by")));
    }

    private static <V extends @Nullable Object> List<V> column(List<Award> awards, Function<Award, V> value) {
        return awards.stream().map(value).toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String json(Object value) {
        try {
            return EventFormat.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An award can always be written", e);
        }
    }

    private static <V> List<V> list(String json, TypeReference<List<V>> type) {
        try {
            return EventFormat.JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored can be read", e);
        }
    }
}
