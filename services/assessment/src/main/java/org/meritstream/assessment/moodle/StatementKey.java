package org.meritstream.assessment.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.meritstream.assessment.reading.DedupeKey;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Mark;
import org.meritstream.assessment.reading.Person;
import org.meritstream.assessment.reading.SenderTime;

/**
 * The key of a statement. The plugin sends no id, so it is made of actor, verb, object, timestamp and result; of the result only its
 * digest is kept, for it may hold a grader's words.
 */
final class StatementKey {
    private StatementKey() {}

    static String of(Statement statement, Person person) {
        return DedupeKey.of(
                "moodle",
                person.account(),
                statement.verb(),
                statement.objectId(),
                SenderTime.parse(Fields.text(statement.tree(), "timestamp")),
                canonical(statement.result()));
    }

    /** The same value always gives the same text, whatever the order of its members and the zeros of its numbers. */
    private static String canonical(JsonNode value) {
        if (value.isObject()) {
            Map<String, String> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), canonical(member.getValue())));
            return DedupeKey.digest(members.toString());
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(StatementKey::canonical)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return value.isNumber() ? Mark.of(value).key() : value.toString();
    }
}
