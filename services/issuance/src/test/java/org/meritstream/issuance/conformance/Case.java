package org.meritstream.issuance.conformance;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.meritstream.events.EventFormat;
import org.meritstream.issuance.Resources;

/**
 * A document that differs in one place from a good one, and what is wrong with it.
 *
 * @param faults names of the faults; none where nothing is wrong
 */
record Case(String name, JsonNode document, List<String> faults) {

    static List<Case> of(String file) {
        List<Case> cases = new ArrayList<>();
        for (JsonNode stated : json(file)) {
            ObjectNode document = object(stated.path("base").asText());
            if (stated.has("at")) {
                change(document, JsonPointer.compile(stated.path("at").asText()), stated);
            }
            List<String> faults = new ArrayList<>();
            stated.path("faults").forEach(fault -> faults.add(fault.asText()));
            cases.add(new Case(stated.path("name").asText(), document, faults));
        }
        return cases;
    }

    static ObjectNode object(String name) {
        return (ObjectNode) json(name);
    }

    static JsonNode json(String name) {
        try {
            return EventFormat.JSON.readTree(Resources.text("/conformance/" + name + ".json"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static void change(ObjectNode document, JsonPointer place, JsonNode stated) {
        JsonNode parent = document.at(place.head());
        String last = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode several) {
            several.set(Integer.parseInt(last), stated.get("to"));
        } else if (stated.has("to")) {
            ((ObjectNode) parent).set(last, stated.get("to"));
        } else {
            ((ObjectNode) parent).remove(last);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
