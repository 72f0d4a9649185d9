package org.meritstream.issuance.credential;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.meritstream.issuance.form.Palette;
import org.meritstream.issuance.issuer.Issuer;
import org.meritstream.issuance.proof.Sha256;

/**
 * What wallets are told of the type of our tokens: names for its claims, which of them may be withheld, and the issuer's colours (Type Metadata,
 * draft-ietf-oauth-sd-jwt-vc, section 5). Tokens carry its digest, so what an address says never changes: it is made of nothing but the issuer's base
 * address and DID (the colours that follow from it, whatever the issuer chose since), which never change either, and another text is another {@link #VERSION}. Pure.
 *
 * @param address where it is served, the {@code vct} of the tokens
 * @param metadata as it is served
 */
public record AchievementType(String address, String metadata) {
    /** Counts up with every change of the text, and whoever holds an older token still has to find the older text. */
    public static final String VERSION = "1";

    private static final String LOCALE = "en";

    /** The claims that a holder may withhold, in the order in which they are shown. */
    enum Claim {
        NAME("Name", true),
        TITLE("Title", true),
        DESCRIPTION("Description", true),
        ACHIEVEMENT("Definition of the achievement", true),
        ACHIEVEMENT_TYPE("Kind of achievement", true),
        AWARDING_BODY("Awarding body", true),
        ISSUANCE_DATE("Awarded on", true),
        CRITERIA("What had to be shown", true),
        NOTIONAL_WORKLOAD("Workload", false),
        RESULTS("Results", false, true),
        SKILLS("Skills", false, true),
        EVIDENCE("Evidence", false, true);

        private final String label;
        private final boolean mandatory;
        private final boolean several;

        Claim(String label, boolean mandatory) {
            this(label, mandatory, false);
        }

        Claim(String label, boolean mandatory, boolean several) {
            this.label = label;
            this.mandatory = mandatory;
            this.several = several;
        }

        /** Its name in a token. */
        String claim() {
            StringBuilder name = new StringBuilder();
            for (String word : name().toLowerCase(Locale.ROOT).split("_", -1)) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
            return name.toString();
        }
    }

    /** An issuer's. */
    public static AchievementType of(Issuer issuer) {
        String address = issuer.address() + "/types/achievement/" + VERSION;
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("vct", address);
        metadata.put("name", "Achievement, version " + VERSION);
        metadata.put("description", "That somebody achieved something, as Open Badges 3.0 understands it.");
        metadata.putArray("display").add(display(issuer));
        ArrayNode claims = metadata.putArray("claims");
        for (Claim claim : Claim.values()) {
            ObjectNode described = claims.addObject();
            described.putArray("path").add(claim.claim());
            described.putArray("display").addObject().put("locale", LOCALE).put("label", claim.label);
            described.put("mandatory", claim.mandatory).put("sd", "always");
            if (claim.several) {
                ObjectNode each = claims.addObject();
                each.putArray("path").add(claim.claim()).addNull();
                each.put("sd", "always");
            }
        }
        return new AchievementType(address, metadata.toString());
    }

    private static ObjectNode display(Issuer issuer) {
        Palette colours = Palette.of(issuer.did());
        ObjectNode display = JsonNodeFactory.instance.objectNode();
        display.put("locale", LOCALE);
        display.put("name", "Achievement");
        display.put("description", "What somebody achieved, what they had to show for it, and who says so.");
        display.putObject("rendering")
                .putObject("simple")
                .put("background_color", css(colours.deep()))
                .put("text_color", css(0xffffff));
        return display;
    }

    private static String css(int rgb) {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** What holds a token to it (section 6): its digest as Subresource Integrity writes one. */
    public String integrity() {
        return "sha256-" + Base64.getEncoder().encodeToString(Sha256.of(metadata.getBytes(StandardCharsets.UTF_8)));
    }
}
