package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of value that the data model knows (VC Data Model 2.0, section 4). Pure. */
final class Values {
    /** A scheme (RFC 3986, section 3.1) and none of the characters that an IRI must not have. */
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+");
    /** XML Schema 1.1, section 3.4.28: a date-time that says how far it is from UTC. */
    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private static final Set<String> LANGUAGE_VALUE = Set.of("@value", "@language", "@direction");

    private Values() {}

    /** One URL. */
    static boolean url(JsonNode value) {
        return value.isTextual() && URL.matcher(value.textValue()).matches();
    }

    /** No identifier at all, or one URL. */
    static boolean noneOrUrl(JsonNode object) {
        return !object.has("id") || url(object.path("id"));
    }

    /** One term or several; whether they mean something their context decides. */
    static boolean types(JsonNode value) {
        List<JsonNode> types = several(value);
        return !types.isEmpty()
                && types.stream()
                        .allMatch(type -> type.isTextual() && !type.textValue().isBlank());
    }

    /** Whether one of the texts is this one. */
    static boolean includes(JsonNode oneOrSeveral, String text) {
        return several(oneOrSeveral).stream().anyMatch(one -> one.isTextual() && text.equals(one.textValue()));
    }

    /** One or several; none where there is nothing. */
    static List<JsonNode> several(JsonNode oneOrSeveral) {
        if (oneOrSeveral.isMissingNode()) {
            return List.of();
        }
        if (!oneOrSeveral.isArray()) {
            return List.of(oneOrSeveral);
        }
        List<JsonNode> all = new ArrayList<>();
        oneOrSeveral.forEach(all::add);
        return all;
    }

    /** The moment, or null where it is none. */
    static @Nullable Instant moment(JsonNode value) {
        if (!value.isTextual() || !MOMENT.matcher(value.textValue()).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(value.textValue()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A text, a language value object, or several of them (VC Data Model 2.0, section 11.1). */
    static boolean words(JsonNode value) {
        return several(value).stream().allMatch(one -> one.isTextual() || languageValue(one));
    }

    private static boolean languageValue(JsonNode value) {
        if (!value.isObject() || !value.path("@value").isTextual()) {
            return false;
        }
        return value.properties().stream()
                .allMatch(member -> LANGUAGE_VALUE.contains(member.getKey())
                        && member.getValue().isTextual());
    }
}
