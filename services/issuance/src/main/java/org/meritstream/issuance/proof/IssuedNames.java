package org.meritstream.issuance.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names for blank nodes, given in the order in which they are asked for (RDFC-1.0, section 4.5). */
final class IssuedNames {
    private final String prefix;
    private final Map<String, String> names;

    IssuedNames(String prefix) {
        this(prefix, new LinkedHashMap<>());
    }

    private IssuedNames(String prefix, Map<String, String> names) {
        this.prefix = prefix;
        this.names = names;
    }

    /** Its name, a new one where it has none. */
    String issue(String node) {
        return names.computeIfAbsent(node, unnamed -> prefix + names.size());
    }

    /** Its name, or null. */
    @Nullable
    String of(String node) {
        return names.get(node);
    }

    boolean has(String node) {
        return names.containsKey(node);
    }

    /** Those that have names, in the order in which they got them. */
    Set<String> nodes() {
        return names.keySet();
    }

    /** What it goes on from here apart from this. */
    IssuedNames copy() {
        return new IssuedNames(prefix, new LinkedHashMap<>(names));
    }
}
