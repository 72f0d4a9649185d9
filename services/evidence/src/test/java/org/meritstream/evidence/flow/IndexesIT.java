package org.meritstream.evidence.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.meritstream.events.AwardRule;
import org.meritstream.events.EventFormat;
import org.meritstream.events.ReleasePolicy;
import org.meritstream.evidence.ByHand;
import org.meritstream.evidence.judgement.Fixtures;
import org.meritstream.log.BatchHandler;
import org.meritstream.proving.RealServers;
import org.meritstream.proving.StaffTokens;

/**
 * What a turn of the loop reads, it finds by an index, however many dossiers there are: every statement that turns have prepared is
 * explained by PostgreSQL itself, without its values, over tables too large to be read through. The one connection is this class's own, so that
 * what is prepared in it is what these turns asked.
 */
@QuarkusTest
@TestProfile(IndexesIT.ConnectionOfItsOwn.class)
@QuarkusTestResource(StaffTokens.class)
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class IndexesIT {
    private static final List<String> TENANTS = List.of("indexes-1", "indexes-2");
    private static final Set<String> GROWING = Set.of("learner", "fact", "dossier", "award", "handled");
    private static final Pattern OF_A_GROWING_TABLE =
            Pattern.compile("(?is).*\\b(from|join|into|update)\\s+(" + String.join("|", GROWING) + ")\\b.*");

    @Inject
    BatchHandler handler;

    @Inject
    Pool pool;

    @Test
    void readsWhatGrowsWithDossiersByIndexesAlone() throws JsonProcessingException {
        for (String statement : Files.read("indexes/fill.sql").split(";", -1)) {
            pool.query(statement).executeAndAwait();
        }
        for (String tenant : TENANTS) {
            handler.handle(List.of(Happenings.publish(Fixtures.version(
                    tenant, 1, ReleasePolicy.AT_ONCE, AwardRule.ALL, Fixtures.raw("assignment/355", "60")))));
            handler.handle(List.of(Happenings.profiled(tenant, Fixtures.AMINA)));
            handler.handle(List.of(RunningEvidence.passing(tenant, Fixtures.AMINA)));
        }

        Set<String> statements = prepared();
        Set<String> used = new TreeSet<>();
        for (String statement : statements) {
            JsonNode plan = explained(statement);
            assertThat(readThrough(plan)).as(statement).isEmpty();
            plan.findValues("Index Name").forEach(name -> used.add(name.asText()));
        }
        assertThat(statements).as("what turns asked").hasSizeGreaterThan(5);
        assertThat(used)
                .as("each has its work; docs/judgement.md names them")
                .contains("fact_by_learner", "learner_by_person", "learner_pkey", "handled_pkey")
                .anyMatch(name -> name.startsWith("dossier_"))
                .anyMatch(name -> name.startsWith("award_"));
    }

    /** What has been prepared so far, of the tables that grow. */
    private Set<String> prepared() {
        Set<String> statements = new LinkedHashSet<>();
        List<Row> rows = pool.query("select statement from pg_prepared_statements").executeAndAwait().stream()
                .toList();
        rows.stream()
                .map(row -> row.getString("statement"))
                .filter(OF_A_GROWING_TABLE.asMatchPredicate())
                .forEach(statements::add);
        return statements;
    }

    private JsonNode explained(String statement) throws JsonProcessingException {
        Row row = pool.query("explain (generic_plan, format json) " + statement)
                .executeAndAwait()
                .iterator()
                .next();
        return EventFormat.JSON.readTree(row.getValue(0).toString());
    }

    /** As {@link ByHand}, with one connection. */
    public static final class ConnectionOfItsOwn extends ByHand {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.datasource.reactive.max-size", "1");
            return settings;
        }
    }

    private static List<String> readThrough(JsonNode plan) {
        return plan.findParents("Relation Name").stream()
                .filter(node -> node.path("Node Type").asText().equals("Seq Scan"))
                .map(node -> node.path("Relation Name").asText())
                .filter(GROWING::contains)
                .toList();
    }
}
