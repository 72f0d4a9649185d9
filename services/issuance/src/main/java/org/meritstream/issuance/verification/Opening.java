package org.meritstream.issuance.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.disclosure.RevealedClaims;
import org.meritstream.issuance.disclosure.SdJwt;
import org.meritstream.issuance.form.Baked;
import org.meritstream.issuance.form.BakedPdf;
import org.meritstream.issuance.form.BakedPng;
import org.meritstream.issuance.form.BakedSvg;
import org.meritstream.issuance.form.ScannedCode;
import org.meritstream.issuance.http.BodyLimits;
import org.meritstream.issuance.proof.CoseSign1;
import org.meritstream.issuance.proof.StrangersJson;

/**
 * Tells what was handed in by its content: JSON, a compact JWT or SD-JWT, a signed message of CBOR, a PNG or an SVG with a credential baked in (Open
 * Badges 3.0, section 5.3), a PDF with one attached, a picture of a QR code that is one or leads to one, or an address. What a sender says of the media type is not asked: files are named wrongly more often than they are wrong.
 */
public final class Opening {
    private static final Pattern COMPACT =
            Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*(~[A-Za-z0-9_.~-]*)?");
    private static final String JSON = "as JSON";
    private static final String TOKEN = "as a signed token (JWT)";
    private static final String MESSAGE = "as a signed message (COSE)";
    private static final String CODE = "in a QR code";

    private Opening() {}

    /** What the bytes hold. */
    public static Opened open(byte[] body) {
        if (BakedPng.is(body)) {
            Baked found = BakedPng.text(body);
            return BakedPng.without(found) ? coded(ScannedCode.text(body)) : baked(found, "baked into a PNG image");
        }
        if (ScannedCode.is(body)) {
            return coded(ScannedCode.text(body));
        }
        if (BakedPdf.is(body)) {
            return baked(BakedPdf.text(body), "attached to a PDF document");
        }
        if (CoseSign1.is(body)) {
            return message(body, MESSAGE);
        }
        String text = text(body);
        if (text == null) {
            return new Opened.Nothing(
                    "It is neither text nor a signed message (COSE) nor an image (PNG, JPEG, SVG) nor a PDF"
                            + " document.");
        }
        String stripped = text.strip();
        if (stripped.startsWith("<")) {
            return baked(BakedSvg.text(stripped), "baked into an SVG image");
        }
        return stripped.startsWith("{") ? object(stripped, JSON) : token(stripped, TOKEN);
    }

    /** What a file holds. One too large for any credential may still be a photograph, and is not taken into memory. */
    public static Opened open(Path file) throws IOException {
        return Files.size(file) <= BodyLimits.CREDENTIAL
                ? open(Files.readAllBytes(file))
                : coded(ScannedCode.text(file));
    }

    /** What one line of an address field holds. */
    public static Opened address(String text) {
        try {
            URI address = new URI(text.strip());
            return address.getHost() == null
                    ? new Opened.Nothing("It is not an address of the web.")
                    : new Opened.Address(address);
        } catch (URISyntaxException e) {
            return new Opened.Nothing("It is not an address of the web.");
        }
    }

    /** What a text holds where a credential within another should be: a token, and no document or image. */
    static Opened within(String text, String carrier) {
        if (COMPACT.matcher(text).matches()) {
            return token(text, carrier + " " + TOKEN);
        }
        return address(text) instanceof Opened.Address address
                ? address
                : new Opened.Nothing("It is a text that is no token.");
    }

    private static Opened baked(Baked baked, String carrier) {
        return switch (baked) {
            case Baked.Text text
            when text.text().strip().startsWith("{") -> credential(text.text().strip(), carrier);
            case Baked.Text text -> token(text.text().strip(), carrier + " as a signed token (JWT)");
            case Baked.None none -> new Opened.Nothing(none.reason());
            case Baked.Busy ignored -> new Opened.Busy();
        };
    }

    private static Opened coded(Baked code) {
        return switch (code) {
            case Baked.None none -> new Opened.Nothing(none.reason());
            case Baked.Busy ignored -> new Opened.Busy();
            case Baked.Text text -> said(text.text().strip());
        };
    }

    /** A code may be the credential itself, where it is short, or where it is. */
    private static Opened said(String text) {
        if (text.startsWith("{")) {
            return object(text, CODE);
        }
        if (COMPACT.matcher(text).matches()) {
            return token(text, CODE + " " + TOKEN);
        }
        if (text.startsWith("openid-credential-offer:")) {
            return new Opened.Nothing("Its QR code is an offer to a wallet, and not yet a credential.");
        }
        return address(text) instanceof Opened.Address address
                ? address
                : new Opened.Nothing("Its QR code is neither a credential nor the address of one.");
    }

