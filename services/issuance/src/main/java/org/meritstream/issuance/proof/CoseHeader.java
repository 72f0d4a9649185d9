package org.meritstream.issuance.proof;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One of the two headers of a COSE message (RFC 9052, section 3): a map from labels, which are integers or texts, to whatever.
 *
 * @param parameters by label: an integer in digits, a text behind a quotation mark, since the parser makes one name of both
 * @param length bytes that the map takes
 */
record CoseHeader(Map<String, JsonNode> parameters, int length) {
    /**
     * Bytes of a header, certificates among them. Not only against what fills memory: the parser keeps the tags before a value in an array that it
     * copies for each, and a million of them take it half a minute.
     */
    static final int LONGEST = 16 * 1024;

    private static final int MOST_TOKENS = 2_000;
    private static final int DEEPEST = 16;

    static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();
    private static final ObjectReader VALUES =
            new ObjectMapper(CBOR).reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final int MAJOR_TYPE = 5;
    private static final int TEXT = 3;
    private static final int MAP = 5;

    /**
     * The header that begins at this byte of a message.
     *
     * @throws IllegalArgumentException when there is none that COSE allows
     * @throws IOException when it is no CBOR, or is longer, deeper or fuller than any is
     */
    static CoseHeader at(int from, byte[] message) throws IOException {
        byte[] window = Arrays.copyOfRange(message, from, Math.min(message.length, from + LONGEST));
        require(window.length > 0 && (window[0] & 0xff) >> MAJOR_TYPE == MAP, "A header of the message is no map.");
        Map<String, JsonNode> parameters = new HashMap<>();
        try (CBORParser parser = CBOR.createParser(window)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String label = label(parser, window);
                parser.nextToken();
                JsonNode before = parameters.put(label, VALUES.readTree(parser));
                require(before == null, "A header of the message says one thing twice.");
            }
            return new CoseHeader(
                    parameters, Math.toIntExact(parser.currentLocation().getByteOffset()));
        }
    }

    private static String label(CBORParser parser, byte[] window) throws IOException {
        int first = window[Math.toIntExact(parser.currentTokenLocation().getByteOffset())] & 0xff;
        int type = first >> MAJOR_TYPE;
        require(type <= 1 || type == TEXT, "A header of the message has a label that is neither a number nor a text.");
        return type == TEXT ? '"' + parser.currentName() : parser.currentName();
    }

    /** The parameter of this label; missing where there is none. */
    JsonNode get(String label) {
        JsonNode value = parameters.get(label);
        return value == null ? MissingNode.getInstance() : value;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public String toString() {
        return "CoseHeader" + parameters.keySet();
    }
}
