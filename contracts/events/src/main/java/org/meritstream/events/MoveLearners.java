package org.meritstream.events;

/**
 * Move the learners who are under way by one version of an achievement to a later one. The command's id is the move's.
 *
 * @param from the version they are under way by
 * @param to the version they are moved to
 */
public record MoveLearners(String tenant, String achievement, int from, int to) implements EvidenceCommand {
    public MoveLearners {
        Limits.slug("achievement", achievement);
        Limits.counted("from", from);
        Limits.counted("to", to);
    }

    /** Whoever asks for two moves of the same learners is seen to in turn. */
    @Override
    public String aggregate() {
        return achievement + "/" + from;
    }
}
