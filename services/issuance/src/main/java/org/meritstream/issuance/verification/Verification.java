package org.meritstream.issuance.verification;

import java.time.Instant;
import java.util.List;

/**
 * All checks of a credential, made at one moment.
 *
 * @param at when
 */
public record Verification(List<Check> checks, Instant at) {
    public Verification {
        checks = List.copyOf(checks);
    }

    /** Invalid when one check failed; else unchecked when one could not be made; else valid. */
    public Check.Result result() {
        if (any(Check.Result.INVALID)) {
            return Check.Result.INVALID;
        }
        return any(Check.Result.UNCHECKED) ? Check.Result.UNCHECKED : Check.Result.VALID;
    }

    private boolean any(Check.Result result) {
        return checks.stream().anyMatch(check -> check.result() == result);
    }
}
