package org.meritstream.assessment.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import org.meritstream.assessment.reading.Fields;
import org.meritstream.assessment.reading.Person;

/**
 * The learner of a statement: an account (site and user name) or an e-mail address, as the plugin is set. The name is not copied. An
 * account's name counts as the student number; whether it is used as one is the source's setting.
 */
final class Actor {
    private static final String MAILTO = "mailto:";

    private Actor() {}

    /** The learner, or nothing when no identifier is usable. */
    static Optional<Person> person(JsonNode actor) {
        String site = Fields.text(actor.path("account"), "homePage");
        String name = Fields.text(actor.path("account"), "name");
        if (site != null && name != null) {
            return Optional.of(new Person(site + "|" + name, name, null));
        }
        String mbox = Fields.text(actor, "mbox");
        if (mbox != null && mbox.length() > MAILTO.length() && mbox.startsWith(MAILTO)) {
            String email = mbox.substring(MAILTO.length()).toLowerCase(Locale.ROOT);
            return Optional.of(new Person(MAILTO + email, null, email));
        }
        return hidden(actor, "mbox_sha1sum").or(() -> hidden(actor, "openid"));
    }

    /** A group has no single learner, named or not. */
    static boolean isGroup(JsonNode actor) {
        return "Group".equals(Fields.text(actor, "objectType")) || actor.has("member");
    }

    private static Optional<Person> hidden(JsonNode actor, String member) {
        return Optional.ofNullable(Fields.text(actor, member))
                .map(value -> new Person(member + ":" + value, null, null));
    }
}
