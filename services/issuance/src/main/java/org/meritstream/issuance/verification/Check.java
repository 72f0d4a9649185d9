package org.meritstream.issuance.verification;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.meritstream.issuance.status.StatusPurpose;

/**
 * One check of a credential.
 *
 * @param name what was checked
 * @param reason why it ended so, in words for an employer
 * @param purpose of the status entry that decided it ({@code statusPurpose}), or null where none did
 */
public record Check(
        CheckName name,
        Result result,
        String reason,
        @Nullable String purpose) {
    static final String REVOCATION = StatusPurpose.REVOCATION.text();
    static final String SUSPENSION = StatusPurpose.SUSPENSION.text();

    /** One that no status entry decided. */
    public Check(CheckName name, Result result, String reason) {
        this(name, result, reason, null);
    }

    /** Decided by an entry of this purpose. */
    Check by(String entry) {
        return new Check(name, result, reason, entry);
    }

    /** Whether its issuer holds the credential back, and has not taken it back for good. */
    boolean suspended() {
        return result == Result.INVALID && SUSPENSION.equals(purpose);
    }

    /** How a check ended. A check that could not be made is never passed off as one that failed, nor as one that passed. */
    public enum Result {
        VALID("valid"),
        INVALID("invalid"),
        UNCHECKED("could-not-be-checked");

        private final String code;

        Result(String code) {
            this.code = code;
        }

        /** For programs; never changes. */
        public String code() {
            return code;
        }

        /** Invalid when one is; else unchecked when one is; else valid. */
        static Result worst(Collection<Result> results) {
            if (results.contains(INVALID)) {
                return INVALID;
            }
            return results.contains(UNCHECKED) ? UNCHECKED : VALID;
        }
    }
}
