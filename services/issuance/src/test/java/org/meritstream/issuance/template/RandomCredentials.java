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
        RandomValues values = new RandomValues(random, hostile ? OFTEN : 0);
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
        achievement.put(
                "name",
                "Achievement " + number + RandomValues.HOSTILE.get(random.nextInt(24, RandomValues.HOSTILE.size())));
        achievement.put(
                "description",
                random.nextBoolean()
                        ? "The same."
                        : RandomValues.HOSTILE.get(random.nextInt(RandomValues.HOSTILE.size())));
        recognition(random, credential, achievement);
        if (random.nextBoolean()) {
            ((ArrayNode) subject.path("identifier")).remove(1);
        }
        results(random, subject);
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

    /** None, fewer or more, with a level or without. */
    private static void results(Random random, ObjectNode subject) {
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
                        .put("supervision", RandomValues.HOSTILE.get(random.nextInt(24, RandomValues.HOSTILE.size())))
                        .putArray("buildsOn")
                        .add(RandomValues.BASE + "achievements/northgate.statistics")
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
}
