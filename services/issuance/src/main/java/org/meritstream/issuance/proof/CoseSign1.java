package org.meritstream.issuance.proof;

import static org.meritstream.issuance.proof.CoseHeader.require;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/**
 * A message with one signature (COSE_Sign1, RFC 9052, section 4.2), taken apart and not yet believed. Each part is looked at before the parser comes to
 * it, since tags are at home in none of them and cost it more the more there are ({@link CoseHeader#LONGEST}).
 */
public final class CoseSign1 {
    /** Tag 18, which may be left out (section 2), then an array of four in the form that all encoders write. */
    private static final int TAG = 0xd2;

    private static final int ARRAY_OF_FOUR = 0x84;
    private static final int MAJOR_TYPE = 5;
    private static final int BYTES = 2;
    private static final int NULL = 0xf6;
    /** Of claims (RFC 8392, section 3; draft-ietf-oauth-status-list), their names in a JWT. */
    private static final Map<String, String> CLAIMS =
            Map.of("1", "iss", "2", "sub", "4", "exp", "5", "nbf", "65535", "status");

    private static final String CLAIMS_LABEL = "15";

    private final byte[] protectedBytes;
    private final CoseHeader protectedHeader;
    private final CoseHeader unprotectedHeader;
    private final byte[] payload;
    private final byte[] signature;

    private CoseSign1(
            byte[] protectedBytes,
            CoseHeader protectedHeader,
            CoseHeader unprotectedHeader,
            byte[] payload,
            byte[] signature) {
        this.protectedBytes = protectedBytes;
        this.protectedHeader = protectedHeader;
        this.unprotectedHeader = unprotectedHeader;
        this.payload = payload;
        this.signature = signature;
    }

    /** Whether bytes begin as such a message does. No text in UTF-8 and no image that is known here does. */
    public static boolean is(byte[] body) {
        int array = body.length > 0 && (body[0] & 0xff) == TAG ? 1 : 0;
        return body.length > array + 1
                && (body[array] & 0xff) == ARRAY_OF_FOUR
                && (body[array + 1] & 0xff) >> MAJOR_TYPE == BYTES;
    }

    /**
     * Takes a message apart.
     *
     * @throws IllegalArgumentException when it is none, in words that may be shown
     */
    public static CoseSign1 of(byte[] body) {
        require(is(body), "It is no message with one signature (COSE_Sign1).");
        byte[] message = (body[0] & 0xff) == TAG ? Arrays.copyOfRange(body, 1, body.length) : body;
        try (CBORParser parser = CoseHeader.CBOR.createParser(message)) {
            parser.nextToken();
            byte[] protectedBytes = bytes(parser, message);
            CoseHeader unprotectedHeader = CoseHeader.at(at(parser), message);
            // Read by itself, and by now no longer than a header may be.
            parser.nextToken();
            parser.skipChildren();
            byte[] payload = bytes(parser, message);
            byte[] signature = bytes(parser, message);
            parser.nextToken();
            require(at(parser) == message.length, "Something follows the message.");
            CoseHeader protectedHeader = protectedHeader(protectedBytes);
            require(
                    protectedHeader.parameters().keySet().stream()
                            .noneMatch(unprotectedHeader.parameters()::containsKey),
                    "The two headers of the message say one thing twice.");
            return new CoseSign1(protectedBytes, protectedHeader, unprotectedHeader, payload, signature);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "It begins as a signed message (COSE) and does not go on as one, or its headers are too long.", e);
        }
    }

    private static int at(CBORParser parser) {
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }

    private static int first(CBORParser parser, byte[] message) {
        int at = at(parser);
        return at < message.length ? message[at] & 0xff : NULL;
    }

    private static byte[] bytes(CBORParser parser, byte[] message) throws IOException {
        int first = first(parser, message);
        require(first != NULL, "What the message is about does not come with it.");
        require(first >> MAJOR_TYPE == BYTES, "A part of the message is none that belongs there.");
        parser.nextToken();
        return parser.getBinaryValue();
    }

    /** Where nothing is protected there may be no map at all (section 3). */
    private static CoseHeader protectedHeader(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return new CoseHeader(Map.of(), 0);
        }
        CoseHeader header = CoseHeader.at(0, bytes);
        require(header.length() == bytes.length, "Something follows a header of the message.");
        JsonNode claims = header.get(CLAIMS_LABEL);
        require(claims.isMissingNode() || claims.isObject(), "What the message says of its signature is no map.");
        return header;
    }

    /** What was signed (section 4.4), without data from elsewhere. */
    byte[] signed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator structure = CoseHeader.CBOR.createGenerator(bytes)) {
            structure.writeStartArray(null, 4);
            structure.writeString("Signature1");
            structure.writeBinary(protectedBytes);
            structure.writeBinary(new byte[0]);
            structure.writeBinary(payload);
            structure.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * What its signer says of the signature (RFC 9597) by the names that these claims have in a JWT; nothing where it says none. Claims that are not
     * signed are not believed, and so are not there.
     */
    public ObjectNode claims() {
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        JsonNode stated = protectedHeader.get(CLAIMS_LABEL);
        CLAIMS.forEach((number, name) -> {
            if (stated.has(number)) {
                claims.set(name, stated.get(number));
            }
        });
        return claims;
    }

    CoseHeader protectedHeader() {
        return protectedHeader;
    }

    CoseHeader unprotectedHeader() {
        return unprotectedHeader;
    }

    /** What it is about. */
    public byte[] payload() {
        return payload.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    @Override
    public String toString() {
        return "CoseSign1";
    }
}
