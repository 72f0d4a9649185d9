package org.meritstream.evidence.teach;

import java.util.Set;
import org.meritstream.evidence.signin.Frame;

/** Why nothing came of what somebody did at the desk, in the reader's language: by the kind of the problem. */
final class Refusals {
    /** Those that there are words for. */
    static final Set<String> KNOWN = Set.of(
            "unknown-review",
            "own-work",
            "decided-before",
            "decided-meanwhile",
            "not-wanted",
            "no-verdict",
            "claimed",
            "not-a-moderator",
            "malformed-request",
            "log-unavailable");

    private Refusals() {}

    static String say(Frame frame, String type) {
        String kind = type.substring(type.lastIndexOf('/') + 1);
        return frame.say("teach.refused." + (KNOWN.contains(kind) ? kind : "other"));
    }
}
