package org.meritstream.issuance.verification;

import java.time.Instant;
import java.util.List;

/**
 * All checks of a credential, made at one moment.
 *
 * @param claimed what it says of itself
 * @param trust what this service was told of its issuer; decides nothing
 * @param parts the credentials within it, endorsements among them, each checked on its own; they decide nothing about the whole: an
 *     endorsement that was withdrawn takes nothing from what the issuer signed
 * @param at when
 */
public record Verification(
        Claimed claimed, List<Check> checks, IssuerTrust trust, List<Verification> parts, Instant at) {
    public Verification {
        checks = List.copyOf(checks);
        parts = List.copyOf(parts);
    }

    /** Whether nothing is wrong with it but that its time is over. */
    public boolean expired() {
        return checks.stream()
                        .filter(check -> check.result() == Check.Result.INVALID)
                        .allMatch(DatesCheck::expired)
                && result() == Check.Result.INVALID;
    }

    /** Whether nothing is wrong with it but that its issuer holds it back: it may be given back. */
    public boolean suspended() {
        return checks.stream()
                        .filter(check -> check.result() == Check.Result.INVALID)
                        .allMatch(Check::suspended)
                && result() == Check.Result.INVALID;
    }

    /** Invalid when one check failed; else unchecked when one could not be made; else valid. */
    public Check.Result result() {
        return Check.Result.worst(checks.stream().map(Check::result).toList());
    }

    /** The reason of the check that decided the result, a sentence or two. */
    String reason() {
        Check.Result result = result();
        return result == Check.Result.VALID
                ? "It is exactly what its issuer signed, and has not been revoked."
                : checks.stream()
                        .filter(check -> check.result() == result)
                        .map(Check::reason)
                        .findFirst()
                        .orElseThrow();
    }
}
