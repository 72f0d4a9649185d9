package org.meritstream.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML as plain maps, lists and scalars: anchors and merge keys resolved, a key given twice refused. */
final class Yaml {
    private Yaml() {}

    static Map<String, Object> map(String text) {
        return asMap(Objects.requireNonNull(reader().<Object>load(text), "empty YAML"));
    }

    /** Every document of a stream that is not empty. */
    static List<Map<String, Object>> documents(String text) {
        return StreamSupport.stream(reader().loadAll(text).spliterator(), false)
                .filter(Objects::nonNull)
                .map(Yaml::asMap)
                .toList();
    }

    /** The mapping found by walking down the keys. */
    static Map<String, Object> at(Map<String, Object> from, String... keys) {
        var here = from;
        for (var key : keys) {
            here = asMap(Objects.requireNonNull(here.get(key), () -> "no " + key));
        }
        return here;
    }

    /** The lower mapping with the upper one laid over it, key by key, as Helm does with values. */
    static Map<String, Object> laidOver(Map<String, Object> upper, Map<String, Object> lower) {
        var laid = new HashMap<>(lower);
        upper.forEach((key, value) -> laid.merge(
                key,
                value,
                (below, above) ->
                        below instanceof Map && above instanceof Map ? laidOver(asMap(above), asMap(below)) : above));
        return laid;
    }

    @SuppressWarnings("unchecked") // a mapping with other keys than strings fails where it is used
    static Map<String, Object> asMap(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked") // likewise
    static List<String> asTexts(Object node) {
        return (List<String>) node;
    }

    private static org.yaml.snakeyaml.Yaml reader() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new org.yaml.snakeyaml.Yaml(new SafeConstructor(options));
    }
}
