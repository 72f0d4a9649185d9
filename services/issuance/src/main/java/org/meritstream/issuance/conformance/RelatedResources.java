package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.Contexts;
import org.meritstream.issuance.proof.Multibase;

/**
 * Resources that a credential names with their digests (VC Data Model 2.0, section 5.3). Nothing is fetched; the digests of the base context are known,
 * and a credential that states another one contradicts what is published. Pure.
 */
final class RelatedResources {
    private static final Pattern SRI = Pattern.compile("sha(?:256|384|512)-([A-Za-z0-9+/]+={0,2})");

    /**
     * SHA-256 and SHA-384 of what the W3C published at the address: the Recommendation's file, whose digest its appendix B.1 states, and the one
     * of the candidate before (w3c/vc-data-model 8d0ee107), which the suite's fixtures state.
     */
    private static final Map<String, Set<String>> PUBLISHED = Map.of(
            Contexts.CREDENTIALS_V2,
            Set.of(
                    "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
                    hex("l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU"),
                    "24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9",
                    hex("NSOcNpmdIVUxIJGvGUoe22FjTWrXiaXlsZ8q6912LdnR3KraQO2n75Ica4wK4Qeg")));

    /** What stands before a digest in a multihash: its algorithm and length. */
    private static final List<String> MULTIHASHES = List.of("1220", "2030", "1340");

    private RelatedResources() {}

    static void check(JsonNode resources, Conformity.Findings findings) {
        Set<String> ids = new HashSet<>();
        for (JsonNode resource : Values.several(resources)) {
            if (!resource.isObject() || !Values.url(resource.path("id"))) {
                findings.require(false, "A related resource is not an object with a URL as its id.");
                continue;
            }
            String id = resource.path("id").textValue();
            findings.require(ids.add(id), "Two related resources have the same id.");
            findings.require(
                    resource.has("digestSRI") || resource.has("digestMultibase"), "A related resource has no digest.");
            digest(id, resource, "digestSRI", findings);
            digest(id, resource, "digestMultibase", findings);
        }
    }

    private static void digest(String id, JsonNode resource, String member, Conformity.Findings findings) {
        if (!resource.has(member)) {
            return;
        }
        String text = resource.path(member).asText();
        String digest = member.equals("digestSRI") ? sri(text) : multibase(text);
        if (digest == null) {
            findings.require(false, "The " + member + " of a related resource is none.");
        } else if (contradicts(id, digest)) {
            findings.add(new Fault(
                    FaultType.CRYPTOGRAPHIC_SECURITY_ERROR,
                    "The " + member + " of a related resource is not that of what is published there."));
        }
    }

    private static boolean contradicts(String id, String digest) {
        Set<String> published = PUBLISHED.getOrDefault(id, Set.of());
        return published.stream().anyMatch(known -> known.length() == digest.length()) && !published.contains(digest);
    }

    private static @Nullable String sri(String text) {
        Matcher matcher = SRI.matcher(text);
        return matcher.matches() ? hex(matcher.group(1)) : null;
    }

    private static @Nullable String multibase(String text) {
        try {
            byte[] bytes =
                    text.startsWith("u") ? Base64.getUrlDecoder().decode(text.substring(1)) : Multibase.bytes(text);
            return bare(HexFormat.of().formatHex(bytes));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String bare(String digest) {
        for (String prefix : MULTIHASHES) {
            int length = 2 * Integer.parseInt(prefix.substring(2), 16);
            if (digest.startsWith(prefix) && digest.length() == prefix.length() + length) {
                return digest.substring(prefix.length());
            }
        }
        return digest;
    }

    private static String hex(String base64) {
        return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    }
}
