package org.meritstream.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compose files: what the schema of the Compose Specification says against one, what it asks for, and what two come to. */
final class Compose {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                    SchemaLocation.of("classpath:compose/compose-spec.json"),
                    Repository.text(Repository.data("compose/compose-spec.json")),
                    InputFormat.JSON);

    private Compose() {}

    static List<String> errors(Map<String, Object> compose) {
        try {
            return SCHEMA.validate(new JsonMapper().writeValueAsString(compose), InputFormat.JSON).stream()
                    .map(Error::toString)
                    .toList();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Variables that hold or name a secret, each with what stands behind its name. */
    static Stream<MatchResult> secretVariables(String compose) {
        return Pattern.compile("\\$\\{([A-Z_]*(?:PASSWORD|KEY|SECRET|TOKEN)[A-Z_]*)([^}]*)}")
                .matcher(compose)
                .results();
    }

    /** The configs or secrets that services use. */
    static Set<String> uses(Map<String, Object> compose, String what) {
        return Yaml.at(compose, "services").values().stream()
                .map(service -> Yaml.asMap(service).get(what))
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .map(use -> use instanceof Map<?, ?> map ? String.valueOf(map.get("source")) : String.valueOf(use))
                .collect(Collectors.toSet());
    }

    /** What Compose makes of two files: mappings key by key, lists one behind the other, and of two values the later. */
    static Map<String, Object> merged(Map<String, Object> first, Map<String, Object> second) {
        Map<String, Object> merged = new HashMap<>(first);
        second.forEach((key, value) -> merged.merge(key, value, Compose::merged));
        return merged;
    }

    private static Object merged(Object first, Object second) {
        if (first instanceof Map && second instanceof Map) {
            return merged(Yaml.asMap(first), Yaml.asMap(second));
        }
        if (first instanceof List<?> some && second instanceof List<?> more) {
            List<Object> all = new ArrayList<>(some);
            all.addAll(more);
            return all;
        }
        return second;
    }
}
