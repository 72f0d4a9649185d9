package org.meritstream.issuance.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Claims of which the holder is to choose what is seen (RFC 9901, section 4.2). Not to be shared.
 *
 * <p>Digests stand in the order of their text, and decoys among them, so that neither what a claim is called nor how many there are shows
 * (sections 4.2.4.1 and 4.2.5).
 */
public final class ConcealedClaims {
    private static final DigestAlgorithm ALGORITHM = DigestAlgorithm.SHA_256;

    private final Supplier<String> salts;
    private final ObjectNode open = JsonNodeFactory.instance.objectNode();
    private final List<Disclosure> claims = new ArrayList<>();
    private final List<Disclosure> elements = new ArrayList<>();

    /** @param salts a new one each time: 128 random bits in base64url (section 9.3) */
    public ConcealedClaims(Supplier<String> salts) {
        this.salts = salts;
    }

    /** A claim that everybody sees. */
    public void open(String claim, JsonNode value) {
        open.set(claim, value);
    }

    /** A claim that is seen when its holder discloses it. */
    public void concealed(String claim, JsonNode value) {
        claims.add(Disclosure.ofClaim(salts.get(), claim, value));
    }

    /** The same of several values, each of which is disclosed on its own. */
    public void concealedEach(String claim, Iterable<JsonNode> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonNode value : values) {
            Disclosure element = Disclosure.ofElement(salts.get(), value);
            elements.add(element);
            array.addObject().put(RevealedClaims.DIGEST_OF_ELEMENT, ALGORITHM.of(element.text()));
        }
        concealed(claim, array);
    }

    /**
     * What is to be signed.
     *
     * @param digests how many stand there, of claims and decoys together
     */
    public String signed(int digests) {
        TreeSet<String> sorted = new TreeSet<>();
        claims.forEach(claim -> sorted.add(ALGORITHM.of(claim.text())));
        while (sorted.size() < digests) {
            sorted.add(ALGORITHM.of(salts.get()));
        }
        ObjectNode payload = open.deepCopy();
        ArrayNode listed = payload.putArray(RevealedClaims.DIGESTS);
        sorted.forEach(listed::add);
        return payload.put(DigestAlgorithm.CLAIM, ALGORITHM.text()).toString();
    }

    /** The token with all that it can disclose. */
    public String token(String jwt) {
        List<String> texts = new ArrayList<>();
        claims.forEach(claim -> texts.add(claim.text()));
        elements.forEach(element -> texts.add(element.text()));
        return new SdJwt(jwt, texts, null).unbound();
    }
}
