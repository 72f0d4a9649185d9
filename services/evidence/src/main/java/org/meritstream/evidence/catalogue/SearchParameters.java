package org.meritstream.evidence.catalogue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a search as they were sent, and addresses of the same search that differ in one of them. */
record SearchParameters(Map<String, List<String>> given) {
    static final String LANG = "lang";
    private static final String PATH = "/achievements";

    /** The first value, or nothing. */
    String first(String parameter) {
        List<String> values = given.getOrDefault(parameter, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The path and query with another value of one parameter, or without it where the value is null. */
    String with(String parameter, @Nullable String value) {
        List<String> pairs = new ArrayList<>();
        for (String name : QueryReading.NAMES) {
            if (!name.equals(parameter)) {
                given.getOrDefault(name, List.of()).stream()
                        .filter(sent -> !sent.isBlank())
                        .forEach(sent -> pairs.add(pair(name, sent)));
            }
        }
        String lang = parameter.equals(LANG) ? value : first(LANG);
        if (!parameter.equals(LANG) && value != null) {
            pairs.add(pair(parameter, value));
        }
        if (lang != null && !lang.isBlank()) {
            pairs.add(pair(LANG, lang));
        }
        return pairs.isEmpty() ? PATH : PATH + "?" + String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
