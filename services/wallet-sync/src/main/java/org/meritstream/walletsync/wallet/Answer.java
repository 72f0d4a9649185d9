package org.meritstream.walletsync.wallet;

import java.util.UUID;

/** What became of a command. */
public sealed interface Answer {

    /** It took effect, or had done so before. */
    record Done(UUID credential) implements Answer {}

    /** What they hold is asked to be put into a signed record. */
    record Requested(UUID learner) implements Answer {}

    /** It can not take effect. */
    record Refused(Refusal why) implements Answer {}
}
