package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A signed token or message in an envelope: an object whose {@code id} is a {@code data:} URL with it (VC Data Model 2.0, section 4.13). Nobody signed the
 * object itself, so nothing else that stands in it is looked at.
 */
final class Envelope {
    private static final Set<String> TYPES = Set.of("EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation");
    /** What is within is told by its content all the same; these are the kinds in which that can be read. */
    private static final Set<String> TOKENS = Set.of(
            "application/vc+jwt",
            "application/vp+jwt",
            "application/dc+sd-jwt",
            "application/vc+sd-jwt",
            "application/vp+sd-jwt");

    /** No texts, so they are never in the address without being encoded (VC-JOSE-COSE 1.0, section 3.3.1). */
    private static final Set<String> MESSAGES = Set.of("application/vc+cose", "application/vp+cose");

    private static final String DATA = "data:";
    private static final String BASE64 = "base64";

    private Envelope() {}

    static boolean is(JsonNode object) {
        return Kind.texts(object.path("type")).stream().anyMatch(TYPES::contains);
    }

    /** What is in it. */
    static Opened open(JsonNode envelope, String carrier) {
        String id = envelope.path("id").asText();
        int comma = id.indexOf(',');
        if (!id.regionMatches(true, 0, DATA, 0, DATA.length()) || comma < 0) {
            return new Opened.Closed(CheckName.PARSE.invalid(
                    "It says that it is an envelope, but there is nothing in it: its id is no data: URL."));
        }
        List<String> says = List.of(id.substring(DATA.length(), comma).split(";", -1));
        String type = says.getFirst().strip().toLowerCase(Locale.ROOT);
        if (!TOKENS.contains(type) && !MESSAGES.contains(type)) {
            return new Opened.Closed(
                    CheckName.PARSE.unchecked("It is in an envelope of a kind that this service does not open."));
        }
        boolean encoded = BASE64.equalsIgnoreCase(says.getLast().strip());
        byte[] within = data(id.substring(comma + 1), encoded);
        return switch (within(within, MESSAGES.contains(type), encoded, carrier + " in an envelope")) {
            case Opened.Nothing nothing ->
                new Opened.Closed(
                        CheckName.PARSE.invalid("In its envelope there is no credential. " + nothing.reason()));
            case Opened opened -> opened;
        };
    }

    private static Opened within(byte[] data, boolean message, boolean encoded, String carrier) {
        if (message && !encoded) {
            return new Opened.Nothing("What is in it is not in base64, as it has to be.");
        }
        return message
                ? Opening.message(data, carrier)
                : Opening.token(new String(data, StandardCharsets.UTF_8), carrier);
    }

    /** The data of a {@code data:} URL (RFC 2397, section 2), which some end with a new line; what is none is no token either. */
    private static byte[] data(String data, boolean encoded) {
        try {
            String plain = URLDecoder.decode(data.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
            return encoded ? Base64.getDecoder().decode(plain) : plain.getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
