package org.meritstream.issuance.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.proof.StrangersJson;

/**
 * One part that a token discloses (RFC 9901, section 4.2): a claim with its value, or a value within an array.
 *
 * @param text as it travels; the digest is of this
 * @param claim its name, or null of a value within an array
 */
record Disclosure(String text, @Nullable String claim, JsonNode value) {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final int OF_CLAIM = 3;
    private static final int OF_ELEMENT = 2;

    /** A claim that is to be hidden. */
    static Disclosure ofClaim(String salt, String claim, JsonNode value) {
        ArrayNode array =
                JsonNodeFactory.instance.arrayNode().add(salt).add(claim).add(value);
        return new Disclosure(encoded(array), claim, value);
    }

    /** A value within an array that is to be hidden. */
    static Disclosure ofElement(String salt, JsonNode value) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode().add(salt).add(value);
        return new Disclosure(encoded(array), null, value);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none, in words that may be shown
     */
    static Disclosure of(String text) {
        JsonNode array = decoded(text);
        if (array.size() == OF_CLAIM
                && array.path(0).isTextual()
                && array.path(1).isTextual()) {
            return new Disclosure(text, array.path(1).textValue(), array.path(2));
        }
        if (array.size() == OF_ELEMENT && array.path(0).isTextual()) {
            return new Disclosure(text, null, array.path(1));
        }
        throw malformed(null);
    }

    private static JsonNode decoded(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            String json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            JsonNode array = StrangersJson.read(json);
            if (!array.isArray()) {
                throw malformed(null);
            }
            return array;
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw malformed(e);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    /** How many values it has within it, itself among them. */
    int values() {
        return values(value);
    }

    private static int values(JsonNode node) {
        int all = 1;
        for (JsonNode child : node) {
            all += values(child);
        }
        return all;
    }

    private static IllegalArgumentException malformed(@Nullable Exception cause) {
        return new IllegalArgumentException("What the token discloses can not be understood.", cause);
    }

    private static String encoded(ArrayNode array) {
        return BASE64URL.encodeToString(array.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Disclosure";
    }
}
