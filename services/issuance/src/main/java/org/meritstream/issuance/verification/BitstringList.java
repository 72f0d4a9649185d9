package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.fetching.Fetched;
import org.meritstream.issuance.fetching.Wanted;
import org.meritstream.issuance.status.Bitstring;

/**
 * One entry of a Bitstring Status List (W3C Bitstring Status List 1.0, section 3.2): the list is fetched, its signature checked, its purpose
 * compared, and only then the bit is read. A list that can not be believed says nothing, neither good nor bad.
 */
final class BitstringList {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private static final String NOT_UNDERSTOOD = " could not be understood.";

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
        Listed listed = inquiry.documents().once(new Listed.At(address), Listed.class, () -> listed(inquiry, address));
        return switch (listed) {
            case Listed.Unread unread -> StatusCheck.unread(called, unread.missing());
            case Listed.Unknown unknown -> CheckName.STATUS.unchecked("The " + called + unknown.why());
            case Listed.Named named -> read(entry, named, "The " + called);
        };
    }

    /** What is at an address, the same for each entry that names it. */
    private sealed interface Listed {

        record At(URI address) {}

        record Unread(Fetched.Missing missing) implements Listed {}

        /** @param why it is no list, to be said after what it is called */
        record Unknown(String why) implements Listed {}

        /**
         * A list.
         *
         * @param id as it says
         * @param fault why its bits are not to be had, to be said after what it is called, or null
         */
        record Named(
                JsonNode id,
                JsonNode subject,
                @Nullable Bitstring bits,
                @Nullable String fault) implements Listed {}
    }

    private Listed listed(Inquiry inquiry, URI address) {
        return switch (inquiry.documents().read(address, Wanted.DOCUMENT)) {
            case Fetched.Missing missing -> new Listed.Unread(missing);
            case Fetched.Found found ->
                opened(inquiry, Opening.open(found.body().getBytes()));
        };
    }

    private Listed opened(Inquiry inquiry, Opened opened) {
        if (!(opened instanceof Opened.Credential credential)) {
            return new Listed.Unknown(NOT_UNDERSTOOD);
        }
        JsonNode list = credential.presented().credential();
        if (!Kind.texts(list.path("type")).contains("BitstringStatusListCredential")) {
            return new Listed.Unknown(" is none: something else is at its address.");
        }
        JsonNode subject = list.path("credentialSubject");
        if (!Period.covers(list, inquiry.now())) {
            return new Listed.Named(list.path("id"), subject, null, " is out of date.");
        }
        if (!authenticity.of(inquiry.about(credential.presented())).stands()) {
            return new Listed.Named(list.path("id"), subject, null, " is not properly signed.");
        }
        return unpacked(list.path("id"), subject, Room.of(inquiry.documents()));
    }

    private static Listed unpacked(JsonNode id, JsonNode subject, Room room) {
        if (!room.any()) {
            return new Listed.Named(id, subject, null, " is one more than this service unpacks for one credential.");
        }
        try {
            Bitstring bits = Bitstring.decoded(subject.path("encodedList").asText());
            room.take(bits.size());
            return new Listed.Named(id, subject, bits, null);
        } catch (IllegalArgumentException e) {
            return new Listed.Named(id, subject, null, NOT_UNDERSTOOD);
        }
    }

    private static Check read(JsonNode entry, Listed.Named list, String called) {
        if (!list.id().equals(entry.path("statusListCredential"))) {
            return CheckName.STATUS.unchecked(called + " is not the one that the credential names.");
        }
        Bitstring bits = list.bits();
        if (bits == null) {
            return CheckName.STATUS.unchecked(called + list.fault());
        }
        String purpose = entry.path("statusPurpose").asText();
        if (!Kind.texts(list.subject().path("statusPurpose")).contains(purpose)) {
            return CheckName.STATUS.unchecked("The list that it names is kept for another purpose.");
        }
        String index = entry.path("statusListIndex").asText();
        if (!INDEX.matcher(index).matches()) {
            return CheckName.STATUS.unchecked("Its place in the list could not be understood.");
        }
        try {
            return meaning(purpose, bits.isSet(Integer.parseInt(index)));
        } catch (IllegalArgumentException e) {
            return CheckName.STATUS.unchecked(called + NOT_UNDERSTOOD);
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
