package org.meritstream.walletsync.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.meritstream.events.Message;
import org.meritstream.log.Handled;
import org.meritstream.log.http.Outcome;
import org.meritstream.log.http.Problem;

/** How a handled entry lies in a document. */
final class Entries {
    static final String ID = "id";
    static final String TOPIC = "topic";
    static final String AT = "at";

    private Entries() {}

    /** Topic and time are what an entry is forgotten by. */
    static Document write(Handled handled, @Nullable Outcome outcome, Instant now) {
        Document entry = new Document(ID, handled.id())
                .append("cause", handled.cause())
                .append(TOPIC, topic(handled.cause()))
                .append(AT, now)
                .append(
                        "emitted",
                        handled.emitted().stream().map(Entries::write).toList());
        return outcome == null ? entry : entry.append("outcome", write(outcome));
    }

    private static String topic(String cause) {
        return cause.substring(0, cause.indexOf(':'));
    }

    static Handled read(Document entry) {
        return new Handled(
                entry.getString(ID),
                entry.getString("cause"),
                entry.getList("emitted", Document.class).stream()
                        .map(Entries::message)
                        .toList());
    }

    static @Nullable Outcome outcome(Document entry) {
        Document outcome = entry.get("outcome", Document.class);
        if (outcome == null) {
            return null;
        }
        return new Outcome(
                outcome.getString("tenant"),
                Outcome.State.valueOf(outcome.getString("state")),
                outcome.getString("link"),
                problem(outcome.get("problem", Document.class)));
    }

    private static Document write(Outcome outcome) {
        Document written = new Document("tenant", outcome.tenant())
                .append("state", outcome.state().name());
        if (outcome.link() != null) {
            written.append("link", outcome.link());
        }
        Problem problem = outcome.problem();
        return problem == null
                ? written
                : written.append(
                        "problem",
                        new Document("type", problem.type())
                                .append("title", problem.title())
                                .append("status", problem.status())
                                .append("detail", problem.detail()));
    }

    private static @Nullable Problem problem(@Nullable Document problem) {
        return problem == null
                ? null
                : new Problem(
                        problem.getString("type"),
                        problem.getString("title"),
                        problem.getInteger("status"),
                        problem.getString("detail"),
                        null);
    }

    /** Headers as a list of pairs: their order is part of the bytes, and a name may hold a dot. */
    private static Document write(Message message) {
        List<String> headers = new ArrayList<>();
        message.headers().forEach((name, value) -> {
            headers.add(name);
            headers.add(value);
        });
        return new Document("topic", message.topic())
                .append("key", message.key())
                .append("headers", headers)
                .append("body", new Binary(message.body()));
    }

    private static Message message(Document written) {
        List<String> pairs = written.getList("headers", String.class);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            headers.put(pairs.get(i), pairs.get(i + 1));
        }
        return new Message(
                written.getString("topic"),
                written.getString("key"),
                headers,
                written.get("body", Binary.class).getData());
    }
}
