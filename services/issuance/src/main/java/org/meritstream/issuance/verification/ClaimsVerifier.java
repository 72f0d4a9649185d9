package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/**
 * Makes the checks of a token whose claims speak for themselves (SD-JWT VC, draft-ietf-oauth-sd-jwt-vc, section 2): the same names in the same order as
 * of any other credential, so that whoever reads an answer need not know what was handed in.
 */
final class ClaimsVerifier {
    private static final String KIND = "digital credential (SD-JWT VC)";
    private static final String TYPE = "vct";
    private static final String INTEGRITY = "vct#integrity";
    /** Never to be disclosed at will (section 2.2.2.3): whoever leaves one out would change what the rest says. */
    private static final Set<String> ALWAYS_OPEN =
            Set.of("iss", "nbf", "exp", "cnf", TYPE, INTEGRITY, "aka_vcts", "status");

    private static final List<String> TIMES = List.of("iat", "nbf", "exp");

    private final Authenticity authenticity;
    private final TokenStatus status;
    private final Registries registries;

    ClaimsVerifier(Authenticity authenticity, TokenStatus status, Registries registries) {
        this.authenticity = authenticity;
        this.status = status;
        this.registries = registries;
    }

    Verification verify(Inquiry inquiry, Presented.Disclosing token) {
        Authenticity.Finding finding = authenticity.of(inquiry);
        List<Check> checks = List.of(
                CheckName.PARSE.valid("It was handed in " + token.carrier() + " and could be read."),
                CheckName.CONTEXT.valid("Its claims are named as those of tokens are; no terms have to be looked up."),
                type(token),
                form(token),
                finding.issuer(),
                finding.proof(),
                status.check(inquiry, token.signed()),
                dates(token.signed(), inquiry.now()),
                description(inquiry, token));
        return new Verification(claimed(token), checks, registries.of(text(token.signed(), "iss")), inquiry.now());
    }

    private static Claimed claimed(Presented.Disclosing token) {
        JsonNode claims = token.credential();
        return new Claimed(
                KIND,
                text(claims, "jti"),
                text(claims, "title"),
                text(token.signed(), "iss"),
                text(claims, "awardingBody"),
                text(claims, "name"));
    }

    private static @Nullable String text(JsonNode claims, String name) {
        return Claimed.text(claims.path(name));
    }

    private static Check type(Presented.Disclosing token) {
        String type = text(token.signed(), TYPE);
        return type == null
                ? CheckName.TYPE.invalid("It does not say what type of credential it is.")
                : CheckName.TYPE.valid(
                        "It is a digital credential (SD-JWT VC) of the type " + Words.quoted(type) + ".");
    }

    private static Check form(Presented.Disclosing token) {
        for (String name : ALWAYS_OPEN) {
            if (token.credential().has(name) && !token.signed().has(name)) {
                return CheckName.SCHEMA.invalid("It discloses at will what has to stand in the open: " + name + ".");
            }
        }
        for (String name : TIMES) {
            JsonNode time = token.credential().path(name);
            if (!time.isMissingNode() && !time.isNumber()) {
                return CheckName.SCHEMA.invalid("What it says of its times is no number of seconds: " + name + ".");
            }
        }
        return CheckName.SCHEMA.valid("It has what every digital credential of this form must have.");
    }

    private static Check dates(JsonNode claims, Instant now) {
        return DatesCheck.check(new Period(moment(claims, "nbf"), moment(claims, "exp")), now);
    }

    /** Seconds since 1970, which may have a fraction (RFC 7519, section 2). What is out of reach of any calendar is as good as never. */
    private static @Nullable Instant moment(JsonNode claims, String name) {
        JsonNode seconds = claims.path(name);
        if (!seconds.isNumber()) {
            return null;
        }
        double bounded = Math.clamp(seconds.asDouble(), -1e11, 1e11);
        return Instant.ofEpochMilli((long) (bounded * 1000));
    }

    /** Whether the description of its type is still the one that the issuer meant (section 6). Only where the issuer fixed it. */
    private static Check description(Inquiry inquiry, Presented.Disclosing token) {
        String integrity = text(token.signed(), INTEGRITY);
        URI address = StatusCheck.address(token.signed().path(TYPE));
        if (integrity == null || address == null) {
            return CheckName.EVIDENCE.valid("It points at nothing by address and digest that could have changed.");
        }
        return switch (inquiry.documents().read(address, Wanted.DOCUMENT)) {
            case Fetched.Missing missing ->
                CheckName.EVIDENCE.unchecked("The description of its type could not be read. " + missing.reason());
            case Fetched.Found found -> EvidenceCheck.digest(found, integrity);
        };
    }
}
