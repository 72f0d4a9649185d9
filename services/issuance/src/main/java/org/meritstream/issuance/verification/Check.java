package org.meritstream.issuance.verification;

import java.util.Collection;

/**
 * One check of a credential.
 *
 * @param name what was checked
 * @param reason why it ended so, in words for an employer
 */
public record Check(CheckName name, Result result, String reason) {

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
