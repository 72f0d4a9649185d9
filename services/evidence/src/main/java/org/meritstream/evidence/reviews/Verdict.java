package org.meritstream.evidence.reviews;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides, as one word of the desk and as members of the command; exactly one member is there.
 *
 * @param level id of a level of the rubric
 * @param passed where there is no rubric
 * @param stands where a finding of misconduct is appealed
 */
public record Verdict(
        @Nullable String level,
        @Nullable Boolean passed,
        @Nullable Boolean stands) {
    private static final String LEVEL = "level:";

    static final String PASSED = "passed";
    static final String FAILED = "failed";
    static final String STANDS = "stands";
    static final String FALLS = "falls";

    /** Whether exactly one member says something. */
    boolean isOne() {
        return (level != null ? 1 : 0) + (passed != null ? 1 : 0) + (stands != null ? 1 : 0) == 1;
    }

    /** As a form sends it ({@link #value}); nothing decided where it is none. */
    public static Verdict parse(@Nullable String value) {
        return value == null || !value.startsWith(LEVEL)
                ? of(value, false)
                : new Verdict(value.substring(LEVEL.length()), null, null);
    }

    /** By its word, where a level may be any other word. */
    public static Verdict of(@Nullable String word, boolean byLevel) {
        if (word == null || byLevel) {
            return new Verdict(word, null, null);
        }
        return switch (word) {
            case PASSED -> new Verdict(null, true, null);
            case FAILED -> new Verdict(null, false, null);
            case STANDS -> new Verdict(null, null, true);
            case FALLS -> new Verdict(null, null, false);
            default -> new Verdict(null, null, null);
        };
    }

    /** As a form sends it: a level is marked as one, because it may have any name. */
    public String value() {
        return level == null ? String.valueOf(word()) : LEVEL + level;
    }

    /** Its word, or null where nothing is decided yet. */
    public @Nullable String word() {
        if (level != null) {
            return level;
        }
        if (passed != null) {
            return passed ? PASSED : FAILED;
        }
        return stands == null ? null : stands ? STANDS : FALLS;
    }
}
