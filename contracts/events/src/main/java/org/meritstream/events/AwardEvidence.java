package org.meritstream.events;

/**
 * A piece of work that an award rests on. It tells neither what the learner called the file nor what is in it.
 *
 * @param artifact what it is, as the rule names it
 * @param number which try, counted from 1
 * @param digest {@code sha-256:<hex>} of the work
 * @param mediaType by content, not by name
 */
public record AwardEvidence(String artifact, int number, String digest, String mediaType) {
    public AwardEvidence {
        Limits.present("artifact", artifact);
        Limits.counted("number", number);
        Limits.digest("digest", digest);
        Limits.present("mediaType", mediaType);
    }
}