    private static Opened object(String text, String carrier) {
        JsonNode tree = tree(text);
        if (tree != null && tree.size() == 1 && tree.path("url").isTextual()) {
            return address(tree.path("url").textValue());
        }
        return credential(text, carrier);
    }

    private static Opened credential(String text, String carrier) {
        JsonNode tree = tree(text);
        if (tree == null) {
            return new Opened.Nothing(
                    "It is not JSON, or its objects lie too deep within each other, or are too many.");
        }
        return tree.has("@context") || tree.has("type")
                ? of(tree, text, carrier)
                : new Opened.Nothing("It is a JSON object, but says neither its type nor its context.");
    }

    /** What an object is: a credential, an envelope with one, or a presentation of some. */
    static Opened of(JsonNode object, String text, String carrier) {
        return Envelope.is(object)
                ? Envelope.open(object, carrier)
                : opened(new Presented.Document(text, object, carrier));
    }

    private static Opened opened(Presented presented) {
        return Kind.presentation(presented.credential())
                ? new Opened.Presentation(presented)
                : new Opened.Credential(presented);
    }

    /** What a compact token holds. */
    static Opened token(String text, String carrier) {
        if (!COMPACT.matcher(text).matches()) {
            return new Opened.Nothing("It is neither JSON nor a token nor an image with a credential in it.");
        }
        String[] parts = text.split("[.~]", -1);
        JsonNode header = decoded(parts[0]);
        JsonNode payload = decoded(parts[1]);
        if (header == null || payload == null) {
            return new Opened.Nothing("It looks like a token, but does not hold JSON.");
        }
        if (text.contains("~")) {
            return disclosing(text, payload, carrier);
        }
        return payload.has("type")
                ? opened(new Presented.Token(text, payload, carrier))
                : older(text, payload, carrier);
    }

    /**
     * A token of before (VC Data Model 1.1, section 6.3.1), with what it is about in a claim of its own. Of a presentation, as of any, who signed it is
     * not checked; a credential would have to be put together from its claims first.
     */
    private static Opened older(String text, JsonNode payload, String carrier) {
        JsonNode presentation = payload.path("vp");
        if (Kind.presentation(presentation)) {
            return new Opened.Presentation(new Presented.Token(text, presentation, carrier));
        }
        if (payload.path("vc").isObject()) {
            return new Opened.Closed(
                    CheckName.PARSE.unchecked(
                            "It is a token of an older form (VC Data Model 1.1), with the credential in its claim vc. This service does not check those."));
        }
        return presentation.isMissingNode()
                ? opened(new Presented.Token(text, payload, carrier))
                : new Opened.Nothing("It is a token whose claim vp holds no presentation.");
    }

    private static Opened disclosing(String text, JsonNode signed, String carrier) {
        SdJwt token;
        try {
            token = SdJwt.of(text);
        } catch (IllegalArgumentException e) {
            return new Opened.Nothing(String.valueOf(e.getMessage()));
        }
        JsonNode said = signed;
        String fault = null;
        try {
            said = RevealedClaims.of(signed, token.disclosures());
        } catch (IllegalArgumentException e) {
            fault = String.valueOf(e.getMessage());
        }
        return opened(new Presented.Disclosing(text, said, carrier, token, signed, fault));
    }

    /** What a signed message of CBOR holds. */
    static Opened message(byte[] body, String carrier) {
        CoseSign1 message;
        try {
            message = CoseSign1.of(body);
        } catch (IllegalArgumentException e) {
            return new Opened.Nothing(String.valueOf(e.getMessage()));
        }
        String text = text(message.payload());
        JsonNode payload = text == null ? null : tree(text);
        if (text == null || payload == null || !payload.has("type")) {
            return new Opened.Nothing("It is a signed message (COSE), but what it holds is no credential in JSON.");
        }
        return opened(new Presented.Message(message, text, payload, carrier));
    }

    private static @Nullable JsonNode decoded(String part) {
        try {
            String text = text(Base64.getUrlDecoder().decode(part));
            return text == null ? null : tree(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A JSON object without a name twice, not too deep and not of too many values; null for anything else. */
    static @Nullable JsonNode tree(String text) {
        try {
            JsonNode tree = StrangersJson.read(text);
            return tree != null && tree.isObject() ? tree : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
