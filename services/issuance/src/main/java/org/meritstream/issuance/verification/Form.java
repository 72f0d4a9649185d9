package org.meritstream.issuance.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.meritstream.issuance.credential.OfficialSchema;
import org.meritstream.issuance.proof.Contexts;

/** Whether a document has the form of its kind. That of Open Badges and of learner records is looked up in 1EdTech's own schemas. */
final class Form {
    private static final int REMEMBERED = 10_000;
    /** Their {@code type} is one text in Open Badges and learner records, everything else's an array. */
    private static final Set<String> PLAIN_TYPES =
            Set.of("IdentityObject", "IdentifierEntry", "Image", "GeoCoordinates", "Association");
    /** So is that of what stands in these. */
    private static final Set<String> PLAIN_PLACES =
            Set.of("proof", "credentialSchema", "credentialStatus", "refreshService", "termsOfUse");

    private static final Set<String> ARRAYS = Set.of("proof", "credentialSchema", "termsOfUse");

    private final OfficialSchema schema = new OfficialSchema();
    private final Remembered<List<String>> violations = new Remembered<>(REMEMBERED);

    static Check type(Inquiry inquiry) {
        Kind kind = Kind.of(inquiry.credential());
        return kind == Kind.NONE
                ? CheckName.TYPE.invalid("It does not say that it is a verifiable credential.")
                : CheckName.TYPE.valid("It is " + article(kind.words()) + kind.words() + ".");
    }

    Check check(Inquiry inquiry) {
        JsonNode credential = inquiry.credential();
        return switch (Kind.of(credential)) {
            case ACHIEVEMENT -> official(inquiry.presented(), achievement(credential));
            case ENDORSEMENT -> official(inquiry.presented(), OfficialSchema.Part.ENDORSEMENT);
            case RECORD -> official(inquiry.presented(), record(credential));
            case OTHER -> general(credential);
            case NONE ->
                CheckName.SCHEMA.unchecked("What form it should have can not be told, since it is no credential.");
        };
    }

    /** With two status entries it is another form, which is told; what it is held to is the official one otherwise. */
    private static OfficialSchema.Part achievement(JsonNode credential) {
        return hasTwoEntries(credential) ? OfficialSchema.Part.SUSPENDABLE : OfficialSchema.Part.ACHIEVEMENT;
    }

    private static OfficialSchema.Part record(JsonNode credential) {
        boolean any = Claimed.several(credential.at("/credentialSubject/verifiableCredential")).stream()
                .anyMatch(Form::hasTwoEntries);
        return any ? OfficialSchema.Part.SUSPENDABLE_RECORD : OfficialSchema.Part.RECORD;
    }

    private static boolean hasTwoEntries(JsonNode credential) {
        JsonNode status = credential.path("credentialStatus");
        return status.isArray() && status.size() == 2;
    }

    private static boolean hasTwoEntries(OfficialSchema.Part part) {
        return part == OfficialSchema.Part.SUSPENDABLE || part == OfficialSchema.Part.SUSPENDABLE_RECORD;
    }

    private Check official(Presented presented, OfficialSchema.Part part) {
        List<String> found = violations.of(presented.text(), part.name(), () -> violations(presented, part));
        if (found.isEmpty()) {
            return CheckName.SCHEMA.valid("It has the form that the " + standard(part) + " standard asks for"
                    + (hasTwoEntries(part) ? ", but for two status entries where 1EdTech's schema allows one." : "."));
        }
        String places = found.size() == 1
                ? "one place"
                : found.size() + (found.size() < OfficialSchema.MOST ? " places" : " places or more");
        return CheckName.SCHEMA.invalid("It breaks the " + standard(part) + " standard in " + places + ": "
                + String.join("; ", found.subList(0, Math.min(3, found.size()))) + ".");
    }

    private static String standard(OfficialSchema.Part part) {
        return switch (part) {
            case ACHIEVEMENT, SUSPENDABLE, ENDORSEMENT -> "Open Badges 3.0";
            case RECORD, SUSPENDABLE_RECORD -> "Comprehensive Learner Record 2.0";
        };
    }

    private List<String> violations(Presented presented, OfficialSchema.Part part) {
        JsonNode plain = ofModel2(plain(presented.credential(), ""));
        if (part == OfficialSchema.Part.RECORD || part == OfficialSchema.Part.SUSPENDABLE_RECORD) {
            Claimed.several(plain.path("credentialSubject").path("verifiableCredential"))
                    .forEach(Form::ofModel2);
        }
        return schema.violations(plain.toString(), part);
    }

    /** VC Data Model 2.0, section 4: what every credential has. */
    private static Check general(JsonNode credential) {
        JsonNode subject = credential.path("credentialSubject");
        boolean about = subject.isObject() ? !subject.isEmpty() : subject.isArray() && !subject.isEmpty();
        return about
                ? CheckName.SCHEMA.valid("It has what every verifiable credential must have.")
                : CheckName.SCHEMA.invalid("It does not say what it is about.");
    }

    /**
     * The JSON-LD form may write one value without its array; the schema is of the plain JSON form, which may not. What is signed is the same, so
     * only the copy that the schema sees is changed.
     */
    private static JsonNode plain(JsonNode node, String place) {
        if (node instanceof ArrayNode several) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            several.forEach(one -> copy.add(plain(one, place)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> {
            JsonNode value = plain(member.getValue(), member.getKey());
            copy.set(member.getKey(), inArray(member.getKey(), value, place) ? array(value) : value);
        });
        return copy;
    }

    private static boolean inArray(String name, JsonNode value, String place) {
        if (name.equals("type")) {
            return value.isTextual() && !PLAIN_TYPES.contains(value.textValue()) && !PLAIN_PLACES.contains(place);
        }
        return value.isObject() && ARRAYS.contains(name);
    }

    private static ArrayNode array(JsonNode value) {
        return JsonNodeFactory.instance.arrayNode().add(value);
    }

    /** A copy of a badge of the data model 1.1 under the names of 2.0, for the same schema. */
    private static JsonNode ofModel2(JsonNode credential) {
        if (!(credential instanceof ObjectNode object) || !object.has("issuanceDate") || object.has("validFrom")) {
            return credential;
        }
        object.set("validFrom", object.remove("issuanceDate"));
        if (object.has("expirationDate")) {
            object.set("validUntil", object.remove("expirationDate"));
        }
        if (object.path("@context") instanceof ArrayNode contexts && !contexts.isEmpty()) {
            contexts.set(0, Contexts.CREDENTIALS_V2);
        }
        return object;
    }

    private static String article(String words) {
        return "aeiouAEIOU".indexOf(words.charAt(0)) < 0 ? "a " : "an ";
    }
}
