package org.meritstream.assessment.learner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a roster in either of its two forms into rows; whether a row is any good is decided later. */
final class RosterFile {
    private static final List<String> REQUIRED = List.of("studentnumber", "displayname");

    private RosterFile() {}

    /** {@code {"learners":[{studentNumber, displayName, email, language}]}}; throws {@link Csv.Broken} when it is not that. */
    static List<RosterRow> json(JsonNode tree) {
        JsonNode learners = tree.path("learners");
        if (!learners.isArray()) {
            throw new Csv.Broken("A member \"learners\" with an array is expected.");
        }
        List<RosterRow> rows = new ArrayList<>(learners.size());
        for (JsonNode learner : learners) {
            rows.add(new RosterRow(
                    rows.size() + 1,
                    text(learner, "studentNumber"),
                    text(learner, "displayName"),
                    text(learner, "email"),
                    text(learner, "language")));
        }
        return rows;
    }

    /** A header line names the columns, in any order and spelling (student_number, Student number); others are passed over. */
    static List<RosterRow> csv(String text) {
        Csv lines = new Csv(text);
        if (!lines.hasNext()) {
            throw new Csv.Broken("A header line is expected.");
        }
        Map<String, Integer> columns = columns(lines.next());
        List<RosterRow> rows = new ArrayList<>();
        while (lines.hasNext()) {
            List<String> fields = lines.next();
            rows.add(new RosterRow(
                    rows.size() + 1,
                    field(fields, columns.get("studentnumber")),
                    field(fields, columns.get("displayname")),
                    field(fields, columns.get("email")),
                    field(fields, columns.get("language"))));
        }
        return rows;
    }

    private static Map<String, Integer> columns(List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            columns.putIfAbsent("name".equals(name) ? "displayname" : name, i);
        }
        if (!columns.keySet().containsAll(REQUIRED)) {
            throw new Csv.Broken("The header line names no column studentNumber or no column displayName.");
        }
        return columns;
    }

    private static @Nullable String field(List<String> fields, @Nullable Integer column) {
        return column == null || column >= fields.size() ? null : fields.get(column);
    }

    private static @Nullable String text(JsonNode learner, String member) {
        JsonNode value = learner.path(member);
        return value.isTextual() || value.isIntegralNumber() ? value.asText() : null;
    }
}
