package org.meritstream.evidence.judgement;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A sentence without its language: the key of a message and what is put into it. {@link Words} says it.
 *
 * @param key in {@code messages/explanation.properties}
 * @param args by name, in one order, so that equal phrases are equal JSON
 */
public record Phrase(String key, SortedMap<String, String> args) {

    /** A phrase with up to a few arguments, given as name, value, name, value, … */
    public static Phrase of(String key, String... namesAndValues) {
        SortedMap<String, String> args = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            args.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Phrase(key, args);
    }

    /** The same phrase with more arguments. */
    public Phrase with(Map<String, String> more) {
        SortedMap<String, String> all = new TreeMap<>(args);
        all.putAll(more);
        return new Phrase(key, all);
    }
}
