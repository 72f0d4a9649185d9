package org.meritstream.issuance.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.meritstream.events.EventFormat;

/** 1EdTech's JSON Schema of an AchievementCredential (draft 2019-09), carried as a resource: what is signed has passed it first. */
public final class OfficialSchema {
    private static final String RESOURCE = "/schemas/ob_v3p0_achievementcredential_schema.json";
    private static final String RECORD = "/schemas/clr_v2p0_clrcredential_schema.json";
    private static final String DEFINITIONS = "$defs";
    private static final String STATUS = "credentialStatus";
    /** Violations that are told: a document may break it in a hundred thousand places, and whoever hears of some knows what is wrong. */
    public static final int MOST = 20;

    /** Letters of a place: its members may have been named by whoever wants memory to be filled. */
    private static final int LONGEST_PLACE = 200;

    /** What it says of a credential's status; of that of an endorsement it says the same further in. */
    private static final String ENTRY = """

            "credentialStatus": {
              "$ref": "#/$defs/CredentialStatus"
            },
        """.stripTrailing();

    private static final String ENTRIES = """

            "credentialStatus": {
              "type": "array",
              "items": {
                "$ref": "#/$defs/CredentialStatus"
              },
              "minItems": 2,
              "maxItems": 2
            },
        """.stripTrailing();

    private final Map<Part, Schema> schemas = new EnumMap<>(Part.class);

    public OfficialSchema() {
        String text = text(RESOURCE);
        schemas.put(Part.ACHIEVEMENT, schema(text));
        schemas.put(Part.SUSPENDABLE, schema(suspendable(text)));
        schemas.put(Part.ENDORSEMENT, schema(definition(text, "EndorsementCredential")));
        schemas.put(Part.RECORD, schema(text(RECORD)));
        schemas.put(Part.SUSPENDABLE_RECORD, schema(suspendableRecord(text(RECORD))));
    }

    /** Which of the credentials it describes. */
    public enum Part {
        ACHIEVEMENT,
        /** An achievement credential with two status entries instead of the one that it allows; otherwise the same to the letter (docs/adr/0054). */
        SUSPENDABLE,
        ENDORSEMENT,
        /** Of a learner record, by the schema of Comprehensive Learner Record 2.0. */
        RECORD,
        /** The same where credentials within have two status entries; what each was held to when it was signed. */
        SUSPENDABLE_RECORD
    }

    /**
     * Where the achievement credential breaks the schema and how, without any of its values, in {@link #MOST} places at most; empty when it does not. One
     * with two status entries is held to {@link Part#SUSPENDABLE}.
     */
    public List<String> violations(String document) {
        return violations(document, document.contains(StatusEntries.TWO) ? Part.SUSPENDABLE : Part.ACHIEVEMENT);
    }

    /** The same of a learner record. */
    public List<String> violationsOfRecord(String document) {
        return violations(document, document.contains(StatusEntries.TWO) ? Part.SUSPENDABLE_RECORD : Part.RECORD);
    }

    /** As {@link #violations(String)}, of one or the other. */
    public List<String> violations(String document, Part part) {
        FirstOnes first = new FirstOnes();
        try {
            Objects.requireNonNull(schemas.get(part)).validate(document, InputFormat.JSON, context -> {
                context.setErrors(first);
                context.executionConfig(config -> config.formatAssertionsEnabled(true));
            });
        } catch (FirstOnes.Full enough) {
            // What else is wrong with it nobody needs to know.
        }
        return first.stream()
                .map(error -> place(error.getInstanceLocation().toString()) + " breaks " + error.getKeyword())
                .toList();
    }

    private static String place(String place) {
        return place.length() > LONGEST_PLACE ? place.substring(0, LONGEST_PLACE) + "…" : place;
    }

    /** Ends the validation where there are enough of them, since the validator would go on and keep whatever it finds. */
    private static final class FirstOnes extends ArrayList<Error> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean add(Error error) {
            super.add(error);
            if (size() == MOST) {
                throw new Full();
            }
            return true;
        }

        @Override
        public boolean addAll(Collection<? extends Error> several) {
            several.forEach(this::add);
            return !several.isEmpty();
        }

        private static final class Full extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
    }

    /** The official text with one replacement, which must be the only one that can be made. */
    static String suspendable(String text) {
        int place = text.indexOf(ENTRY);
        if (place < 0) {
            throw new IllegalStateException("The schema resource says otherwise what credentialStatus is");
        }
        return text.substring(0, place) + ENTRIES + text.substring(place + ENTRY.length());
    }

    /** The official text, which lets a credential within a record have one entry, with this alone changed: it may have two. */
    static String suspendableRecord(String text) {
        try {
            JsonNode whole = EventFormat.JSON.readTree(text);
            JsonNode within = whole.at("/" + DEFINITIONS + "/VerifiableCredential/properties");
            if (!(within instanceof ObjectNode members) || !members.has(STATUS)) {
                throw new IllegalStateException(
                        "The schema resource says otherwise what a credential within a record is");
            }
            JsonNode one = members.path(STATUS);
            ObjectNode either = JsonNodeFactory.instance.objectNode();
            either.putArray("anyOf")
                    .add(one)
                    .addObject()
                    .put("type", "array")
                    .put("minItems", 2)
                    .put("maxItems", 2)
                    .set("items", one);
            members.set(STATUS, either);
            return whole.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema resource is JSON", e);
        }
    }

    private static Schema schema(String text) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(text, InputFormat.JSON);
        schema.initializeValidators();
        return schema;
    }

    /** A schema of one of the definitions: they refer to each other from the root, so all of them come along. */
    private static String definition(String text, String name) {
        try {
            JsonNode whole = EventFormat.JSON.readTree(text);
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            one.set("$schema", whole.path("$schema"));
            one.put("$ref", "#/" + DEFINITIONS + "/" + name);
            one.set(DEFINITIONS, whole.path(DEFINITIONS));
            return one.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema resource is JSON", e);
        }
    }

    private static String text(String resource) {
        try (InputStream in = OfficialSchema.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The schema resource is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
