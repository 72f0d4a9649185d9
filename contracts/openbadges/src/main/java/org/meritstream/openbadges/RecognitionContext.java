package org.meritstream.openbadges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON-LD context of what Open Badges has no terms for: recognition data by the EU Council Recommendation of 2022, Annex I. Its digest
 * stands in its address, so whoever has read it can tell that it is the one that was meant, wherever it was read from. A document that was
 * ever named in a credential stays carried: another meaning is another document, with another address.
 */
public final class RecognitionContext {
    /** Below a deployment's public address, before the digest. */
    public static final String PATH = "/contexts/recognition/";

    /** SHA-256 of the document that is named today, in hexadecimal. */
    public static final String CURRENT = "a8c770780063b6dfed22a6be1b58c5e3d3ef8e6adbb0c4290538fe33ee4a6e8d";

    private static final List<String> EVER = List.of(CURRENT);
    private static final Pattern ADDRESS = Pattern.compile("https?://[^?#\\s]+" + PATH + "([0-9a-f]{64})");
    private static final Map<String, String> DOCUMENTS = documents();

    private RecognitionContext() {}

    /**
     * Its address.
     *
     * @param base public address of the platform, without a trailing slash
     */
    public static String address(String base) {
        return base + PATH + CURRENT;
    }

    /** The document with a digest, where there ever was one. */
    public static Optional<String> document(String digest) {
        return Optional.ofNullable(DOCUMENTS.get(digest));
    }

    /** The document at an address, whoever serves it: it is what its digest says, or it is not that context. */
    public static Optional<String> at(String url) {
        Matcher address = ADDRESS.matcher(url);
        return address.matches() ? document(address.group(1)) : Optional.empty();
    }

    private static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        EVER.forEach(digest -> documents.put(digest, read("/contexts/recognition/" + digest + ".jsonld")));
        return Map.copyOf(documents);
    }

    private static String read(String resource) {
        try (InputStream in = RecognitionContext.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
