package org.meritstream.issuance.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meritstream.issuance.Resources;
import org.meritstream.issuance.SignedFixture;

/** Endorsements are looked into wherever the official schemas have a place for them. The places are read from the schemas. */
class EndorsementPlacesTest {
    private static final String ENDORSEMENT = Resources.text("/vectors/ob3/endorsement-valid.json");
    /** A profile may be above a profile above a profile; so many say enough. */
    private static final int ABOVE = 2;

    static Stream<String> places() {
        return Stream.of("ob_v3p0_achievementcredential_schema.json", "clr_v2p0_clrcredential_schema.json")
                .flatMap(name -> places(schema(name)).stream())
                .distinct()
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("places")
    void looksIntoAnEndorsementWhereverOneMayStand(String place) {
        ObjectNode credential = tree(SignedFixture.document());
        JsonPointer at = JsonPointer.compile(place);
        if (place.endsWith("Jwt")) {
            credential.withObject(at.head()).putArray("endorsementJwt").add(SignedFixture.token(ENDORSEMENT, "vc+jwt"));
        } else {
            credential.withObject(at.head()).putArray("endorsement").add(tree(ENDORSEMENT));
        }

        assertThat(Parts.of(credential))
                .singleElement()
                .isInstanceOfSatisfying(
                        Opened.Credential.class,
                        part -> assertThat(part.presented()
                                        .credential()
                                        .path("type")
                                        .toString())
                                .contains("EndorsementCredential"));
    }

    private static List<String> places(JsonNode schema) {
        List<String> found = new ArrayList<>();
        places(schema, schema, "", 0, found);
        return found;
    }

    private static void places(JsonNode schema, JsonNode object, String path, int above, List<String> found) {
        for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
            String name = property.getKey();
            int deeper = above + (name.equals("parentOrg") ? 1 : 0);
            if (name.equals("endorsement") || name.equals("endorsementJwt")) {
                found.add(path + "/" + name);
            } else if (deeper <= ABOVE && !name.equals("verifiableCredential")) {
                for (JsonNode type : types(schema, property.getValue())) {
                    places(schema, type, path + "/" + name, deeper, found);
                }
            }
        }
    }

    /** What a property's value may be: itself, what it refers to, each of several, and what an array holds. */
    private static List<JsonNode> types(JsonNode schema, JsonNode value) {
        List<JsonNode> types = new ArrayList<>();
        if (value.has("properties")) {
            types.add(value);
        }
        if (value.has("$ref")) {
            types.addAll(types(schema, schema.at(value.path("$ref").asText().substring(1))));
        }
        for (String several : List.of("oneOf", "anyOf", "allOf")) {
            value.path(several).forEach(one -> types.addAll(types(schema, one)));
        }
        if (value.has("items")) {
            types.addAll(types(schema, value.path("items")));
        }
        return types;
    }

    private static JsonNode schema(String name) {
        return tree(Resources.text("/schemas/" + name));
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) Objects.requireNonNull(Opening.tree(json));
    }
}
