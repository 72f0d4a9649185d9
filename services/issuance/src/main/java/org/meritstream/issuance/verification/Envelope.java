package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A signed token in an envelope: an object whose {@code id} is a {@code data:} URL with the token (VC Data Model 2.0, section 4.13). Nobody signed the
 * object itself, so nothing else that stands in it is looked at.
 */
final class Envelope {
    private static final Set<String> TYPES = Set.of("EnvelopedVerifiableCredential", "EnvelopedVerifiablePresentation");
    /** What is within is told by its content all the same; these are the kinds in which that can be read. */
    private static final Set<String> READ = Set.of(
            "application/vc+jwt",
            "application/vp+jwt",
            "application/dc+sd-jwt",
            "application/vc+sd-jwt",
            "application/vp+sd-jwt");

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
        if (!READ.contains(says.getFirst().strip().toLowerCase(Locale.ROOT))) {
            return new Opened.Closed(
                    CheckName.PARSE.unchecked("It is in an envelope of a kind that this service does not open."));
        }
        return switch (Opening.token(token(id.substring(comma + 1), says), carrier + " in an envelope")) {
            case Opened.Nothing nothing ->
                new Opened.Closed(
                        CheckName.PARSE.invalid("In its envelope there is no credential. " + nothing.reason()));
            case Opened opened -> opened;
        };
    }

    /** The data of a {@code data:} URL (RFC 2397, section 2); what is none is no token either. */
    private static String token(String data, List<String> says) {
        try {
            String plain = URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.UTF_8);
            return BASE64.equalsIgnoreCase(says.getLast().strip())
                    ? new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8)
                    : plain;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
