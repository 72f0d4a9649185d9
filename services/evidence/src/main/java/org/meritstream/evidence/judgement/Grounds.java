package org.meritstream.evidence.judgement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finding rests on beyond its facts.
 *
 * @param level the level of the criterion's rubric that was reached, or null where none was given
 * @param reviewers opaque ids of the persons whose decisions count
 * @param attempts what became of each, where a policy says something of attempts
 */
public record Grounds(@Nullable String level, List<String> reviewers, List<Tried> attempts) {
    private static final Grounds NONE = new Grounds(null, List.of(), List.of());

    /**
     * What became of an attempt.
     *
     * @param number counted from 1
     * @param fact the id of the fact that tells of it
     */
    public record Tried(int number, String fact, Phrase said) {}

    static Grounds of(@Nullable Grounds grounds) {
        return grounds == null ? NONE : grounds;
    }

    static Grounds of(@Nullable String level, List<String> reviewers) {
        return new Grounds(level, reviewers, List.of());
    }

    /** The attempts that there is something to be said of: a single one that was judged is no news. */
    List<Tried> told() {
        boolean plain = attempts.size() == 1 && attempts.getFirst().said().key().equals(Counting.JUDGED);
        return plain ? List.of() : attempts;
    }

    Grounds attempts(List<Tried> tried) {
        return new Grounds(level, reviewers, List.copyOf(tried));
    }
}
