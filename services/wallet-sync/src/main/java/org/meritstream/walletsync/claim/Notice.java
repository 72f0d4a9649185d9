package org.meritstream.walletsync.claim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meritstream.log.http.CommandState;

/** What a page says of something just asked. */
enum Notice {
    /** It took effect; the page shows it. */
    NONE("", null),
    /** It is in the log and takes effect soon. */
    PENDING("pending", "What you asked for is recorded and takes effect in a moment. Load this page again to see it."),
    /** A record is asked for. */
    ASKED("asked", "Your record is being made. This takes a moment: load this page again to see it."),
    /** No record is asked for. */
    NOT_ASKED("not-asked", "No record was asked for. The page shows how your records stand now."),
    /** It can not take effect. */
    REFUSED("refused", "This could not be changed. The page shows how the credential stands now.");

    private final String name;
    private final @Nullable String text;

    Notice(String name, @Nullable String text) {
        this.name = name;
        this.text = text;
    }

    static Notice of(CommandState state) {
        return switch (state.state()) {
            case "done" -> NONE;
            case "refused" -> REFUSED;
            default -> PENDING;
        };
    }

    /** The text of the notice that an address names, or null. */
    static @Nullable String named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(notice -> notice.name.equals(name))
                .findFirst()
                .map(notice -> notice.text)
                .orElse(null);
    }

    String query() {
        return name.isEmpty() ? "" : "?notice=" + name;
    }
}
