package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.meritstream.issuance.proof.Multibase;

/**
 * A digest of what stands at an address, as a credential states it (VC Data Model 2.0, section 5.3).
 *
 * @param algorithm as Java names it
 * @param value in hexadecimal digits
 */
record ResourceDigest(String algorithm, String value) {
    private static final String SRI_MEMBER = "digestSRI";
    private static final String MULTIBASE_MEMBER = "digestMultibase";
    private static final Pattern SRI = Pattern.compile("sha(256|384|512)-([A-Za-z0-9+/]+={0,2})");

    /** What stands before a digest in a multihash: its algorithm and its length in bytes. */
    private static final Map<String, String> MULTIHASHES =
            Map.of("1220", "SHA-256", "2030", "SHA-384", "1340", "SHA-512");

    /** Whether it states one, well written or not. */
    static boolean stated(JsonNode resource) {
        return resource.has(SRI_MEMBER) || resource.has(MULTIBASE_MEMBER);
    }

    /** Each that a resource states; none where one of them is not understood, for then not all can be compared. */
    static List<ResourceDigest> of(JsonNode resource) {
        List<Optional<ResourceDigest>> stated = new ArrayList<>();
        if (resource.has(SRI_MEMBER)) {
            stated.add(sri(resource.path(SRI_MEMBER).asText()));
        }
        if (resource.has(MULTIBASE_MEMBER)) {
            stated.add(multibase(resource.path(MULTIBASE_MEMBER).asText()));
        }
        return stated.stream().allMatch(Optional::isPresent)
                ? stated.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    /** Of Subresource Integrity, section 3.5. What is not base64 is the digest of nothing. */
    static Optional<ResourceDigest> sri(String text) {
        Matcher matcher = SRI.matcher(text);
        return matcher.matches()
                ? Optional.of(new ResourceDigest("SHA-" + matcher.group(1), hex(matcher.group(2))))
                : Optional.empty();
    }

    private static String hex(String base64) {
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** A multihash in Multibase (Controlled Identifiers 1.0, sections 2.4 and 2.5). */
    private static Optional<ResourceDigest> multibase(String text) {
        try {
            String hash = HexFormat.of()
                    .formatHex(
                            text.startsWith("u")
                                    ? Base64.getUrlDecoder().decode(text.substring(1))
                                    : Multibase.bytes(text));
            return MULTIHASHES.entrySet().stream()
                    .filter(kind -> hash.startsWith(kind.getKey()) && hash.length() == length(kind.getKey()))
                    .findFirst()
                    .map(kind -> new ResourceDigest(
                            kind.getValue(), hash.substring(kind.getKey().length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Of a multihash with this beginning, in digits. */
    private static int length(String beginning) {
        return beginning.length() + 2 * Integer.parseInt(beginning.substring(2), 16);
    }

    /** Whether these bytes have it. */
    boolean matches(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(bytes))
                    .equals(value);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }
}
