package org.meritstream.issuance.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.meritstream.issuance.SignedFixture;

/**
 * Credentials as they come, and as somebody would make them to break a template: a few dozen shapes, and values that are hostile, collide
 * with each other, or stand in the template itself.
 */
final class RandomCredentials {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHAPES = 40;

    /** How often a value of a hostile credential is. */
    private static final double OFTEN = 0.15;

    private static final String BASE = "https://badges.example.org/";

    /** From alphabets so small that values collide, to what no form expects. */
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\"",
            "\\",
            "\\\"",
            "\\u0041",
            "\" .\n_:c14n0 <urn:x> <urn:y> .\n",
            "\t",
            "\r\n",
            "\b\f",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\uffff",
            "\ud83d\ude00",
            "\ud83d",
            "e\u0301",
            "\u00e9",
            "\u0645\u0631\u062d\u0628\u0627",
            "\ufb2a",
            "\uff21",
            "_:c14n0",
            "_:a",
            "_:z",
            "<urn:x>",
            "@id",
            "@json",
            "urn:meritstream:slot:0",
            "urn:meritstream:slot:1\"@en",
            "TEXT",
            "^^<http://www.w3.org/2001/XMLSchema#string>",
            "87.5",
            "1",
            "true",
            "null",
            "a",
            "b");

    /** Of many scripts: with marks that combine, from right to left, beyond the first plane, with what JSON and N-Quads escape. */
    private static final List<String> NAMES = List.of(
            "Amina Yilmaz",
            "Zo\u00eb \u00d8sterg\u00e5rd",
            "\u0141ukasz \u201cLuk\u201d \u014cno",
            "Nguy\u1ec5n Th\u1ecb H\u00e0",
            "Andre\u0301 O'Hara-\"Back\\slash\"",
            "\u0414\u0430\u0440\u044c\u044f \u0427\u0435\u0440\u043d\u044b\u0448\u0451\u0432\u0430",
            "\u0395\u03bb\u03ad\u03bd\u03b7 \u03a0\u03b1\u03c0\u03ac",
            "\u0645\u062d\u0645\u062f \u0627\u0644\u0639\u0644\u064a",
            "\u05e9\u05e8\u05d4 \u05dc\u05d5\u05d9",
            "\u0905\u0928\u0928\u094d\u092f\u093e \u0936\u0930\u094d\u092e\u093e",
            "\u0e13\u0e31\u0e10\u0e1e\u0e25",
            "\u738b\u5c0f\u660e",
            "\ud842\udfb7\u91ce\u5bb6",
            "\uae40\ubbfc\uc900",
            "\u3055\u304f\u3089 \u9234\u6728",
            "\uff33\uff41\uff4b\uff55\uff52\uff41",
            "\ud801\udc14\ud801\udc2f\ud801\udc45",
            "\ud83d\udc69\ud83c\udffd\u200d\ud83c\udf93");

    private static final List<String> ADDRESSES = List.of(
            BASE + "credentials/1",
            BASE + "credentials/2",
            BASE + "issuers/northgate",
            "http://localhost:8080/achievements/northgate.data-literacy/1",
            "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
            "urn:uuid:0199b0c0-0000-8000-8000-00000000c001",
            "did:web:example.org",
            "HTTPS://badges.example.org/1",
            "https://badges.example.org/\u00fc",
            "https://badges.example.org/%7Ea",
            "https://badges.example.org/a b",
            "https://badges.example.org/<b>",
            "https:",
            "relative/one",
            "name",
            "VerifiableCredential",
            "xsd:string",
            "ext:one",
            "ceasn:one",
            "");

    private static final List<ObjectNode> EMPTY =
            IntStream.range(0, SHAPES).mapToObj(RandomCredentials::shape).toList();

    private RandomCredentials() {}

    /**
     * A credential of one of the shapes.
     *
     * @param shape its number
     * @param hostile whether some of its values may be
     */
    record RandomCredential(Integer shape, List<Value> values, boolean hostile) implements Composition {
        @Override
        public String text(List<String> others) {
            ObjectNode credential = EMPTY.get(shape).deepCopy();
            Iterator<String> own = others.iterator();
            fill(credential, kind -> own.next());
            return credential.toString();
        }
    }

    /**
     * Each number is always the same one under a seed.
     *
     * @param share how many of them are hostile
     */
    static RandomCredential credential(long seed, long number, double share) {
        Random random = new Random(seed + number * 0x9E3779B97F4A7C15L);
        int shape = random.nextInt(SHAPES);
        boolean hostile = random.nextDouble() < share;
        Values values = new Values(random, hostile ? OFTEN : 0);
        List<Value> own = new ArrayList<>();
        fill(EMPTY.get(shape).deepCopy(), kind -> {
            Value value = new Value(kind, values.of(kind));
            own.add(value);
            return value.text();
        });
        return new RandomCredential(shape, own, hostile);
    }

    /** Puts a value wherever one credential of a shape differs from the next. */
    private static void fill(ObjectNode credential, Function<SlotKind, String> next) {
        credential.put("id", next.apply(SlotKind.ADDRESS));
        String from = next.apply(SlotKind.TIME);
        credential.put("validFrom", from).put("awardedDate", from);
        putWhereThere(credential, "validUntil", SlotKind.TIME, next);
        ObjectNode subject = (ObjectNode) credential.path("credentialSubject");
        putWhereThere(subject, "id", SlotKind.ADDRESS, next);
        for (JsonNode identifier : subject.path("identifier")) {
            putWhereThere(identifier, "identityHash", SlotKind.TEXT, next);
            putWhereThere(identifier, "salt", SlotKind.TEXT, next);
        }
        for (JsonNode result : subject.path("result")) {
            putWhereThere(result, "value", SlotKind.TEXT, next);
            putWhereThere(result, "achievedLevel", SlotKind.ADDRESS, next);
        }
        for (JsonNode evidence : credential.path("evidence")) {
            putWhereThere(evidence, "id", SlotKind.ADDRESS, next);
            putWhereThere(evidence, "digestSRI", SlotKind.TEXT, next);
        }
        JsonNode status = credential.path("credentialStatus");
        for (JsonNode entry : status.isArray() ? status : List.of(status)) {
            putWhereThere(entry, "id", SlotKind.ADDRESS, next);
            putWhereThere(entry, "statusListIndex", SlotKind.TEXT, next);
        }
        putWhereThere(credential.path("refreshService"), "id", SlotKind.ADDRESS, next);
    }

    private static void putWhereThere(JsonNode node, String member, SlotKind kind, Function<SlotKind, String> next) {
        if (node.has(member)) {
            ((ObjectNode) node).put(member, next.apply(kind));
        }
    }

    /** Optional members there or not, more or fewer results, another achievement. */
    private static ObjectNode shape(int number) {
        Random random = new Random(number);
        ObjectNode credential = fixture();
        ObjectNode subject = (ObjectNode) credential.path("credentialSubject");
        ObjectNode achievement = (ObjectNode) subject.path("achievement");
        achievement.put("name", "Achievement " + number + HOSTILE.get(random.nextInt(24, HOSTILE.size())));
        achievement.put(
                "description", random.nextBoolean() ? "The same." : HOSTILE.get(random.nextInt(HOSTILE.size())));
        recognition(random, credential, achievement);
        if (random.nextBoolean()) {
            ((ArrayNode) subject.path("identifier")).remove(1);
        }
        if (random.nextInt(3) == 0) {
            subject.remove("result");
        }
        ArrayNode results = subject.withArray("result");
        for (int more = random.nextInt(4); more > 0 && !results.isEmpty(); more--) {
            results.add(results.get(0).deepCopy());
        }
        for (JsonNode result : results) {
            if (random.nextBoolean()) {
                ((ObjectNode) result).put("achievedLevel", "");
            }
        }
        if (results.isEmpty()) {
            subject.remove("result");
        }
        if (random.nextInt(3) == 0) {
            subject.put("id", "");
        }
        if (random.nextInt(3) == 0) {
            credential.put("validUntil", "");
            credential.putObject("refreshService").put("id", "").put("type", "1EdTechCredentialRefresh");
        }
        for (int more = random.nextInt(4); more > 0; more--) {
            credential.withArray("evidence").add(evidence(random.nextBoolean()));
        }
        if (random.nextInt(3) == 0) {
            suspendable(credential);
        }
        return credential;
    }

    /** With a second status entry, in a second list. */
    private static void suspendable(ObjectNode credential) {
        JsonNode revocation = credential.path("credentialStatus");
        ObjectNode suspension = revocation.deepCopy();
        suspension
                .put("statusPurpose", "suspension")
                .put(
                        "statusListCredential",
                        revocation.path("statusListCredential").asText() + "-suspension");
        credential.putArray("credentialStatus").add(revocation).add(suspension);
    }

    /** There with its context, there with more, or neither. */
    private static void recognition(Random random, ObjectNode credential, ObjectNode achievement) {
        switch (random.nextInt(3)) {
            case 0 -> {
                achievement.remove("recognition");
                ((ArrayNode) credential.path("@context")).remove(3);
            }
            case 1 ->
                achievement
                        .withObject("recognition")
                        .put("supervision", HOSTILE.get(random.nextInt(24, HOSTILE.size())))
                        .putArray("buildsOn")
                        .add(BASE + "achievements/northgate.statistics")
                        .add("https://elsewhere.example/a");
            default -> {}
        }
    }

    private static ObjectNode evidence(boolean credential) {
        ObjectNode evidence = JSON.createObjectNode();
        evidence.putArray("type").add("Evidence");
        return credential
                ? evidence.put("id", "").put("name", "data-literacy")
                : evidence.put("name", "report")
                        .put("mediaType", "application/pdf")
                        .put("digestSRI", "");
    }

    private static ObjectNode fixture() {
        try {
            return (ObjectNode) JSON.readTree(SignedFixture.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The fixture is JSON", e);
        }
    }

    /**
     * Values of one credential.
     *
     * @param hostile how often one is
     */
    private record Values(Random random, double hostile) {
        String of(SlotKind kind) {
            return switch (kind) {
                case ADDRESS -> address();
                case TIME -> time();
                case TEXT -> text();
            };
        }

        private String text() {
            if (random.nextDouble() < hostile) {
                return oneOf(HOSTILE) + (random.nextBoolean() ? oneOf(HOSTILE) : "");
            }
            return oneOf(NAMES) + " " + Long.toString(random.nextLong(), 36);
        }

        private String address() {
            return random.nextDouble() < hostile ? oneOf(ADDRESSES) : BASE + Long.toString(random.nextLong(), 36);
        }

        private String time() {
            if (random.nextDouble() < hostile) {
                return random.nextBoolean() ? text() : "2026-13-02T10:00:00Z";
            }
            return "2026-%02d-%02dT10:%02d:00Z"
                    .formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(60));
        }

        private String oneOf(List<String> some) {
            return some.get(random.nextInt(some.size()));
        }
    }
}
