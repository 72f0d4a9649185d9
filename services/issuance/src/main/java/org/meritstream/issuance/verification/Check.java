package org.meritstream.issuance.verification;

/**
 * One check of a credential.
 *
 * @param name what was checked, in words
 * @param reason why it ended so, in words for an employer
 */
public record Check(String name, Result result, String reason) {

    /** How a check ended. A check that could not be made is never passed off as one that failed, nor as one that passed. */
    public enum Result {
        VALID,
        INVALID,
        UNCHECKED
    }

    static Check valid(String name, String reason) {
        return new Check(name, Result.VALID, reason);
    }

    static Check invalid(String name, String reason) {
        return new Check(name, Result.INVALID, reason);
    }

    static Check unchecked(String name, String reason) {
        return new Check(name, Result.UNCHECKED, reason);
    }
}
