package org.meritstream.quickstart.seed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.meritstream.quickstart.client.Json;

/**
 * A demonstration institution and the names of its files.
 *
 * @param tenant its name in addresses
 * @param achievements in the order of publication: what is earned by holding others comes after them
 */
public record Institution(String tenant, List<String> sources, List<String> achievements) {
    public static final Institution NORTHGATE = new Institution(
            "northgate",
            List.of("canvas", "moodle"),
            List.of("data-literacy", "research-methods", "evidence-in-practice", "field-report"));
    public static final Institution SOUTHBANK =
            new Institution("southbank", List.of("moodle"), List.of("academic-writing"));
    public static final List<Institution> ALL = List.of(NORTHGATE, SOUTHBANK);

    /** What it calls itself. */
    public String name() {
        return issuer().path("name").asText();
    }

    ObjectNode issuer() {
        return file("issuer");
    }

    /** The roster. */
    public ObjectNode learners() {
        return file("learners");
    }

    ObjectNode source(String name) {
        return file("sources/" + name);
    }

    ObjectNode achievement(String name) {
        return file("achievements/" + name);
    }

    private ObjectNode file(String name) {
        return Json.resource(Institution.class, tenant + "/" + name + ".json");
    }
}
