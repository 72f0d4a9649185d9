package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.proof.JoseSecuring;
import org.meritstream.issuance.proof.ProofVerdict;
import org.meritstream.issuance.status.StatusListToken;
import org.meritstream.issuance.status.TokenStatuses;

/**
 * Whether the issuer of a token took it back, by the Status List Token that it names (draft-ietf-oauth-status-list, section 8.3): the list is fetched, its
 * signature checked by the keys of the same issuer, its subject and times compared, and only then the entry is read.
 */
final class TokenStatus {
    private static final Set<String> TYPES = Set.of(StatusListToken.TYPE);
    private static final String NOT_UNDERSTOOD = "The list of revocations could not be understood.";

    private final JoseSecuring jose;

    TokenStatus(JoseSecuring jose) {
        this.jose = jose;
    }

    /** @param claims of the token */
    Check check(Inquiry inquiry, JsonNode claims) {
        JsonNode status = claims.path("status");
        if (status.isMissingNode()) {
            return CheckName.STATUS.valid("It names no list of revocations, so it can not be revoked.");
        }
        JsonNode entry = status.path("status_list");
        URI address = StatusCheck.address(entry.path("uri"));
        JsonNode index = entry.path("idx");
        if (entry.isMissingNode()) {
            return CheckName.STATUS.unchecked("Its status is kept in a way that this service does not know.");
        }
        if (address == null || !index.isIntegralNumber() || !index.canConvertToInt() || index.intValue() < 0) {
            return CheckName.STATUS.unchecked("Its place in the list of revocations could not be understood.");
        }
        return switch (inquiry.documents().read(address, Wanted.STATUS_TOKEN)) {
            case Fetched.Missing missing -> StatusCheck.unread("list of revocations", missing);
            case Fetched.Found found -> list(inquiry, found.text().strip(), entry);
        };
    }

    private Check list(Inquiry inquiry, String text, JsonNode entry) {
        JsonNode list;
        try {
            list = Opening.tree(JoseSecuring.read(text).credential());
        } catch (IllegalArgumentException e) {
            return CheckName.STATUS.unchecked(NOT_UNDERSTOOD);
        }
        if (list == null || !list.path("iat").isNumber()) {
            return CheckName.STATUS.unchecked(NOT_UNDERSTOOD);
        }
        if (!list.path("sub").equals(entry.path("uri"))) {
            return CheckName.STATUS.unchecked("The list of revocations is not the one that the credential names.");
        }
        if (over(list, inquiry.now())) {
            return CheckName.STATUS.unchecked("The list of revocations is out of date.");
        }
        if (!signed(inquiry, text)) {
            return CheckName.STATUS.unchecked("The list of revocations is not properly signed.");
        }
        return read(list.path("status_list"), entry.path("idx").intValue());
    }

    private static boolean over(JsonNode list, Instant now) {
        JsonNode expires = list.path("exp");
        return !expires.isMissingNode() && !(expires.isNumber() && now.getEpochSecond() < expires.asDouble());
    }

    private boolean signed(Inquiry inquiry, String text) {
        String issuer = Claimed.text(inquiry.presented().issuer());
        return issuer != null
                && Authenticity.controller(issuer, inquiry) instanceof Controllers.Resolved.Found found
                && jose.verify(text, TYPES, new IssuerKeys(found.controller(), inquiry.now())::ofToken)
                        instanceof ProofVerdict.Valid;
    }

    private static Check read(JsonNode list, int index) {
        try {
            int value = TokenStatuses.of(
                            list.path("bits").asInt(), list.path("lst").asText())
                    .at(index);
            return switch (value) {
                case TokenStatuses.VALID -> CheckName.STATUS.valid("Its issuer has not revoked it.");
                case TokenStatuses.INVALID -> BitstringList.revoked();
                case TokenStatuses.SUSPENDED -> BitstringList.suspended();
                default -> CheckName.STATUS.unchecked("Its issuer gave it a status that this service does not know.");
            };
        } catch (IllegalArgumentException e) {
            return CheckName.STATUS.unchecked(NOT_UNDERSTOOD);
        }
    }
}
