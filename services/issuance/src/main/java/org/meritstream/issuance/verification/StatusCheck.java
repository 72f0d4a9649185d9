package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;

/**
 * Whether its issuer took the credential back: each entry of {@code credentialStatus} is looked up in the list that it names, and of a token its claim
 * {@code status}, too (draft-ietf-oauth-status-list, section 6.2).
 */
final class StatusCheck {
    private static final int MOST = 8;
    private static final List<String> BOTH = List.of(Check.REVOCATION, Check.SUSPENSION);

    private final BitstringList bitstrings;
    private final TokenStatus tokens;

    StatusCheck(Authenticity authenticity, TokenStatus tokens) {
        this.bitstrings = new BitstringList(authenticity);
        this.tokens = tokens;
    }

    Check check(Inquiry inquiry) {
        List<JsonNode> entries = entries(inquiry.credential().path("credentialStatus"));
        JsonNode claims = inquiry.presented().claims();
        boolean token = claims.has("status");
        if (entries.isEmpty() && !token) {
            return CheckName.STATUS.valid("It names no list of revocations, so it can not be revoked.");
        }
        if (entries.size() > MOST) {
            return CheckName.STATUS.unchecked("It names more lists than this service looks into.");
        }
        List<Check> checks = new ArrayList<>();
        entries.forEach(entry -> checks.add(entry(inquiry, entry)));
        if (token) {
            checks.add(tokens.check(inquiry, claims));
        }
        return together(checks);
    }

    private static List<JsonNode> entries(JsonNode status) {
        if (status.isMissingNode() || status.isNull()) {
            return List.of();
        }
        List<JsonNode> entries = new ArrayList<>();
        if (status.isArray()) {
            status.forEach(entries::add);
        } else {
            entries.add(status);
        }
        return entries;
    }

    /** The one that decides: the worst, and of what is both revoked and suspended that it is revoked, which is for ever. */
    private static Check together(List<Check> checks) {
        Check.Result worst =
                Check.Result.worst(checks.stream().map(Check::result).toList());
        if (worst == Check.Result.VALID
                && checks.stream().map(Check::purpose).toList().containsAll(BOTH)) {
            return CheckName.STATUS.valid("Its issuer has neither revoked nor suspended it.");
        }
        return checks.stream()
                .filter(check -> check.result() == worst)
                .min(Comparator.comparing(Check::suspended))
                .orElseThrow();
    }

    private Check entry(Inquiry inquiry, JsonNode entry) {
        List<String> types = Kind.texts(entry.path("type"));
        if (types.contains("BitstringStatusListEntry")) {
            return bitstrings.check(inquiry, entry);
        }
        return types.contains("1EdTechRevocationList")
                ? revocationList(inquiry, entry)
                : CheckName.STATUS.unchecked("Its status is kept in a way that this service does not know.");
    }

    /** 1EdTech Revocation List Status Method, section 2: the ids of what is revoked. */
    private static Check revocationList(Inquiry inquiry, JsonNode entry) {
        URI address = address(entry.path("id"));
        if (address == null) {
            return CheckName.STATUS.unchecked("The address of its list of revocations could not be understood.");
        }
        return switch (inquiry.documents().read(address, Wanted.DOCUMENT)) {
            case Fetched.Missing missing -> unread(missing);
            case Fetched.Found found ->
                listed(
                        inquiry,
                        inquiry.documents()
                                .once(new Revocations(address), Tree.class, () -> new Tree(Opening.tree(found.text())))
                                .json());
        };
    }

    /** What 1EdTech's list at an address is known by. */
    private record Revocations(URI address) {}

    private record Tree(@Nullable JsonNode json) {}

    private static Check listed(Inquiry inquiry, @Nullable JsonNode list) {
        if (list == null || !list.has("issuer")) {
            return CheckName.STATUS.unchecked("The list of revocations could not be understood.");
        }
        if (!Claimed.issuer(list).equals(Claimed.issuer(inquiry.credential()))) {
            return CheckName.STATUS.unchecked("The list of revocations is of another issuer.");
        }
        JsonNode id = inquiry.credential().path("id");
        for (JsonNode revoked : list.path("revokedCredential")) {
            if (revoked.path("id").equals(id) && revoked.path("revoked").asBoolean(true)) {
                return CheckName.STATUS.invalid("Its issuer revoked it.");
            }
        }
        return CheckName.STATUS.valid("Its issuer has not revoked it.");
    }

    private static Check unread(Fetched.Missing missing) {
        return unread("list of revocations", missing);
    }

    /** @param called what the list is */
    static Check unread(String called, Fetched.Missing missing) {
        return CheckName.STATUS.unchecked("The issuer's " + called + " could not be read. " + missing.reason());
    }

    static @Nullable URI address(JsonNode text) {
        return text.isTextual() && Opening.address(text.textValue()) instanceof Opened.Address found
                ? found.address()
                : null;
    }
}
