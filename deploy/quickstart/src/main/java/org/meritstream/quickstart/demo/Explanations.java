package org.meritstream.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The words of a dossier's evaluation, as lines. */
final class Explanations {
    private Explanations() {}

    static List<String> of(JsonNode dossier) {
        List<String> lines = new ArrayList<>();
        collect(dossier.path("explanation"), lines);
        if (lines.isEmpty()) {
            collect(dossier.path("evaluation").path("explanation"), lines);
        }
        return lines;
    }

    private static void collect(JsonNode node, List<String> lines) {
        if (node.isTextual()) {
            lines.add(node.asText());
        } else if (node.has("text")) {
            lines.add(node.path("text").asText());
        } else if (node.isContainerNode()) {
            node.forEach(child -> collect(child, lines));
        }
    }
}
