package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
        Listed listed =
                inquiry.documents().once(Listed.At.of(address, inquiry), Listed.class, () -> listed(inquiry, address));
        return switch (listed) {
            case Listed.Unread unread -> StatusCheck.unread("list of revocations", unread.missing());
            case Listed.Unknown ignored -> CheckName.STATUS.unchecked(NOT_UNDERSTOOD);
            case Listed.Named named -> read(named, entry);
        };
    }

    /** What is at an address, the same for each token of one issuer that names it. */
    private sealed interface Listed {

        /** @param ofClaims whether the issuer's keys are found as those of claims are: the list is to be signed by one of them */
        record At(URI address, @Nullable String issuer, boolean ofClaims) {
            static At of(URI address, Inquiry inquiry) {
                return new At(
                        address,
                        Claimed.text(inquiry.presented().issuer()),
                        inquiry.presented() instanceof Presented.Disclosing token && token.ofClaims());
            }
        }

        record Unread(Fetched.Missing missing) implements Listed {}

        /** What is there can not be understood. */
        record Unknown() implements Listed {}

        /**
         * A list.
         *
         * @param subject the address at which it says it is
         * @param fault why its statuses are not to be had, or null
         */
        record Named(
                JsonNode subject,
                @Nullable TokenStatuses statuses,
                @Nullable String fault) implements Listed {}
    }

    private Listed listed(Inquiry inquiry, URI address) {
        return switch (inquiry.documents().read(address, Wanted.STATUS_TOKEN)) {
            case Fetched.Missing missing -> new Listed.Unread(missing);
            case Fetched.Found found -> opened(inquiry, found.text().strip());
        };
    }

    private Listed opened(Inquiry inquiry, String text) {
        // Told apart as any token first, which counts what it holds while it is read.
        JsonNode list = Opening.token(text, "") instanceof Opened.Credential credential
                ? credential.presented().credential()
                : null;
        if (list == null || !list.path("iat").isNumber()) {
            return new Listed.Unknown();
        }
        if (over(list, inquiry.now())) {
            return new Listed.Named(list.path("sub"), null, "The list of revocations is out of date.");
        }
        if (!signed(inquiry, text)) {
            return new Listed.Named(list.path("sub"), null, "The list of revocations is not properly signed.");
        }
        return unpacked(list.path("sub"), list.path("status_list"), Room.of(inquiry.documents()));
    }

    private static Listed unpacked(JsonNode subject, JsonNode list, Room room) {
        if (!room.any()) {
            return new Listed.Named(
                    subject, null, "The list of revocations is one more than this service unpacks for one credential.");
        }
        try {
            TokenStatuses statuses =
                    TokenStatuses.of(list.path("bits").asInt(), list.path("lst").asText());
            room.take(statuses.size());
            return new Listed.Named(subject, statuses, null);
        } catch (IllegalArgumentException e) {
            return new Listed.Named(subject, null, NOT_UNDERSTOOD);
        }
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

    private static Check read(Listed.Named list, JsonNode entry) {
        if (!list.subject().equals(entry.path("uri"))) {
            return CheckName.STATUS.unchecked("The list of revocations is not the one that the credential names.");
        }
        TokenStatuses statuses = list.statuses();
        if (statuses == null) {
            return CheckName.STATUS.unchecked(String.valueOf(list.fault()));
        }
        try {
            return switch (statuses.at(entry.path("idx").intValue())) {
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
