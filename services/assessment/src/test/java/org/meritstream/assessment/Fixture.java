package org.meritstream.assessment;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.meritstream.assessment.reading.SenderJson;

/** Payloads in the senders' shape, from files; names and ids are ours. */
public final class Fixture {
    private Fixture() {}

    /** The text of a file of the test resources. */
    public static String text(String file) {
        try (InputStream stream = Fixture.class.getResourceAsStream("/" + file)) {
            return new String(requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree of a file. */
    public static JsonNode json(String file) {
        return SenderJson.read(text(file)).orElseThrow();
    }

    /** A live event. */
    public static JsonNode canvas(String name) {
        return json("canvas/" + name + ".json");
    }

    /** A statement of a batch, counted from 0. */
    public static JsonNode statement(String name, int index) {
        return json("moodle/" + name + ".statements.json").get(index);
    }

    /** The first statement of a batch. */
    public static JsonNode statement(String name) {
        return statement(name, 0);
    }

    /** Changes one member, named by a path such as {@code body/score}; the value is JSON text, null removes it. */
    public static JsonNode with(JsonNode tree, String path, @Nullable String value) {
        int cut = path.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) (cut < 0 ? tree : tree.at("/" + path.substring(0, cut)));
        String member = path.substring(cut + 1);
        if (value == null) {
            parent.remove(member);
        } else {
            parent.set(member, SenderJson.read(value).orElseThrow());
        }
        return tree;
    }
}
