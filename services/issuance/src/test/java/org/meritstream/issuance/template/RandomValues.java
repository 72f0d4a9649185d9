package org.meritstream.issuance.template;

import java.util.List;
import java.util.Random;

/**
 * Values of one credential, as they come and as somebody would make them: hostile, colliding with each other, or standing in the template
 * itself.
 *
 * @param hostile how often one is
 */
record RandomValues(Random random, double hostile) {
    static final String BASE = "https://badges.example.org/";

    /** From alphabets so small that values collide, to what no form expects. */
    static final List<String> HOSTILE = List.of(
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
