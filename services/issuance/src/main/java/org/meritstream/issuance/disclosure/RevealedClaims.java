package org.meritstream.issuance.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says together with what it discloses (RFC 9901, section 7.1, steps 3 to 5): every disclosure has its digest in the token or in another
 * disclosure, and no digest stands twice. Digests without a disclosure are left out; they hide something or nothing. Pure.
 */
public final class RevealedClaims {
    static final String DIGESTS = "_sd";
    static final String DIGEST_OF_ELEMENT = "...";
    /** One disclosure may hold the next: who writes a token must not choose how deep this process goes. */
    private static final int DEEPEST = 64;
    /** As many values as one document may have, in all disclosures together. */
    private static final int MOST_VALUES = 100_000;

    private final Map<String, Disclosure> byDigest = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    private RevealedClaims(DigestAlgorithm algorithm, List<String> disclosures) {
        int values = 0;
        for (String text : disclosures) {
            Disclosure disclosure = Disclosure.of(text);
            values += disclosure.values();
            require(values <= MOST_VALUES, "The token discloses more than anybody would read.");
            require(byDigest.put(algorithm.of(text), disclosure) == null, "The token discloses something twice.");
        }
    }

    /**
     * The claims.
     *
     * @param signed the claims that the issuer signed
     * @throws IllegalArgumentException when the disclosures are not the token's, in words that may be shown
     */
    public static ObjectNode of(JsonNode signed, List<String> disclosures) {
        RevealedClaims revealed = new RevealedClaims(DigestAlgorithm.of(signed), disclosures);
        ObjectNode claims = revealed.object(signed, 0);
        claims.remove(DigestAlgorithm.CLAIM);
        require(
                revealed.used.size() == disclosures.size(),
                "The token comes with something that its issuer did not sign.");
        return claims;
    }

    private JsonNode value(JsonNode node, int depth) {
        require(depth <= DEEPEST, "What the token discloses lies too deep.");
        if (node.isObject()) {
            return object(node, depth);
        }
        return node.isArray() ? array(node, depth) : node;
    }

    private ObjectNode object(JsonNode node, int depth) {
        require(!node.has(DIGEST_OF_ELEMENT), "A digest stands in the token where it hides nothing.");
        ObjectNode revealed = JsonNodeFactory.instance.objectNode();
        node.properties().stream()
                .filter(member -> !member.getKey().equals(DIGESTS))
                .forEach(member -> revealed.set(member.getKey(), value(member.getValue(), depth + 1)));
        JsonNode digests = node.path(DIGESTS);
        require(digests.isMissingNode() || digests.isArray(), "The token's digests can not be understood.");
        for (JsonNode digest : digests) {
            Disclosure disclosure = disclosure(digest);
            if (disclosure != null) {
                claim(revealed, disclosure, depth);
            }
        }
        return revealed;
    }

    private void claim(ObjectNode revealed, Disclosure disclosure, int depth) {
        String name = disclosure.claim();
        if (name == null) {
            throw new IllegalArgumentException("The token discloses a value where a claim is hidden.");
        }
        require(
                !name.equals(DIGESTS) && !name.equals(DIGEST_OF_ELEMENT),
                "The token discloses a claim of a name that is not free.");
        require(!revealed.has(name), "The token discloses a claim that stands there already.");
        revealed.set(name, value(disclosure.value(), depth + 1));
    }

    private ArrayNode array(JsonNode node, int depth) {
        ArrayNode revealed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : node) {
            if (!element.isObject() || !element.has(DIGEST_OF_ELEMENT)) {
                revealed.add(value(element, depth + 1));
                continue;
            }
            require(element.size() == 1, "Beside a digest in the token stands something else.");
            Disclosure disclosure = disclosure(element.path(DIGEST_OF_ELEMENT));
            if (disclosure != null) {
                require(disclosure.claim() == null, "The token discloses a claim where a value is hidden.");
                revealed.add(value(disclosure.value(), depth + 1));
            }
        }
        return revealed;
    }

    private @Nullable Disclosure disclosure(JsonNode digest) {
        require(digest.isTextual(), "The token's digests can not be understood.");
        require(seen.add(digest.textValue()), "A digest stands twice in the token.");
        Disclosure disclosure = byDigest.get(digest.textValue());
        if (disclosure != null) {
            used.add(digest.textValue());
        }
        return disclosure;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
