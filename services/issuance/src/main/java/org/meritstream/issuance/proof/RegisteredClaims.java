package org.meritstream.issuance.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a JWT that repeat what the credential itself says. In a badge all of them (Open Badges 3.0, section 8.2.4: {@code iss}, {@code
 * jti}, {@code sub} and {@code nbf}, and {@code exp} where it expires); of other credentials the times are those of the signature (Securing VCs
 * using JOSE and COSE, section 3.3.4), so they need not agree. Pure.
 */
final class RegisteredClaims {
    private static final Set<String> BADGES =
            Set.of("AchievementCredential", "OpenBadgeCredential", "EndorsementCredential", "ClrCredential");

    private RegisteredClaims() {}

    /**
     * The claims of a badge, in the order in which they are to be written.
     *
     * @throws IllegalArgumentException when it lacks a property that has to be repeated: its subject's id, most likely
     */
    static Map<String, Object> of(JsonObject badge) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", required(id(badge.get("issuer")), "issuer"));
        claims.put("jti", required(text(badge.get("id")), "id"));
        claims.put("sub", required(id(badge.get("credentialSubject")), "credentialSubject.id"));
        claims.put("nbf", required(seconds(badge.get("validFrom")), "validFrom"));
        Long expires = seconds(badge.get("validUntil"));
        if (expires != null) {
            claims.put("exp", expires);
        }
        return claims;
    }

    /** The first claim that contradicts its property, if one does. A claim that is absent contradicts nothing. */
    static Optional<String> contradicted(JsonObject payload) {
        return contradicted(payload, stated(payload));
    }

    /** The same where parts of the credential may be concealed: a property that is not shown contradicts nothing. */
    static Optional<String> contradictedByWhatIsShown(JsonObject payload) {
        Map<String, @Nullable Object> stated = stated(payload);
        stated.values().removeIf(Objects::isNull);
        return contradicted(payload, stated);
    }

    private static Map<String, @Nullable Object> stated(JsonObject payload) {
        Map<String, @Nullable Object> stated = new LinkedHashMap<>();
        stated.put("iss", id(payload.get("issuer")));
        stated.put("jti", text(payload.get("id")));
        stated.put("sub", id(payload.get("credentialSubject")));
        if (isBadge(payload)) {
            stated.put("nbf", seconds(payload.get("validFrom")));
            stated.put("exp", seconds(payload.get("validUntil")));
        }
        return stated;
    }

    private static Optional<String> contradicted(JsonObject payload, Map<String, @Nullable Object> stated) {
        return stated.keySet().stream()
                .filter(claim -> payload.containsKey(claim) && !agrees(payload.get(claim), stated.get(claim)))
                .findFirst();
    }

    private static boolean agrees(@Nullable JsonValue claim, @Nullable Object property) {
        return switch (property) {
            case null -> false;
            case String text ->
                claim instanceof JsonString said && said.getString().equals(text);
            case Long seconds ->
                claim instanceof JsonNumber said && said.bigDecimalValue().longValue() == seconds;
            default -> throw new IllegalStateException("Claims are texts and seconds");
        };
    }

    private static boolean isBadge(JsonObject payload) {
        return payload.get("type") instanceof JsonArray types
                && types.stream()
                        .anyMatch(type -> type instanceof JsonString name && BADGES.contains(name.getString()));
    }

    private static <T> T required(@Nullable T value, String property) {
        if (value == null) {
            throw new IllegalArgumentException("A badge can not become a JWT without " + property);
        }
        return value;
    }

    /** Of an object its id; an id may also stand in the place of the object. */
    private static @Nullable String id(@Nullable JsonValue value) {
        return value instanceof JsonObject object ? text(object.get("id")) : text(value);
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        return value instanceof JsonString text ? text.getString() : null;
    }

    private static @Nullable Long seconds(@Nullable JsonValue value) {
        try {
            String text = text(value);
            return text == null ? null : OffsetDateTime.parse(text).toEpochSecond();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
