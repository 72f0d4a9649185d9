package org.meritstream.events;

/**
 * How many of the criteria make the award.
 *
 * @param kind all, any, or at least {@code count}
 * @param count only for {@link Kind#AT_LEAST}; 0 otherwise
 */
public record AwardRule(Kind kind, int count) {

    /** Every criterion. */
    public static final AwardRule ALL = new AwardRule(Kind.ALL, 0);

    /** The ways to count criteria. */
    public enum Kind {
        ALL,
        ANY,
        AT_LEAST
    }

    public AwardRule {
        if (kind == Kind.AT_LEAST ? count < 1 : count != 0) {
            throw new MalformedEvent("count is 1 or more for AT_LEAST and 0 otherwise");
        }
    }
}
