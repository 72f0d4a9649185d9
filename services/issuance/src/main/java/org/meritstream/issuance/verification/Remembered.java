package org.meritstream.issuance.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers that follow from bytes alone, by the digest of the bytes: what was looked into once is not looked into again while it is
 * unchanged, and one changed byte asks anew, so no answer grows stale. Bounded: the one that was not asked for longest goes first.
 *
 * @param <V> the answer
 */
final class Remembered<V> {
    private final Map<String, V> answers;
    private final Predicate<V> lasting;

    Remembered(int most) {
        this(most, any -> true);
    }

    /** @param lasting whether an answer is the same the next time */
    Remembered(int most, Predicate<V> lasting) {
        this.lasting = lasting;
        this.answers = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > most;
            }
        });
    }

    /** The answer for this text under this key. Two who ask at once may both compute it, and come to the same. */
    V of(String text, String key, Supplier<V> compute) {
        String digest = digest(text, key);
        V known = answers.get(digest);
        if (known != null) {
            return known;
        }
        V computed = compute.get();
        if (lasting.test(computed)) {
            answers.put(digest, computed);
        }
        return computed;
    }

    /** The key's own digest comes first and has one length, so no text and key run into another pair. */
    private static String digest(String text, String key) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(sha256.digest(key.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
