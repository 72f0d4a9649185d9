package org.meritstream.issuance.verification;

import java.util.Comparator;
import java.util.List;

/**
 * A check as a page shows it.
 *
 * @param state css class
 * @param result in words
 */
public record ShownCheck(String name, String state, String result, String reason) {

    /** What is wrong first, then what could not be looked at, then what is well. */
    public static List<ShownCheck> all(Verification verification) {
        return verification.checks().stream()
                .sorted(Comparator.comparingInt(check -> urgency(check.result())))
                .map(ShownCheck::of)
                .toList();
    }

    /** The css class of a result. */
    public static String state(Check.Result result) {
        return switch (result) {
            case VALID -> "state-good";
            case INVALID -> "state-bad";
            case UNCHECKED -> "state-unsure";
        };
    }

    private static ShownCheck of(Check check) {
        String result = switch (check.result()) {
            case VALID -> "Valid";
            case INVALID -> "Not valid";
            case UNCHECKED -> "Could not be checked";
        };
        return new ShownCheck(check.name().title(), state(check.result()), result, check.reason());
    }

    private static int urgency(Check.Result result) {
        return switch (result) {
            case INVALID -> 0;
            case UNCHECKED -> 1;
            case VALID -> 2;
        };
    }
}
