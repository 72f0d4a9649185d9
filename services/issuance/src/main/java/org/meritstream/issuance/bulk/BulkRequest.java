package org.meritstream.issuance.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.BeginBulk;
import org.meritstream.events.BulkOperation;
import org.meritstream.events.CredentialSelection;
import org.meritstream.events.CredentialState;
import org.meritstream.events.EventFormat;
import org.meritstream.events.MalformedEvent;
import org.meritstream.events.RevocationReason;
import org.meritstream.events.SuspensionReason;

/** Reads what staff send about bulk operations; each fault is answered 400 with its place. */
final class BulkRequest {
    private static final Set<String> MEMBERS = Set.of("operation", "reason", "suspension", "select");
    private static final Set<String> CRITERIA =
            Set.of("credentials", "achievement", "version", "issuedFrom", "issuedBefore", "state");

    private BulkRequest() {}

    /**
     * The command that a body asks for.
     *
     * @throws org.meritstream.log.http.ProblemException 400
     */
    static BeginBulk command(String tenant, byte[] body) throws JsonProcessingException {
        JsonNode sent = object(tree(body), "", MEMBERS);
        BulkOperation operation = named(BulkOperation.class, sent.path("operation"), "/operation");
        if (operation == null) {
            throw BulkProblems.malformed("/operation", "One of " + Arrays.toString(BulkOperation.values()) + ".");
        }
        RevocationReason reason = named(RevocationReason.class, sent.path("reason"), "/reason");
        if ((operation == BulkOperation.REVOKE) != (reason != null)) {
            throw BulkProblems.malformed(
                    "/reason",
                    "A revocation needs one of " + Arrays.toString(RevocationReason.values())
                            + "; nothing else has one.");
        }
        SuspensionReason suspension = named(SuspensionReason.class, sent.path("suspension"), "/suspension");
        if ((operation == BulkOperation.SUSPEND) != (suspension != null)) {
            throw BulkProblems.malformed(
                    "/suspension",
                    "A suspension needs one of " + Arrays.toString(SuspensionReason.values())
                            + "; nothing else has one.");
        }
        CredentialSelection select = selection(object(sent.path("select"), "/select", CRITERIA));
        return new BeginBulk(tenant, operation, reason, suspension, select);
    }

    private static CredentialSelection selection(JsonNode select) {
        List<UUID> credentials = credentials(select.path("credentials"));
        String achievement = text(select.path("achievement"), "/select/achievement");
        Integer version = version(select.path("version"));
        Instant from = time(select.path("issuedFrom"), "/select/issuedFrom");
        Instant before = time(select.path("issuedBefore"), "/select/issuedBefore");
        CredentialState state = named(CredentialState.class, select.path("state"), "/select/state");
        try {
            return new CredentialSelection(credentials, achievement, version, from, before, state);
        } catch (MalformedEvent refused) {
            throw BulkProblems.malformed("/select", refused.getMessage() + ".");
        }
    }

    private static @Nullable List<UUID> credentials(JsonNode sent) {
        if (sent.isMissingNode()) {
            return null;
        }
        if (!sent.isArray()) {
            throw BulkProblems.malformed("/select/credentials", "A list of ids.");
        }
        List<UUID> credentials = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String place = "/select/credentials/" + i;
            String id = text(sent.path(i), place);
            try {
                credentials.add(UUID.fromString(String.valueOf(id)));
            } catch (IllegalArgumentException e) {
                throw BulkProblems.malformed(place, "The id of a credential.");
            }
        }
        return credentials;
    }

    private static @Nullable Integer version(JsonNode sent) {
        if (sent.isMissingNode()) {
            return null;
        }
        if (!sent.isInt() || sent.asInt() < 1) {
            throw BulkProblems.malformed("/select/version", "The number of a version.");
        }
        return sent.asInt();
    }

    private static @Nullable Instant time(JsonNode sent, String place) {
        String text = text(sent, place);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw BulkProblems.malformed(place, "A time, such as 2026-05-05T10:00:00Z.");
        }
    }

    private static @Nullable String text(JsonNode sent, String place) {
        if (sent.isMissingNode()) {
            return null;
        }
        if (!sent.isTextual()) {
            throw BulkProblems.malformed(place, "A text.");
        }
        return sent.asText();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, JsonNode sent, String place) {
        String name = text(sent, place);
        if (name == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        BulkProblems.malformed(place, "One of " + Arrays.toString(type.getEnumConstants()) + "."));
    }

    private static JsonNode object(JsonNode sent, String place, Set<String> members) {
        if (!sent.isObject()) {
            throw BulkProblems.malformed(place, "A JSON object is needed.");
        }
        for (Iterator<String> names = sent.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!members.contains(name)) {
                throw BulkProblems.malformed(place + "/" + name, "Is not known here.");
            }
        }
        return sent;
    }

    private static JsonNode tree(byte[] body) throws JsonProcessingException {
        try {
            return EventFormat.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can be read", e);
        }
    }
}
