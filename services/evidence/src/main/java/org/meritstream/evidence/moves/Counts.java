package org.meritstream.evidence.moves;

/**
 * What became of learners, counted in persons.
 *
 * @param moved to the later version
 * @param gained of these, who have met something that they had not met before
 * @param lost of these, who have no longer met something that they had met before; somebody may be counted in both
 * @param stayed who were awarded the achievement before
 */
public record Counts(long moved, long gained, long lost, long stayed) {
    /** Nobody yet. */
    public static final Counts NONE = new Counts(0, 0, 0, 0);

    /** One more who was moved. */
    Counts moved(Effect effect) {
        return new Counts(moved + 1, gained + (effect.gains() ? 1 : 0), lost + (effect.loses() ? 1 : 0), stayed);
    }

    /** One more who stayed. */
    Counts stayed(int more) {
        return new Counts(moved, gained, lost, stayed + more);
    }
}
