package org.meritstream.assessment.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.SenderTime;

/**
 * When a statement is really invalid (xAPI 1.0.3, part two). The plugin answers 400 by halving its batch until the bad one is alone, so
 * nothing that is merely of no use here is refused, nor a mark outside its scale: senders give extra credit.
 */
public final class StatementRules {
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments");
    private static final Set<String> RESULT_MEMBERS =
            Set.of("score", "success", "completion", "response", "duration", "extensions");
    private static final Set<String> SCORE_MEMBERS = Set.of("scaled", "raw", "min", "max");
    private static final Set<String> OBJECT_TYPES =
            Set.of("Activity", "Agent", "Group", "StatementRef", "SubStatement");
    private static final Set<String> IDENTIFIERS = Set.of("mbox", "mbox_sha1sum", "openid", "account");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

    private StatementRules() {}

    /** What is wrong with a batch, in words that quote nothing of it; nothing when it is valid. */
    public static Optional<String> broken(JsonNode batch) {
        if (batch.isObject()) {
            return brokenStatement(batch);
        }
        if (!batch.isArray()) {
            return Optional.of("A statement or an array of statements is expected.");
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            Optional<String> wrong = brokenStatement(batch.get(i));
            if (wrong.isPresent()) {
                return Optional.of("Statement " + (i + 1) + ": " + wrong.get());
            }
            String id = Fields.text(batch.get(i), "id");
            if (id != null && !ids.add(id.toLowerCase(Locale.ROOT))) {
                return Optional.of("Statement " + (i + 1) + ": its id stands twice in the batch.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> brokenStatement(JsonNode statement) {
        if (!statement.isObject()) {
            return Optional.of("It is not an object.");
        }
        if (!onlyHas(statement, MEMBERS)) {
            return Optional.of("It has a member that a statement does not have.");
        }
        if (statement.has("id") && !UUID.matcher(statement.path("id").asText()).matches()) {
            return Optional.of("Its id is not a UUID.");
        }
        JsonNode time = statement.path("timestamp");
        if (!time.isMissingNode() && SenderTime.parse(time.textValue()) == null) {
            return Optional.of("Its timestamp is not a time.");
        }
        return brokenActor(statement.path("actor"))
                .or(() -> brokenVerb(statement.path("verb")))
                .or(() -> brokenObject(statement.path("object")))
                .or(() -> brokenResult(statement.path("result")));
    }

    /** Part two, sections 2.4.2.1 and 2.4.2.2: exactly one identifier, but a group may have members instead. */
    private static Optional<String> brokenActor(JsonNode actor) {
        if (!actor.isObject()) {
            return Optional.of("It has no actor.");
        }
        long identifiers = IDENTIFIERS.stream().filter(actor::has).count();
        boolean anonymousGroup = "Group".equals(actor.path("objectType").asText()) && actor.has("member");
        if (identifiers != 1 && !(identifiers == 0 && anonymousGroup)) {
            return Optional.of("Its actor has not exactly one identifier.");
        }
        JsonNode account = actor.path("account");
        boolean accountBroken = !account.isMissingNode()
                && !(isIri(account.path("homePage")) && account.path("name").isTextual());
        boolean mboxBroken = actor.has("mbox")
                && !actor.path("mbox").asText().toLowerCase(Locale.ROOT).startsWith("mailto:");
        return accountBroken || mboxBroken
                ? Optional.of("The identifier of its actor is not well-formed.")
                : Optional.empty();
    }

    private static Optional<String> brokenVerb(JsonNode verb) {
        return verb.isObject() && isIri(verb.path("id")) ? Optional.empty() : Optional.of("Its verb has no IRI as id.");
    }

    private static Optional<String> brokenObject(JsonNode object) {
        JsonNode type = object.path("objectType");
        if (!object.isObject()) {
            return Optional.of("It has no object.");
        }
        if (!type.isMissingNode() && !OBJECT_TYPES.contains(type.asText())) {
            return Optional.of("The type of its object is unknown.");
        }
        boolean activity = type.isMissingNode() || "Activity".equals(type.asText());
        return activity && !isIri(object.path("id")) ? Optional.of("Its object has no IRI as id.") : Optional.empty();
    }

    private static Optional<String> brokenResult(JsonNode result) {
        if (result.isMissingNode()) {
            return Optional.empty();
        }
        if (!result.isObject() || !onlyHas(result, RESULT_MEMBERS)) {
            return Optional.of("Its result is not well-formed.");
        }
        boolean flags = isAbsentOr(result.path("success").isBoolean(), result, "success")
                && isAbsentOr(result.path("completion").isBoolean(), result, "completion")
                && isAbsentOr(result.path("response").isTextual(), result, "response");
        return flags ? brokenScore(result.path("score")) : Optional.of("A member of its result has the wrong type.");
    }

    private static Optional<String> brokenScore(JsonNode score) {
        boolean numbers = score.isMissingNode()
                || (score.isObject()
                        && onlyHas(score, SCORE_MEMBERS)
                        && SCORE_MEMBERS.stream()
                                .allMatch(
                                        member -> isAbsentOr(score.path(member).isNumber(), score, member)));
        return numbers ? Optional.empty() : Optional.of("Its score is not made of numbers.");
    }

    private static boolean isAbsentOr(boolean wellFormed, JsonNode node, String member) {
        return wellFormed || !node.has(member);
    }

    private static boolean onlyHas(JsonNode node, Set<String> members) {
        return node.properties().stream().allMatch(member -> members.contains(member.getKey()));
    }

    private static boolean isIri(JsonNode value) {
        return value.isTextual() && IRI.matcher(value.textValue()).matches();
    }
}
