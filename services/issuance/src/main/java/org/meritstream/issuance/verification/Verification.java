package org.meritstream.issuance.verification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All checks of a credential, made at one moment.
 *
 * @param claimed what it says of itself
 * @param trust what this service was told of its issuer; decides nothing
 * @param parts the credentials within it, endorsements among them, each checked on its own; they decide nothing about the whole: an
 *     endorsement that was withdrawn takes nothing from what the issuer signed
 * @param partsNotLookedInto how many credentials within it, and within its parts, were beyond the bounds of one verification; with any the whole
 *     is not valid without reserve
 * @param at when
 */
public record Verification(
        Claimed claimed,
        List<Check> checks,
        IssuerTrust trust,
        List<Verification> parts,
        int partsNotLookedInto,
        Instant at) {
    private static final Claimed UNKNOWN = new Claimed(Kind.NONE.words(), null, null, null, null, null);

    public Verification {
        checks = List.copyOf(checks);
        parts = List.copyOf(parts);
        if (partsNotLookedInto < 0) {
            throw new IllegalArgumentException("partsNotLookedInto is negative: " + partsNotLookedInto);
        }
    }

    /** Of one with nothing within it. */
    public Verification(Claimed claimed, List<Check> checks, IssuerTrust trust, Instant at) {
        this(claimed, checks, trust, List.of(), 0, at);
    }

    /** Of what could not be got at. */
    static Verification unread(Check parse, Instant now) {
        return new Verification(UNKNOWN, List.of(parse), new IssuerTrust(List.of()), now);
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

    /** Invalid when one check failed; else unchecked when one could not be made or a part was not looked into; else valid. */
    public Check.Result result() {
        Check.Result worst =
                Check.Result.worst(checks.stream().map(Check::result).toList());
        return worst == Check.Result.VALID && partsNotLookedInto > 0 ? Check.Result.UNCHECKED : worst;
    }

    /** The reason of the check that decided the result, a sentence or two. */
    public String reason() {
        Check.Result result = result();
        return result == Check.Result.VALID
                ? "It is exactly what its issuer signed, and has not been revoked."
                : checks.stream()
                        .filter(check -> check.result() == result)
                        .map(Check::reason)
                        .findFirst()
                        .orElseGet(() -> String.valueOf(bounded()));
    }

    /** That parts were not looked into, in a sentence; null where all were. */
    @Nullable
    String bounded() {
        if (partsNotLookedInto == 0) {
            return null;
        }
        return (partsNotLookedInto == 1
                        ? "One of the credentials within it was"
                        : partsNotLookedInto + " of the credentials within it were")
                + " not looked into, since they are more or lie deeper than this service looks.";
    }
}
