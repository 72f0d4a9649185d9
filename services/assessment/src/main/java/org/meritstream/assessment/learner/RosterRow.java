package org.meritstream.assessment.learner;

import org.jspecify.annotations.Nullable;

/**
 * One row of a roster as it came. Holds personal data: its text form hides them.
 *
 * @param row counted from 1, without the header line
 */
record RosterRow(
        int row,
        @Nullable String studentNumber,
        @Nullable String displayName,
        @Nullable String email,
        @Nullable String language) {

    @Override
    public String toString() {
        return "RosterRow[" + row + "]";
    }
}
