package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.status.Bitstring;

/**
 * One entry of a Bitstring Status List (W3C Bitstring Status List 1.0, section 3.2): the list is fetched, its signature checked, its purpose
 * compared, and only then the bit is read. A list that can not be believed says nothing, neither good nor bad.
 */
final class BitstringList {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private final Authenticity authenticity;

    BitstringList(Authenticity authenticity) {
        this.authenticity = authenticity;
    }

    /** Where the entry has a purpose that is known here, what is said names it. */
    Check check(Inquiry inquiry, JsonNode entry) {
        String purpose = entry.path("statusPurpose").asText();
        boolean known = List.of(Check.REVOCATION, Check.SUSPENSION).contains(purpose);
        Check check =
                looked(inquiry, entry, "list of " + (purpose.equals(Check.SUSPENSION) ? "suspensions" : "revocations"));
        return known ? check.by(purpose) : check;
    }

    private Check looked(Inquiry inquiry, JsonNode entry, String called) {
        URI address = StatusCheck.address(entry.path("statusListCredential"));
        if (address == null) {
            return CheckName.STATUS.unchecked("The address of its " + called + " could not be understood.");
        }
        if (entry.path("statusSize").asInt(1) != 1) {
            return CheckName.STATUS.unchecked("Its status has more than one bit, which this service does not read.");
        }
        return switch (inquiry.documents().read(address, Wanted.DOCUMENT)) {
            case Fetched.Missing missing -> StatusCheck.unread(called, missing);
            case Fetched.Found found ->
                list(inquiry, entry, Opening.open(found.body().getBytes()), "The " + called);
        };
    }

    private Check list(Inquiry inquiry, JsonNode entry, Opened opened, String called) {
        if (!(opened instanceof Opened.Credential credential)) {
            return CheckName.STATUS.unchecked(called + " could not be understood.");
        }
        JsonNode list = credential.presented().credential();
        if (!Kind.texts(list.path("type")).contains("BitstringStatusListCredential")) {
            return CheckName.STATUS.unchecked(called + " is none: something else is at its address.");
        }
        if (!list.path("id").equals(entry.path("statusListCredential"))) {
            return CheckName.STATUS.unchecked(called + " is not the one that the credential names.");
        }
        if (!Period.covers(list, inquiry.now())) {
            return CheckName.STATUS.unchecked(called + " is out of date.");
        }
        if (!authenticity.of(inquiry.about(credential.presented())).stands()) {
            return CheckName.STATUS.unchecked(called + " is not properly signed.");
        }
        return read(entry, list.path("credentialSubject"), called);
    }

    private static Check read(JsonNode entry, JsonNode subject, String called) {
        String purpose = entry.path("statusPurpose").asText();
        if (!Kind.texts(subject.path("statusPurpose")).contains(purpose)) {
            return CheckName.STATUS.unchecked("The list that it names is kept for another purpose.");
        }
        String index = entry.path("statusListIndex").asText();
        if (!INDEX.matcher(index).matches()) {
            return CheckName.STATUS.unchecked("Its place in the list could not be understood.");
        }
        try {
            boolean set =
                    Bitstring.decoded(subject.path("encodedList").asText()).isSet(Integer.parseInt(index));
            return meaning(purpose, set);
        } catch (IllegalArgumentException e) {
            return CheckName.STATUS.unchecked(called + " could not be understood.");
        }
    }

    private static Check meaning(String purpose, boolean set) {
        if (purpose.equals(Check.REVOCATION)) {
            return set ? revoked() : CheckName.STATUS.valid("Its issuer has not revoked it.");
        }
        if (purpose.equals(Check.SUSPENSION)) {
            return set ? suspended() : CheckName.STATUS.valid("Its issuer has not suspended it.");
        }
        return CheckName.STATUS.valid("Its issuer has not revoked it.");
    }

    static Check revoked() {
        return CheckName.STATUS.invalid("Its issuer revoked it.").by(Check.REVOCATION);
    }

    static Check suspended() {
        return CheckName.STATUS
                .invalid("Its issuer has suspended it: it is not to be relied on now, and may be given back.")
                .by(Check.SUSPENSION);
    }
}
