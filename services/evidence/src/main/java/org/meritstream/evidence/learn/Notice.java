package org.meritstream.evidence.learn;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meritstream.evidence.signin.Frame;
import org.meritstream.log.http.CommandState;

/** What the page says of something just sent. */
enum Notice {
    DONE,
    PENDING,
    REFUSED;

    static Notice of(CommandState state) {
        return valueOf(state.state().toUpperCase(Locale.ROOT));
    }

    /** The words for the notice that an address names; nothing for any other. */
    static @Nullable String said(@Nullable String name, Frame frame) {
        for (Notice notice : values()) {
            if (notice.named().equals(name)) {
                return frame.say("learn.notice." + name);
            }
        }
        return null;
    }

    /** The part of an address that names it. */
    String query() {
        return "?notice=" + named();
    }

    private String named() {
        return name().toLowerCase(Locale.ROOT);
    }
}
